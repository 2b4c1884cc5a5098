export * from './arbitraries/index.ts';
export * from './memory-network.ts';
export * from './virtual-clock.ts';
