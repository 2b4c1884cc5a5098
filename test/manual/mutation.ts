/**
 * One fault a row: a text of the product replaced by another, in a copy of the tree. The row's scenarios must turn
 * red; a row that stays green tests nothing.
 */
export interface Mutation {
  readonly row: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export const mutations: readonly Mutation[] = [];
