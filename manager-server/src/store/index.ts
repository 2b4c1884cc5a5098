export * from './journal.ts';
export * from './record-codec.ts';
export * from './record-collection.ts';
export * from './store.ts';
