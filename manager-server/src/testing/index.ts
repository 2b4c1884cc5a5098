export type { CollectionName, Collections, Versioned } from '../directory/collection.ts';
export type { DirectoryChange } from '../directory/directory.ts';
export type { SiteSeed } from '../site-seed.ts';
export { createJournal } from '../store/group-commit.ts';
export { openMemoryStore } from '../store/memory-store.ts';
export { openSqliteStore } from '../store/sqlite-store.ts';
export type { AuditEntry, Store, StoreWrite } from '../store/store.ts';
export * from './control-room.ts';
export * from './site-builder.ts';
