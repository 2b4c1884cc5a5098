export * from './impaired-path.ts';
export * from './tcp-impairment.ts';
export * from './udp-impairment.ts';
