/**
 * One fault a row: a text of the product replaced by another, in a copy of the tree. The row's scenarios must turn
 * red; a row that stays green tests nothing.
 */
export interface Mutation {
  readonly row: string;
  /** What goes wrong for whoever sits at the desk. */
  readonly fault: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}
