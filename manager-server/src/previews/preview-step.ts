import type { DeviceKey } from '@seatmatrix/protocol/domain';
import { after, between, type Instant, type Stepped, unreachable } from '@seatmatrix/protocol/kernel';
import type { Look, PreviewReason } from './preview-look.ts';
import {
  ABSENT_AGAIN_AFTER,
  AGAIN_AFTER,
  ASK_LIMIT,
  CUT_AGAIN_AFTER,
  FRAMES_AT_ONCE,
  LINGER,
  type PageId,
  type Phase,
  PREVIEW_INTERVAL,
  type PreviewInput,
  type PreviewOut,
  type PreviewState,
  type Purse,
  SILENCE_MAX,
  SOURCES_MAX,
  type Source,
} from './preview-state.ts';

/** Who looks at what, what that asks of boxes, and what each page is told. Pictures themselves stay outside. */
export function stepPreviews(state: PreviewState, input: PreviewInput): Stepped<PreviewState, PreviewOut> {
  const draft = new Draft(state, input.now);
  switch (input.type) {
    case 'looks':
      draft.look(input.page, input.looks);
      break;
    case 'reach':
      reach(draft, input);
      break;
    case 'opened':
      opened(draft, input.source);
      break;
    case 'closed':
      draft.rest(input.source, { again: AGAIN_AFTER, reason: 'loading' });
      break;
    case 'frame':
      heard(draft, input);
      break;
    case 'misconduct':
      draft.cut(input.source, input.what);
      break;
    case 'time':
      for (const source of state.sources.keys()) passed(draft, source);
      break;
    default:
      unreachable(input);
  }
  return draft.done();
}

function reach(draft: Draft, { source, reach: to }: Extract<PreviewInput, { readonly type: 'reach' }>): void {
  const had = draft.source(source);
  if (had === undefined) return;
  if (had.phase.type === 'open') draft.out.push({ type: 'close', source });
  if (to === 'here') draft.ask(source);
  else draft.change(source, { phase: { type: 'away' }, reason: to });
}

function opened(draft: Draft, source: DeviceKey): void {
  // One that is not waited for is not let in by the runner; a second one takes the place of the first.
  const phase = draft.source(source)?.phase.type;
  if (phase !== 'asked' && phase !== 'open') return;
  const purse = { left: FRAMES_AT_ONCE, at: draft.now };
  draft.change(source, { phase: { type: 'open', silentAt: after(draft.now, SILENCE_MAX), purse } });
  draft.out.push({ type: 'want', source });
}

function heard(draft: Draft, { source, frame }: Extract<PreviewInput, { readonly type: 'frame' }>): void {
  const phase = draft.source(source)?.phase;
  if (phase?.type !== 'open') return;
  const purse = spend(phase.purse, draft.now);
  if (purse === null) {
    draft.cut(source, 'it sends more small pictures than are wanted');
    return;
  }
  const heardNow: Phase = { type: 'open', silentAt: after(draft.now, SILENCE_MAX), purse };
  if (frame === 'unchanged') draft.change(source, { phase: heardNow });
  else if (frame === 'picture') {
    draft.change(source, { phase: heardNow, reason: null });
    draft.show(source);
  } else draft.change(source, { phase: heardNow, reason: frame });
}

function passed(draft: Draft, key: DeviceKey): void {
  const source = draft.source(key);
  if (source === undefined) return;
  const { phase, endsAt } = source;
  if (endsAt !== null && draft.now >= endsAt) {
    draft.end(key);
    return;
  }
  switch (phase.type) {
    case 'away':
      return;
    case 'asked':
      if (draft.now >= phase.until) draft.rest(key, { again: ABSENT_AGAIN_AFTER, reason: 'unable' });
      return;
    case 'open':
      if (draft.now < phase.silentAt) return;
      draft.out.push({ type: 'close', source: key });
      draft.rest(key, { again: AGAIN_AFTER, reason: 'loading' });
      return;
    case 'resting':
      if (draft.now >= phase.until && endsAt === null) draft.ask(key);
      return;
    default:
      unreachable(phase);
  }
}

/** Null when the box has sent too much. */
function spend({ left, at }: Purse, now: Instant): Purse | null {
  const had = Math.min(FRAMES_AT_ONCE, left + between(at, now) / PREVIEW_INTERVAL);
  return had < 1 ? null : { left: had - 1, at: now };
}

/** The state while one input is taken in. Whatever changes for a page is told by comparing at the end of each change. */
class Draft {
  readonly now: Instant;
  readonly out: PreviewOut[] = [];
  readonly #state: PreviewState;
  readonly #sources: Map<DeviceKey, Source>;
  #pages: PreviewState['pages'];

  constructor(state: PreviewState, now: Instant) {
    this.now = now;
    this.#state = state;
    this.#sources = new Map(state.sources);
    this.#pages = state.pages;
  }

  source(key: DeviceKey): Source | undefined {
    return this.#sources.get(key);
  }

