export * from './change-directory.ts';
export * from './codec/index.ts';
export * from './collection.ts';
export * from './directory.ts';
export * from './directory-index.ts';
export * from './in-slices.ts';
export * from './record-name.ts';
export * from './site-directory.ts';
