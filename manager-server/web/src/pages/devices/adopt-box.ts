import { create, remove } from '../../api/changes.ts';
import { answerOf, api, doneOf } from '../../api/client.ts';
import { queryClient } from '../../api/queries.ts';
import type { New } from '../../api/records.ts';
import { failureText } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';

/** The manager says so by an event, too; the page does not wait for it. */
export const boxesChanged = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['boxes'] });

/** Gives a waiting box the place of a device that is there. */
export async function adoptAs(fingerprint: string, device: string): Promise<void> {
  const params = { path: { fingerprint } };
  await doneOf(api.POST('/api/boxes/{fingerprint}/adoption', { params, body: { device } }));
  await boxesChanged();
}

/** Makes a device for the box; when the box cannot be adopted after all, no empty place stays behind. */
export async function adoptAsNew(fingerprint: string, device: New<'devices'>): Promise<void> {
  const made = await create('devices', device);
  try {
    await adoptAs(fingerprint, made.key);
  } catch (error) {
    await remove('devices', made);
    throw error;
  }
}

export async function forgetBox(fingerprint: string): Promise<void> {
  await doneOf(api.DELETE('/api/boxes/{fingerprint}', { params: { path: { fingerprint } } }));
  await boxesChanged();
}

/** A waiting box takes over a place: the one that had it is a stranger from now on. */
export async function replaceBox(places: {
  readonly device: string;
  readonly old: string | null;
  readonly next: string;
}): Promise<void> {
  if (places.old !== null) await forgetBox(places.old);
  try {
    await adoptAs(places.next, places.device);
  } catch (error) {
    if (places.old === null) throw error;
    throw new Error(word('replaceHalf', { reason: failureText(error) }), { cause: error });
  }
}

export type BoxCommand =
  /** 0 ends it. */
  | { readonly type: 'identify'; readonly seconds: number }
  | { readonly type: 'restart' }
  | { readonly type: 'message'; readonly text: string; readonly seconds: number };

export async function commandBox(fingerprint: string, body: BoxCommand): Promise<void> {
  await doneOf(api.POST('/api/boxes/{fingerprint}/commands', { params: { path: { fingerprint } }, body }));
}

export interface EnrolmentCode {
  readonly code: string;
  readonly boxPort: number;
}

/** Told this once. `device` null: each box that comes with it becomes a new device. */
export async function createEnrolmentCode(wish: {
  readonly uses: number;
  readonly device: string | null;
}): Promise<EnrolmentCode> {
  const { code, boxPort } = await answerOf(api.POST('/api/enrolment-codes', { body: wish }));
  return { code, boxPort };
}
