export type { PreviewReason } from './preview-look.ts';
export { DEVICES_MAX, type PreviewWatch, type PreviewWatcher } from './preview-watch.ts';
export { type PreviewSite, Previews } from './previews.ts';
