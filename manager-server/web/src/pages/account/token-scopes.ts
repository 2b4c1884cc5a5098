import type { ApiToken } from '../../api/account-queries.ts';
import type { PlainWord } from '../../language/words.ts';

export type TokenScope = ApiToken['scopes'][number];

export const tokenScopes: readonly TokenScope[] = ['read', 'operate', 'administer', 'audit'];

export const scopeWords: Readonly<Record<TokenScope, { readonly name: PlainWord; readonly text: PlainWord }>> = {
  read: { name: 'scopeRead', text: 'scopeReadText' },
  operate: { name: 'scopeOperate', text: 'scopeOperateText' },
  administer: { name: 'scopeAdminister', text: 'scopeAdministerText' },
  audit: { name: 'scopeAudit', text: 'scopeAuditText' },
};
