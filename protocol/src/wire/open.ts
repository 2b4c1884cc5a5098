import type { Codec, MediaMessage, PeerMessage } from '../domain/index.ts';
import { OFFERS_MAX } from './limits.ts';
import { readOffer, writeOffer } from './media-key.ts';
import { malformed, optional, required } from './reading.ts';
import { readSignedTicket } from './route.ts';
import type { generated } from './schema.ts';
import { codecs } from './words.ts';

export type Open = Extract<PeerMessage, { type: 'open' }> & Extract<MediaMessage, { type: 'open' }>;

export const writeOpen = (open: Open): generated.v1.Open.$Properties => ({
  ticket: open.ticket,
  codecs: open.codecs.map((codec: Codec) => codecs.write(codec)),
  offer: optional(open.offer, writeOffer),
});

export function readOpen(raw: generated.v1.Open.$Properties): Open {
  if ((raw.codecs?.length ?? 0) > OFFERS_MAX) throw malformed('codecs', 'are too many');
  return {
    type: 'open',
    ticket: readSignedTicket(required(raw.ticket, 'open ticket')),
    codecs: codecs.readKnown(raw.codecs),
    offer: optional(raw.offer, readOffer),
  };
}
