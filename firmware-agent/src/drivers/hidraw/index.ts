export { type OpenHidrawHostOptions, openHidrawHost } from './open-hidraw-host.ts';
