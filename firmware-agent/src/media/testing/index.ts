export * from './memory-datagrams.ts';
