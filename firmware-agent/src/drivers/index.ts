export * from './box-info.ts';
export * from './driver-set.ts';
export * from './hid-gadget.ts';
export * from './hid-host.ts';
export * from './network-port.ts';
export * from './overlay.ts';
export * from './video-capture.ts';
export * from './video-output.ts';
