import type { AccessUnit, BoxReport, Chroma, MediaKey, MediaOffer } from '@seatmatrix/protocol/domain';
import { between, type Clock, milliseconds, type Timer, unreachable } from '@seatmatrix/protocol/kernel';
import type { SoundUnit } from '../drivers/index.ts';
import type { RandomBytes } from '../rtp/sending-epoch.ts';
import type { FeedbackKeys, StreamKeys } from '../rtp/stream-keys.ts';
import { StreamSender } from '../rtp/stream-sender.ts';
import type { DatagramPlace, DatagramPort } from './datagram-port.ts';
import {
  EMPTY_GROUP,
  type MemberName,
  type ViewerGroup,
  type ViewerGroupInput,
  type ViewerGroupOut,
  viewerGroupDue,
  viewerGroupStep,
} from './viewer-group.ts';

export interface RtpViewersOptions {
  readonly port: Pick<DatagramPort, 'send'>;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  /** Where all members listen; null sends to each by itself. */
  readonly group: DatagramPlace | null;
  /** The capture must make a key picture. */
  readonly wantKeyFrame: () => void;
  /** Somebody watches, or nobody does any more; and what all of them can decode. */
  readonly watched: (by: { readonly chromas: readonly Chroma[]; readonly sound: boolean } | null) => void;
}

/** Pictures of the quarter of a second that a viewer has for its keys; who takes longer begins with a new key picture. */
const EARLY_MAX = 15;

/** One receiver's place in the group. */
export interface RtpViewer {
  taken(epoch: number): void;
  leave(): void;
}

interface Member {
  readonly place: DatagramPlace;
  readonly offer: MediaOffer;
  readonly feedback: FeedbackKeys;
  readonly key: (key: MediaKey) => void;
}

/** Sends a transmitter's picture and sound to its viewers as SRTP: protected once, sent to each or to a group. */
export class RtpViewers {
  readonly #options: RtpViewersOptions;
  readonly #members = new Map<MemberName, Member>();
  readonly #epochs = new Map<number, StreamKeys>();
  #group: ViewerGroup = EMPTY_GROUP;
  #sender: StreamSender | null = null;
  /** The key picture that was made before the first viewer had its keys, and what followed it. */
  #early: AccessUnit[] = [];
  #joined = 0;
  #refused = 0;
  #taking: Timer | null = null;
  #due: { readonly timer: Timer; readonly at: number } | null = null;

  constructor(options: RtpViewersOptions) {
    this.#options = options;
  }

