import { MEDIA_KEY_BYTES, MEDIA_SALT_BYTES, type MediaKey, type MediaOffer } from '../domain/index.ts';
import { HOST_MAX, OFFERS_MAX } from './limits.ts';
import { malformed, optional, readBytes, readText, readWhole } from './reading.ts';
import type { generated } from './schema.ts';
import { chromas } from './words.ts';

const WORD_MAX = 0xffff_ffff;
const PORT_MAX = 65_535;

export const writeMediaKey = (key: MediaKey): generated.v1.MediaKey.$Properties => ({ ...key });

/** Keys are copied: they outlive the frame. */
export function readMediaKey(raw: generated.v1.MediaKey.$Properties): MediaKey {
  const exactly = (length: number, field: string) => ({ field, min: length, max: length });
  return {
    epoch: readWhole(raw.epoch, { field: 'media epoch', max: WORD_MAX }),
    masterKey: readBytes(raw.masterKey, exactly(MEDIA_KEY_BYTES, 'master key')).slice(),
    masterSalt: readBytes(raw.masterSalt, exactly(MEDIA_SALT_BYTES, 'master salt')).slice(),
    ssrc: readWhole(raw.ssrc, { field: 'SSRC', max: WORD_MAX }),
    soundSsrc: optional(raw.soundSsrc, (value) => readWhole(value, { field: 'sound SSRC', max: WORD_MAX })),
    receiverSsrc: readWhole(raw.receiverSsrc, { field: 'receiver SSRC', max: WORD_MAX }),
    rolloverCounter: readWhole(raw.rolloverCounter, { field: 'roll-over counter', max: WORD_MAX }),
    sequence: readWhole(raw.sequence, { field: 'sequence', max: 0xffff }),
    group: optional(raw.group, ({ host, port }) => ({
      host: readText(host, { field: 'group host', min: 1, max: HOST_MAX }),
      port: readWhole(port, { field: 'group port', min: 1, max: PORT_MAX }),
    })),
  };
}

export const writeOffer = (offer: MediaOffer): generated.v1.MediaOffer.$Properties => ({
  port: offer.port,
  chromas: offer.chromas.map(chromas.write),
  sound: offer.sound,
});

export function readOffer(raw: generated.v1.MediaOffer.$Properties): MediaOffer {
  if ((raw.chromas?.length ?? 0) > OFFERS_MAX) throw malformed('chromas', 'are too many');
  return {
    port: readWhole(raw.port, { field: 'media port', min: 1, max: PORT_MAX }),
    chromas: chromas.readKnown(raw.chromas),
    sound: raw.sound ?? false,
  };
}
