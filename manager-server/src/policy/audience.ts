import type { Role } from '@seatmatrix/protocol/domain';
import type { TokenScope } from '../people/api-tokens.ts';

/** People by what they may do on the pages, and the scope that a program's token needs for the same; null: no token may. */
export const peopleAudiences = {
  /** Everybody who is signed in, and every token. */
  'signed-in': { roles: ['administrator', 'supervisor', 'auditor', 'operator'], scope: 'any' },
  /** One's own account, by oneself. */
  person: { roles: ['administrator', 'supervisor', 'auditor', 'operator'], scope: null },
  /** What the site is and does. */
  reader: { roles: ['administrator', 'supervisor', 'auditor'], scope: 'read' },
  /** Who did what, and codes that are out. */
  auditor: { roles: ['administrator', 'auditor'], scope: 'audit' },
  /** The hand in what goes on at the desks. */
  operation: { roles: ['administrator', 'supervisor'], scope: 'operate' },
  /** Keyboard and screen of a receiver in the browser. */
  console: { roles: ['administrator', 'supervisor', 'operator'], scope: null },
  /** What the site is made of, and who may what. */
  administrator: { roles: ['administrator'], scope: 'administer' },
  /** What would give a program more than it has. */
  'administrator-himself': { roles: ['administrator'], scope: null },
} as const satisfies Readonly<
  Record<string, { readonly roles: readonly Role[]; readonly scope: TokenScope | 'any' | null }>
>;

export type PeopleAudience = keyof typeof peopleAudiences;

/**
 * Who may use something:
 * `anonymous` everybody; `claim` everybody, while the site has no administrator yet; `visitor` everybody, once it has one;
 * `local` readers, or a program on this very machine; `box-stranger` any box; `box` an adopted one; `none` nobody; and
 * people by their role. What does not stand in a table is `none`.
 */
export type Audience = 'anonymous' | 'claim' | 'visitor' | 'local' | 'box-stranger' | 'box' | 'none' | PeopleAudience;

/** Null for who is not signed in to begin with. */
export function peopleAudience(audience: Audience): PeopleAudience | null {
  if (audience === 'local') return 'reader';
  return Object.hasOwn(peopleAudiences, audience) ? (audience as PeopleAudience) : null;
}

/** Open also to who must first do something about his own account. */
export const isOwnAccount = (audience: Audience): boolean => audience === 'person' || audience === 'signed-in';
