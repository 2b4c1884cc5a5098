export * from './audit-check.ts';
export * from './audit-entry.ts';
export * from './audit-heads.ts';
export * from './audit-signer.ts';