  done(): Stepped<PreviewState, PreviewOut> {
    return { state: { pages: this.#pages, sources: this.#sources }, out: this.out };
  }

  look(page: PageId, wanted: ReadonlyMap<DeviceKey, Look>): void {
    const before = this.#state.pages.get(page) ?? new Map<DeviceKey, Look>();
    const looks = this.#withRoom(wanted);
    const pages = new Map(this.#pages);
    if (looks.size === 0) pages.delete(page);
    else pages.set(page, looks);
    this.#pages = pages;
    const had = bySource(before);
    const has = bySource(looks);
    for (const [key, devices] of has) this.#watch(key, { page, devices });
    for (const key of had.keys()) if (!has.has(key)) this.#unwatch(key, page);
    for (const [device, look] of looks) {
      const old = before.get(device);
      if (old?.source === look.source && old.reason === look.reason) continue;
      this.#tell(page, device, look);
    }
    for (const [key, devices] of has) {
      // A page has the picture of a source for as long as one of the same devices shows it.
      const keeps = had.get(key)?.isDisjointFrom(devices) === false;
      if (!keeps && this.#sources.get(key)?.reason === null) this.out.push({ type: 'picture', page, source: key });
    }
  }

  ask(key: DeviceKey): void {
    this.change(key, { phase: { type: 'asked', until: after(this.now, ASK_LIMIT) } });
    this.out.push({ type: 'ask', source: key });
  }

  /** Lets a source be until it is asked again. */
  rest(
    key: DeviceKey,
    { again, reason }: { readonly again: typeof AGAIN_AFTER; readonly reason: PreviewReason },
  ): void {
    const phase = this.#sources.get(key)?.phase.type;
    if (phase !== 'open' && phase !== 'asked') return;
    this.change(key, { phase: { type: 'resting', until: after(this.now, again) }, reason });
  }

  cut(key: DeviceKey, what: string): void {
    this.out.push({ type: 'cut', source: key, what });
    this.rest(key, { again: CUT_AGAIN_AFTER, reason: 'unable' });
  }

  end(key: DeviceKey): void {
    if (this.#sources.get(key)?.phase.type === 'open') this.out.push({ type: 'close', source: key });
    this.#sources.delete(key);
    this.out.push({ type: 'forget', source: key });
  }

  change(key: DeviceKey, part: Partial<Source>): void {
    const source = this.#sources.get(key);
    if (source === undefined) return;
    const changed = { ...source, ...part };
    this.#sources.set(key, changed);
    if (changed.reason === source.reason) return;
    for (const [page, devices] of changed.watchers) {
      for (const device of devices) this.#tell(page, device, { source: key, reason: null });
    }
  }

  show(key: DeviceKey): void {
    for (const page of this.#sources.get(key)?.watchers.keys() ?? [])
      this.out.push({ type: 'picture', page, source: key });
  }

  /** What is over the manager's room is not looked at. */
  #withRoom(wanted: ReadonlyMap<DeviceKey, Look>): ReadonlyMap<DeviceKey, Look> {
    const coming = new Set<DeviceKey>();
    const looks = new Map<DeviceKey, Look>();
    for (const [device, look] of wanted) {
      const { source } = look;
      if (source !== null && !this.#sources.has(source)) coming.add(source);
      const fits = this.#sources.size + coming.size <= SOURCES_MAX;
      if (!fits && source !== null) coming.delete(source);
      const isOut = !fits && source !== null && !this.#sources.has(source);
      looks.set(device, isOut ? { source: null, reason: 'crowded' } : look);
    }
    return looks;
  }

  #watch(key: DeviceKey, { page, devices }: { readonly page: PageId; readonly devices: ReadonlySet<DeviceKey> }): void {
    const source = this.#sources.get(key);
    const watchers = new Map(source?.watchers).set(page, devices);
    if (source !== undefined) {
      this.#sources.set(key, { ...source, watchers, endsAt: null });
      return;
    }
    this.#sources.set(key, { phase: { type: 'away' }, reason: 'loading', watchers, endsAt: null });
    this.ask(key);
  }

  #unwatch(key: DeviceKey, page: PageId): void {
    const source = this.#sources.get(key);
    if (source === undefined) return;
    const watchers = new Map(source.watchers);
    watchers.delete(page);
    const endsAt = watchers.size === 0 ? after(this.now, LINGER) : null;
    this.#sources.set(key, { ...source, watchers, endsAt });
  }

  #tell(page: PageId, device: DeviceKey, { source, reason }: Look): void {
    const now = source === null ? reason : (this.#sources.get(source)?.reason ?? null);
    this.out.push({ type: 'tell', page, device, source, reason: now });
  }
}

function bySource(looks: ReadonlyMap<DeviceKey, Look>): ReadonlyMap<DeviceKey, ReadonlySet<DeviceKey>> {
  const found = new Map<DeviceKey, Set<DeviceKey>>();
  for (const [device, { source }] of looks) {
    if (source === null) continue;
    const devices = found.get(source);
    if (devices === undefined) found.set(source, new Set([device]));
    else devices.add(device);
  }
  return found;
}
