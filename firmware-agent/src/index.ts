export type { AgentMemory, TrustedSite } from './agent-memory.ts';
export type { Console, ConsoleOptions } from './console/console.ts';
export { createConsole } from './console/create-console.ts';
export type { BoxIdentity } from './identity/box-identity.ts';
export type { Agent, AgentOptions } from './roles/agent.ts';
export { createReceiver, type ReceiverOptions } from './roles/receiver.ts';
export { createTransmitter, type TransmitterOptions } from './roles/transmitter.ts';
