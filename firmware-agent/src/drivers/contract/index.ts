export * from './bench.ts';
export * from './hid-gadget.contract.ts';
export * from './hid-host.contract.ts';
export * from './network-port.contract.ts';
export * from './overlay.contract.ts';
export * from './video-capture.contract.ts';
export * from './video-output.contract.ts';
