import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { hostname } from 'node:os';
import {
  endWanted,
  Fault,
  type FaultCode,
  faultFrom,
  milliseconds,
  systemClock,
  systemRandom,
} from '@seatmatrix/protocol/kernel';
import { createTlsNetwork } from '@seatmatrix/protocol/link';
import packageFile from '../package.json' with { type: 'json' };
import { discoverManager } from './discovery/discovery.ts';
import { createOwnAddress, type OwnAddress } from './discovery/own-address.ts';
import { checkDriverUrls, openReceiverDrivers, openTransmitterDrivers } from './driver-schemes.ts';
import { authorityPrefixOf } from './identity/enrolment-code.ts';
import { openFileIdentity } from './identity/file-identity.ts';
import { openFileMemory } from './identity/file-memory.ts';
import { openDatagramPort } from './media/datagram-port-node.ts';
import { mediaPlace, multicastGroup } from './media/media-place.ts';
import { HELP, type ProgramOptions, parseProgram } from './options.ts';
import { processLog } from './process-log.ts';
import type { Agent, AgentOptions } from './roles/agent.ts';
import { createReceiver } from './roles/receiver.ts';
import { createTransmitter } from './roles/transmitter.ts';

/** A wrong option or device; anything else that ends the program; and a restart that was asked for (EX_TEMPFAIL: start me again). */
const EXIT = { usage: 2, failed: 1, restart: 75 } as const;

/** What somebody has to put right before starting the agent again makes any sense. */
const WRONG_AT_START: readonly FaultCode[] = [
  'option-unknown',
  'configuration-invalid',
  'device-absent',
  'device-denied',
  'device-busy',
  'driver-unavailable',
];

/** Whoever stops a box waits five seconds at most; a driver that hangs gets a little less. */
const STOP_LIMIT = milliseconds(4500);

try {
  const readFile = (path: string) => readFileSync(path, 'utf8');
  const command = parseProgram({ argv: process.argv.slice(2), env: process.env, readFile });
  if (command.type === 'help') console.log(HELP);
  else if (command.type === 'fingerprint') console.log((await openFileIdentity(command.data)).fingerprint);
  else await run(command.options);
} catch (thrown) {
  const fault = faultFrom(thrown, { code: 'invariant-broken', message: String(thrown) });
  console.error(`agent: ${fault.message}`);
  const usage = WRONG_AT_START.includes(fault.code);
  // Not process.exitCode: sockets and timers that were opened before the failure would keep the process.
  process.exit(usage ? EXIT.usage : EXIT.failed);
}

async function run(options: ProgramOptions): Promise<void> {
  checkDriverUrls(options);
  const prefix = options.enrol === null ? null : authorityPrefixOf(options.enrol);
  if (options.enrol !== null && prefix === null) {
    throw new Fault({ code: 'configuration-invalid', message: '--enrol takes a code of four groups of five' });
  }
  const log = processLog(options.logLevel);
  const identity = await openFileIdentity(options.data);
  const memory = await openFileMemory(options.data);
  const discovery = await discoverManager(options.manager, log);
  const manager = () => discovery.place();
  const own = createOwnAddress();
  const network = createTlsNetwork({
    identity: () => identity.credentials(),
    authorityPrefix: () => prefix,
    clock: systemClock,
    log,
  });
  const common: AgentOptions = {
    identity,
    memory,
    network,
    manager: () => {
      const place = manager();
      own.look(place);
      return place;
    },
    peer: peerPlace(options, own),
    media: {
      open: () => openDatagramPort(mediaPlace(options)),
      randomBytes,
      group: multicastGroup(options.media, { fingerprint: identity.fingerprint, port: options.mediaPort }),
    },
    clock: systemClock,
    random: systemRandom,
    log,
    firmware: packageFile.version,
    enrolmentCode: options.enrol,
  };
  let stopping = false;
  const release = async (): Promise<void> => {
    stopping = true;
    // SIGKILL and not exit: an addon's thread that hangs would hang exit as well.
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), STOP_LIMIT).unref();
    await agent.stop();
    await discovery[Symbol.asyncDispose]();
  };
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    try {
      await release();
    } catch (error) {
      log.error('the agent did not stop in order', { error });
      process.exit(EXIT.failed);
    }
    process.exit(code);
  };
  const ground = { clock: systemClock, log, manager, restart: () => void stop(EXIT.restart), stop: () => void stop(0) };
  const agent = await createAgent(options, { common, ground });

  void endWanted(process, systemClock).then(() => stop(0));
  // A defect must not leave a key down: the gadget is let go first, then the service manager starts the box anew.
  process.once('uncaughtException', (error) => {
    log.error('a defect ends this agent', { error });
    void stop(EXIT.failed);
  });
  try {
    await agent.start();
  } catch (thrown) {
    // The desk's keyboard is still kept from the box's kernel, and a device that is read keeps the process from ending.
    if (!stopping) await release();
    throw thrown;
  }
  log.info(`${options.role} started`, { fingerprint: identity.fingerprint, adopted: identity.adopted, ...manager() });
  // It would be written at the end, which a box whose power is cut never sees.
  flushCompileCache();
}

async function createAgent(
  options: ProgramOptions,
  given: { readonly common: AgentOptions; readonly ground: Parameters<typeof openTransmitterDrivers>[1] },
): Promise<Agent> {
  const { common, ground } = given;
  if (options.role === 'transmitter') {
    return createTransmitter({ ...common, drivers: await openTransmitterDrivers(options, ground) });
  }
  return createReceiver({ ...common, ...(await openReceiverDrivers(options, ground)) });
}

/** Where other boxes dial this one: as configured, else the address that it has towards the manager. */
function peerPlace(
  { peerHost: host, peerPort: port, peerAdvertise }: ProgramOptions,
  own: OwnAddress,
): AgentOptions['peer'] {
  const wildcard = host === '0.0.0.0' || host === '::';
  if (peerAdvertise !== null || !wildcard) return { host, port, advertise: peerAdvertise };
  return {
    host,
    port,
    get advertise() {
      return own.address ?? hostname();
    },
  };
}
