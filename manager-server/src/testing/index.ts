export type { SiteSeed } from '../site-seed.ts';
export * from './control-room.ts';
export * from './site-builder.ts';
