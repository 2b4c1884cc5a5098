export * from './api/box-side.ts';
export { createManager, type Manager, type ManagerOptions } from './manager.ts';
export type * from './people/credentials.ts';
export { OperatorCredentials, openOperatorCredentials } from './people/operator-credentials.ts';
export { argon2id, type PasswordHash, PRODUCTION_COST } from './people/password-hash.ts';
export * from './policy/policy-table.ts';