  /** Packets that were none of the viewers'. */
  get refused(): number {
    const counts = this.#sender === null ? [] : Object.values(this.#sender.refused);
    return counts.reduce((sum, count) => sum + count, this.#refused);
  }

  /** Of the viewer who receives worst; null while nobody has reported. */
  get reception(): BoxReport['reception'] {
    let worst: BoxReport['reception'] = null;
    for (const { feedback } of this.#members.values()) {
      const report = this.#sender?.reportOf(feedback.ssrc) ?? null;
      if (report !== null && report.loss >= (worst?.loss ?? 0)) worst = { loss: report.loss, jitter: report.jitter };
    }
    return worst;
  }

  /** `key` is called at once, and again with every change of the members. */
  join(member: {
    readonly place: DatagramPlace;
    readonly offer: MediaOffer;
    readonly key: (key: MediaKey) => void;
  }): RtpViewer {
    const { clock, randomBytes } = this.#options;
    const at = clock.now();
    this.#joined += 1;
    const name = String(this.#joined);
    this.#sender ??= new StreamSender({ random: randomBytes, at });
    const { feedback } = this.#sender.subscribe(at);
    this.#members.set(name, { ...member, feedback });
    this.#step({ type: 'join', member: name, at });
    this.#tellWatched();
    return {
      taken: (epoch) => this.#step({ type: 'taken', member: name, epoch, at: clock.now() }),
      leave: () => this.#leave(name),
    };
  }

  /** A picture for everybody. */
  unit(unit: AccessUnit): void {
    if (this.#sender === null) return;
    if (this.#group.current === null) {
      this.#keep(unit);
      return;
    }
    this.#send(unit);
    this.#wakeWhenDue();
  }

  #send(unit: AccessUnit): void {
    if (this.#sender !== null) this.#spread(this.#sender.send(unit, this.#options.clock.now()));
  }

  /** A source that stands still makes no other picture: the first one is not thrown away for being there early. */
  #keep(unit: AccessUnit): void {
    if (unit.key) this.#early = [unit];
    else if (this.#early.length >= EARLY_MAX) this.#early = [];
    else if (this.#early.length > 0) this.#early.push(unit);
  }

  sound(unit: SoundUnit): void {
    if (this.#sender === null || this.#group.current === null) return;
    this.#spread(this.#sender.sendSound(unit));
  }

  /** SRTCP, or whatever somebody sent to the port. */
  receive(bytes: Uint8Array): void {
    const sender = this.#sender;
    if (sender === null) {
      this.#refused += 1;
      return;
    }
    const { viewer, answers, keyFrameWanted } = sender.receive(bytes, this.#options.clock.now());
    const asked = [...this.#members.values()].find(({ feedback }) => feedback.ssrc === viewer);
    if (asked !== undefined) for (const answer of answers) this.#options.port.send(answer, asked.place);
    if (keyFrameWanted) this.#options.wantKeyFrame();
    this.#wakeWhenDue();
  }

  stop(): void {
    for (const name of [...this.#members.keys()]) this.#leave(name);
  }

  #leave(name: MemberName): void {
    const member = this.#members.get(name);
    if (member === undefined) return;
    this.#members.delete(name);
    this.#sender?.unsubscribe(member.feedback.ssrc);
    this.#step({ type: 'leave', member: name, at: this.#options.clock.now() });
    this.#tellWatched();
  }

  #step(input: ViewerGroupInput): void {
    const stepped = viewerGroupStep(this.#group, input);
    this.#group = stepped.state;
    for (const out of stepped.out) this.#act(out);
    if (this.#members.size === 0) this.#rest();
    this.#setTaking();
    this.#wakeWhenDue();
  }

  #act(out: ViewerGroupOut): void {
    const { clock, group } = this.#options;
    switch (out.type) {
      case 'make':
        if (this.#sender !== null) this.#epochs.set(out.epoch, this.#sender.prepare(clock.now()));
        return;
      case 'tell': {
        const keys = this.#epochs.get(out.epoch);
        const member = this.#members.get(out.member);
        if (keys === undefined || member === undefined) return;
        // The group counts its epochs from its first member, the sender its own: only the former is told.
        member.key({ ...keys, epoch: out.epoch, feedback: member.feedback, group });
        return;
      }
      case 'use':
        this.#sender?.rekey();
        // Within the step the group still has the state of before.
        for (const unit of this.#early.splice(0)) this.#send(unit);
        return;
      case 'forget':
        this.#epochs.delete(out.epoch);
        return;
      default:
        unreachable(out);
    }
  }

  #spread(packets: readonly Uint8Array[]): void {
    const { port, group } = this.#options;
    const places = group === null ? [...this.#members.values()].map(({ place }) => place) : [group];
    for (const packet of packets) for (const place of places) port.send(packet, place);
  }

  #tellWatched(): void {
    const offers = [...this.#members.values()].map(({ offer }) => offer);
    const all = (chroma: Chroma) => offers.every(({ chromas }) => chromas.includes(chroma));
    const chromas = (['4:2:0', '4:4:4'] as const).filter(all);
    this.#options.watched(offers.length === 0 ? null : { chromas, sound: offers.some(({ sound }) => sound) });
  }

  /** Nobody watches: keys that nobody needs are gone, and the next viewer begins with new ones. */
  #rest(): void {
    this.#refused = this.refused;
    this.#sender = null;
    this.#early = [];
    this.#epochs.clear();
    this.#due?.timer.cancel();
    this.#due = null;
  }

  #setTaking(): void {
    const { clock } = this.#options;
    this.#taking?.cancel();
    const due = viewerGroupDue(this.#group);
    this.#taking =
      due === null
        ? null
        : clock.timer({
            name: 'viewer group: keys',
            after: milliseconds(Math.max(0, between(clock.now(), due))),
            fire: () => this.#step({ type: 'tick', at: clock.now() }),
          });
  }

  /** Units come by the hundred a second, and most move nothing that is due: the timer stays as long as it is early enough. */
  #wakeWhenDue(): void {
    const { clock } = this.#options;
    const due = this.#sender?.due ?? null;
    if (due === null || (this.#due !== null && this.#due.at <= due)) return;
    this.#due?.timer.cancel();
    const wait = milliseconds(Math.max(0, between(clock.now(), due)));
    this.#due = { at: due, timer: clock.timer({ name: 'viewer group', after: wait, fire: () => this.#tick() }) };
  }

  #tick(): void {
    this.#due = null;
    const sender = this.#sender;
    if (sender === null) return;
    const { out, keyFrameWanted } = sender.tick(this.#options.clock.now());
    if (this.#group.current !== null) this.#spread(out);
    if (keyFrameWanted) this.#options.wantKeyFrame();
    this.#wakeWhenDue();
  }
}
