import {
  type BoxCommand,
  type CaptureState,
  type Hello,
  PROTOCOL_VERSION,
  type TransmitterPlan,
} from '@seatmatrix/protocol/domain';
import { seconds, unreachable } from '@seatmatrix/protocol/kernel';
import { CloseCode, LISTENER_FRAME_MAX, type Listening, limitLog } from '@seatmatrix/protocol/link';
import type { TransmitterDrivers } from '../drivers/index.ts';
import { ManagerLink } from '../manager-link/manager-link.ts';
import { CaptureFanout } from '../media/capture-fanout.ts';
import type { DatagramPort } from '../media/datagram-port.ts';
import { RtpSource } from '../media/rtp-source.ts';
import { RouteSessions } from '../peer/route-sessions.ts';
import { judgeTicket } from '../peer/ticket-judge.ts';
import { PreviewSender } from '../preview/preview-sender.ts';
import { SerialToComputer } from '../serial/serial-to-computer.ts';
import type { Agent, AgentOptions } from './agent.ts';
import { bitsPerSecond, framesPerSecond, RepeatedReport } from './box-report.ts';
import { Identification } from './identification.ts';

export interface TransmitterOptions extends AgentOptions {
  readonly drivers: TransmitterDrivers;
}

/** The box at a computer: shows its picture to the receivers that the manager lets in, and types what they type. */
export function createTransmitter(options: TransmitterOptions): Agent {
  const { identity, memory, network, peer, clock, log, firmware, enrolmentCode, drivers, media } = options;
  const peerLog = limitLog(log, { clock, each: seconds(60), burst: 5 });
  const fanout = new CaptureFanout({ capture: drivers.videoCapture, clock });
  let listening: Listening | null = null;
  let rtp: RtpSource | null = null;
  let datagrams: DatagramPort | null = null;

  const sessions = new RouteSessions({
    gadget: drivers.hidGadget,
    fanout,
    rtp: () => rtp,
    serial: new SerialToComputer({ port: drivers.serialPort, log: peerLog }),
    clock,
    log: peerLog,
    judge: (shown) =>
      judgeTicket(shown, {
        self: identity.fingerprint,
        trusted: memory.trusted,
        time: manager.managerTime(),
        purpose: 'route',
      }),
  });

  const manager: ManagerLink = new ManagerLink({
    ...options,
    hello: () => hello(),
    listener: {
      changed: ({ live, pending }) => {
        if (live && !pending) reports.start();
        else reports.stop();
        if (!live) previews.close();
      },
      plan: (plan) => {
        if (plan.type === 'transmitter') obey(plan);
        else log.error('the manager takes this transmitter for a receiver', { revision: plan.revision });
      },
      notice: (notice) => {
        if (notice.type === 'box-command') obeyCommand(notice.command);
      },
      graceOver: () => sessions.endAll('the manager is away for longer than the site allows'),
    },
  });

  const previews = new PreviewSender({
    dial: (signal) => manager.dial('/preview', signal),
    capture: drivers.videoCapture,
    state: () => fanout.state,
    clock,
    log: peerLog,
  });

  const obey = (plan: TransmitterPlan): void => {
    rtp?.settings(plan.settings);
    sessions.plan(plan);
  };

  const obeyCommand = (command: BoxCommand): void => {
    switch (command.type) {
      case 'identify':
        identification.identify(command.seconds);
        return;
      case 'restart':
        drivers.boxInfo.restart();
        return;
      case 'message':
        log.info('a message for a box without a screen', { text: command.text });
        return;
      case 'foreign-viewer': {
        const { number, host, port } = command;
        const time = seconds(command.seconds);
        const key = rtp?.serveForeign({ place: { host, port }, time }) ?? null;
        log.info('an administrator has the picture sent to a foreign viewer', { host, port, served: key !== null });
        manager.notify({ type: 'foreign-viewer', number, key });
        return;
      }
      case 'preview-socket':
        previews.open();
        return;
      default:
        unreachable(command);
    }
  };

  const identification = new Identification({ clock, blink: (on) => drivers.boxInfo.identify(on) });

  const reports = new RepeatedReport({
    clock,
    say: (report) => manager.notify(report),
    measure: (elapsed) => {
      const { codec, engine, units, bytes } = fanout.figures();
      return {
        type: 'box-report',
        mode: modeOf(fanout.state),
        capture: fanout.state.type,
        codec,
        framesPerSecond: framesPerSecond(units, elapsed),
        bitsPerSecond: bitsPerSecond(bytes, elapsed),
        engine,
        refused: rtp?.refused ?? 0,
        reception: rtp?.reception ?? null,
        delay: null,
        ...drivers.boxInfo.health(),
        firmware,
        identifySigns: drivers.boxInfo.lamp ? ['lamp'] : [],
      };
    },
  });

  const hello = (): Hello => ({
    type: 'hello',
    versions: { oldest: PROTOCOL_VERSION, newest: PROTOCOL_VERSION },
    kind: 'transmitter',
    firmware,
    model: drivers.boxInfo.model,
    capabilities: ['route', 'preview', ...(drivers.serialPort === null ? [] : (['serial'] as const))],
    codecs: ['jpeg', 'h264'],
    highestGeneration: memory.highestGeneration,
    session: null,
    peer: { host: peer.advertise ?? peer.host, port: listening?.port ?? peer.port },
    routes: sessions.reports(),
    authorities: identity.authorities(),
    certificateRequest: identity.certificateRequest(),
    enrolmentCode: identity.adopted ? null : enrolmentCode,
  });

  return {
    async start() {
      sessions.start();
      if (media !== null) {
        const { videoCapture: capture, soundCapture: sound } = drivers;
        const port = await media.open();
        const { randomBytes, group } = media;
        rtp = new RtpSource({ capture, fanout, sound, port, clock, randomBytes, group });
        datagrams = port;
      }
      fanout.listen((state) => {
        sessions.capture(state);
        if (manager.live) reports.start();
      });
      drivers.networkPort.listen(({ up }) => log.info(up ? 'network cable in' : 'network cable out'));
      listening = await network.listen({
        host: peer.host,
        port: peer.port,
        frameMax: { '/peer': LISTENER_FRAME_MAX['/peer'], '/media': LISTENER_FRAME_MAX['/media'] },
        accept: (transport, path) => {
          if (path === '/peer') sessions.accept(transport);
          else if (path === '/media') sessions.acceptMedia(transport);
          else transport.close({ code: CloseCode.unknown, reason: `nothing at ${path}` });
        },
      });
      manager.start();
    },
    async stop() {
      reports.stop();
      identification.stop();
      // Keys first: whatever hangs afterwards, the computer holds nothing.
      sessions.stop();
      rtp?.stop();
      fanout.stop();
      previews.close();
      await manager.stop();
      await listening?.close();
      await datagrams?.[Symbol.asyncDispose]();
      const { hidGadget, videoCapture, soundCapture, serialPort, networkPort, boxInfo } = drivers;
      for (const driver of [hidGadget, videoCapture, soundCapture, serialPort, networkPort, boxInfo]) {
        await driver?.[Symbol.asyncDispose]();
      }
    },
  };
}

const modeOf = (state: CaptureState) =>
  state.type === 'signal' || state.type === 'unsupported-mode' ? state.mode : null;
