export * from './folder.ts';
export * from './program-options.ts';
