import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { SyslogConnector } from './syslog.ts';

/** Bytes that a receiver on TCP has not taken: it stands still, and what comes is kept by the message instead. */
const BEHIND_MAX = 1024 * 1024;
const DEFAULT_PORT = 514;

/** `udp://host:port` (RFC 5426) or `tcp://host:port` (RFC 6587, counted octets). */
export function syslogConnector(address: string): SyslogConnector {
  const url = URL.parse(address);
  if (url === null || url.hostname === '' || !['udp:', 'tcp:'].includes(url.protocol)) {
    throw new Fault({ code: 'configuration-invalid', message: `--syslog is no udp:// or tcp:// address: ${address}` });
  }
  const target = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
  };
  return url.protocol === 'udp:' ? udp(target) : tcp(target);
}

interface Target {
  readonly host: string;
  readonly port: number;
}

function udp({ host, port }: Target): SyslogConnector {
  return {
    connect({ up, down }) {
      const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
      socket.on('error', ({ message }) => {
        socket.close();
        down(message);
      });
      socket.unref();
      // The port is open before anybody listens to it: told later, as a connection would be.
      queueMicrotask(up);
      return {
        send: (message) => socket.send(message, port, host),
        close: () => socket.close(),
      };
    },
  };
}

function tcp({ host, port }: Target): SyslogConnector {
  return {
    connect({ up, down }) {
      const socket = connect({ host, port, keepAlive: true });
      let reason = 'the receiver closed the connection';
      socket.on('connect', up);
      socket.on('error', ({ message }) => {
        reason = message;
      });
      socket.on('close', () => down(reason));
      socket.resume();
      return {
        send(message) {
          if (socket.writableLength > BEHIND_MAX) socket.destroy();
          else socket.write(`${message.length} ${message}`);
        },
        close: () => void socket.end(),
      };
    },
  };
}
