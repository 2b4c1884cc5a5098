export * from './command-line.ts';
export * from './folder.ts';
export * from './manager-place.ts';
export * from './process-log.ts';
export * from './program-options.ts';
