import type { DeviceKey } from '@seatmatrix/protocol/domain';
import type { Directory } from '../directory/directory.ts';
import { derivedSeatKey, indexDirectory } from '../directory/directory-index.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { PreviewSite } from '../previews/index.ts';
import type { BoxConnections } from './box-connections.ts';
import type { BoxRegister } from './box-register.ts';

export interface PreviewSiteOptions {
  readonly connections: Pick<BoxConnections, 'at'>;
  readonly register: Pick<BoxRegister, 'get'>;
  readonly matrix: Pick<Matrix, 'state'>;
  readonly directory: Pick<Directory, 'snapshot'>;
}

/** The site as small pictures need it: who is here, what is shown where, and whom to ask. */
export function previewSite({ connections, register, matrix, directory }: PreviewSiteOptions): PreviewSite {
  return {
    isOnline: (device) => connections.at(device) !== undefined,
    shownAt(receiver) {
      const shown = matrix.state.routes.get(receiver);
      return shown?.status?.type === 'live' ? shown.route.transmitter : null;
    },
    operatorAt(receiver) {
      // The directory's seat: the matrix takes a change of the directory in a moment later.
      const seat = indexDirectory(directory.snapshot).seatOf(receiver)?.key ?? derivedSeatKey(receiver);
      return matrix.state.sessions.get(seat)?.operator ?? null;
    },
    makesPreviews: (transmitter) => helloAt(transmitter)?.capabilities.includes('preview') ?? null,
    ask: (transmitter) => {
      connections.at(transmitter)?.session.notify({ type: 'box-command', command: { type: 'preview-socket' } });
    },
    deviceOf: ({ peer }) => register.get(peer.fingerprint)?.device ?? null,
  };

  function helloAt(device: DeviceKey) {
    return connections.at(device)?.session.hello;
  }
}
