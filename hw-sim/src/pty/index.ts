export type { LineSettings } from './libc.ts';
export { Pty } from './pty.ts';
export { PtySocket } from './pty-socket.ts';
