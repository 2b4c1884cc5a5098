import {
  type MasterKey,
  MEDIA_KEY_BYTES,
  MEDIA_SALT_BYTES,
  type MediaKey,
  type MediaOffer,
  type StreamPlace,
} from '../domain/index.ts';
import { HOST_MAX, OFFERS_MAX } from './limits.ts';
import { type Given, malformed, optional, readBytes, readText, readWhole, required } from './reading.ts';
import type { generated } from './schema.ts';
import { chromas } from './words.ts';

const WORD_MAX = 0xffff_ffff;
const PORT_MAX = 65_535;

export const writeMediaKey = (key: MediaKey): generated.v1.MediaKey.$Properties => ({
  epoch: key.epoch,
  key: writeMasterKey(key),
  video: writePlace(key.video),
  sound: writePlace(key.sound),
  feedback: { key: writeMasterKey(key.feedback), ssrc: key.feedback.ssrc },
  group: key.group,
});

/** Keys are copied: they outlive the frame. */
export function readMediaKey(raw: generated.v1.MediaKey.$Properties): MediaKey {
  const feedback = required(raw.feedback, 'feedback');
  return {
    epoch: readWhole(raw.epoch, { field: 'media epoch', max: WORD_MAX }),
    ...readMasterKey(raw.key),
    video: readPlace(raw.video),
    sound: readPlace(raw.sound),
    feedback: {
      ...readMasterKey(feedback.key),
      ssrc: readWhole(feedback.ssrc, { field: 'feedback SSRC', max: WORD_MAX }),
    },
    group: optional(raw.group, ({ host, port }) => ({
      host: readText(host, { field: 'group host', min: 1, max: HOST_MAX }),
      port: readWhole(port, { field: 'group port', min: 1, max: PORT_MAX }),
    })),
  };
}

const writeMasterKey = ({ masterKey, masterSalt }: MasterKey): generated.v1.MasterKey.$Properties => ({
  key: masterKey,
  salt: masterSalt,
});

function readMasterKey(raw: Given<generated.v1.MasterKey.$Properties>): MasterKey {
  const { key, salt } = required(raw, 'master key');
  return {
    masterKey: readBytes(key, { field: 'master key', min: MEDIA_KEY_BYTES, max: MEDIA_KEY_BYTES }).slice(),
    masterSalt: readBytes(salt, { field: 'master salt', min: MEDIA_SALT_BYTES, max: MEDIA_SALT_BYTES }).slice(),
  };
}

// Clocks give fractions of a microsecond.
const writePlace = (place: StreamPlace): generated.v1.StreamPlace.$Properties => ({
  ...place,
  time: Math.trunc(place.time),
});

function readPlace(raw: Given<generated.v1.StreamPlace.$Properties>): StreamPlace {
  const place = required(raw, 'stream place');
  return {
    ssrc: readWhole(place.ssrc, { field: 'SSRC', max: WORD_MAX }),
    rolloverCounter: readWhole(place.rolloverCounter, { field: 'roll-over counter', max: WORD_MAX }),
    sequence: readWhole(place.sequence, { field: 'sequence', max: 0xffff }),
    timestamp: readWhole(place.timestamp, { field: 'timestamp', max: WORD_MAX }),
    time: readWhole(place.time, { field: 'stream time' }),
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
