export * from './box-message.ts';
export * from './console-message.ts';
export * from './identity.ts';
export * from './manager-message.ts';
export * from './peer-message.ts';
export * from './plan.ts';
export * from './route.ts';
export * from './video.ts';
