import type { Mutation } from './mutation.ts';
import { connectMutations } from './mutations/connect.ts';
import { fetchMutations } from './mutations/fetch.ts';
import { keyMutations } from './mutations/keys.ts';
import { menuMutations } from './mutations/menu.ts';
import { pushMutations } from './mutations/push.ts';
import { signInMutations } from './mutations/sign-in.ts';

export const mutations: readonly Mutation[] = [
  ...signInMutations,
  ...menuMutations,
  ...connectMutations,
  ...pushMutations,
  ...fetchMutations,
  ...keyMutations,
];
