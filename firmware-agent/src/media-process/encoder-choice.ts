import type { Chroma } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { type CodecChoice, chooseEncoder } from '../drivers/gstreamer/codec-choice.ts';
import { exists, opens } from './native/gstreamer.ts';

/** What cannot do 4:4:4 goes on with 4:2:0. */
export function encoderFor(wanted: Chroma): { readonly choice: CodecChoice; readonly chroma: Chroma } {
  for (const chroma of new Set([wanted, '4:2:0'] as const)) {
    const choice = chooseEncoder({ exists, opens }, chroma);
    if (choice !== null) return { choice, chroma };
  }
  throw new Fault({
    code: 'driver-unavailable',
    message: "there is no H.264 encoder; Debian's package gstreamer1.0-plugins-ugly brings x264enc",
  });
}
