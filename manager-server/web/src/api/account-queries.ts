import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { components } from './generated/openapi.ts';
import { useAccount } from './queries.ts';
import type { ByKey } from './records.ts';

type Schemas = components['schemas'];

export type WebSession = Schemas['WebSession'];
export type ApiToken = Schemas['ApiToken'];
export type OperatorAccess = Schemas['OperatorAccess'];
export type OwnConsoles = Schemas['OwnConsoles'];
export type CertificateAuthority = Schemas['CertificateAuthority'];

/** Nothing tells of a use of them as it happens: each look begins with reading them. */
const readEachTime = { staleTime: 0 } as const;

export const useWebSessions = (): readonly WebSession[] =>
  useSuspenseQuery({
    queryKey: ['web-sessions'],
    queryFn: async () => (await answerOf(api.GET('/api/account/web-sessions'))).items,
    ...readEachTime,
  }).data;

export const useTokens = (): readonly ApiToken[] =>
  useSuspenseQuery({
    queryKey: ['tokens'],
    queryFn: async () => (await answerOf(api.GET('/api/tokens'))).items,
    ...readEachTime,
  }).data;

/** How operators sign in, by their keys; live. Null for whom the manager does not tell it. */
export function useOperatorAccess(): ByKey<OperatorAccess> | null {
  const { role } = useAccount();
  const told = role === 'administrator' || role === 'auditor';
  const { data } = useQuery({
    queryKey: ['operator-access'],
    enabled: told,
    async queryFn(): Promise<ByKey<OperatorAccess>> {
      const { items } = await answerOf(api.GET('/api/operator-access'));
      return new Map(items.map((access) => [access.operator, access]));
    },
  });
  return data ?? null;
}

/** What an operator may open; live. */
export const useConsoles = (): OwnConsoles =>
  useSuspenseQuery({ queryKey: ['consoles'], queryFn: () => answerOf(api.GET('/api/account/consoles')) }).data;

/** Live. */
export const useAuthority = (): CertificateAuthority =>
  useSuspenseQuery({
    queryKey: ['certificate-authority'],
    queryFn: () => answerOf(api.GET('/api/certificate-authority')),
  }).data;
