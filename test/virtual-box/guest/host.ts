import { HostPort } from './host-port.ts';

/** Opened where it is first used: there is none where the tests are merely listed. */
let port: HostPort | null = null;

export const hostPort = {
  tell: (message: object): void => opened().tell(message),
  ask: (execute: string, options: object): Promise<void> => opened().ask(execute, options),
};

function opened(): HostPort {
  port ??= new HostPort();
  return port;
}
