export * from './memory-network.ts';
export * from './virtual-clock.ts';
