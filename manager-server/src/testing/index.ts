export * from './site-builder.ts';
