export * from './feed.ts';
export * from './site-feed.ts';
