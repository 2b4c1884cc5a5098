export * from './brand.ts';
export * from './clock.ts';
export * from './duration.ts';
export * from './fault.ts';
export * from './log.ts';
export * from './random.ts';
export * from './retry-schedule.ts';
export * from './step.ts';
