export * from './box-frame.ts';
export * from './console.ts';
export * from './limits.ts';
export * from './manager-frame.ts';
export * from './media.ts';
export * from './peer.ts';
export * from './preview.ts';
export * from './ticket.ts';
