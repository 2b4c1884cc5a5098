export * from './network.ts';
export * from './transport.ts';
