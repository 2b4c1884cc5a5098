export * from './audit-chain.ts';
export * from './group-commit.ts';
export * from './journal.ts';
export * from './memory-store.ts';
export * from './record-codec.ts';
export * from './record-collection.ts';
export * from './sqlite-store.ts';
export * from './store.ts';
