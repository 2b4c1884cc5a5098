import { createHash } from 'node:crypto';
import type { OperatorKey } from '@seatmatrix/protocol/domain';
import { type Clock, Fault } from '@seatmatrix/protocol/kernel';
import { auditEntry } from '../audit/index.ts';
import {
  type Actor,
  type Directory,
  type DirectoryChange,
  type DirectorySnapshot,
  inSlices,
  judgeChanges,
} from '../directory/index.ts';
import { hasAdministrator } from '../directory/law/administrator-law.ts';
import type { Restoring } from '../people/credentials.ts';
import type { OperatorCredentials } from '../people/operator-credentials.ts';
import type { SecondFactors } from '../people/second-factors.ts';
import type { Journal, Store } from '../store/index.ts';
import { Turns } from '../turns.ts';
import type { StoredRecords } from './backup-content.ts';
import { factsWords, siteIdentity } from './backup-facts.ts';
import type { BackupFacts } from './backup-file.ts';
import { PROBLEMS_MAX, problemAt, type TransferProblem, type TransferProblemCode } from './file-table.ts';
import { openedBackup, refusalWords } from './opened-backup.ts';
import { type Preview, previewOf, refusalProblem, refusedPreview } from './preview.ts';
import { changedPeople, restoreChanges, secretChanges, snapshotOf } from './restore-plan.ts';
import { revisionOf } from './revision.ts';

export interface SiteRestoreOptions {
  readonly directory: Directory;
  readonly credentials: OperatorCredentials;
  readonly secondFactors: SecondFactors;
  readonly store: Pick<Store, 'load'>;
  readonly journal: Journal;
  readonly clock: Clock;
}

export interface RestoreWish {
  readonly file: Buffer;
  readonly passphrase: string;
  readonly caller: OperatorKey;
  readonly actor: Actor;
}

export interface RestoreJudged {
  readonly preview: Preview;
  readonly revision: string;
  readonly backup: (BackupFacts & { readonly sameSite: boolean }) | null;
}

interface RestorePlan {
  readonly base: DirectorySnapshot;
  readonly changes: readonly DirectoryChange[];
  readonly passwords: Restoring;
  readonly factors: Restoring;
  readonly canSignIn: (operator: string) => boolean;
  /** Whether somebody's password or second factor has become another since the plan was made. */
  readonly peopleMoved: () => boolean;
}

/**
 * Makes the directory and the people of a running site what a backup says they were, in one change. Boxes, their routes
 * and desks' sessions, the site's keys, the counter, tokens and the audit stay as they are: what nobody may do any more
 * ends by the ways in which it always ends.
 */
export class SiteRestore {
  readonly #options: SiteRestoreOptions;
  /** One at a time: each needs memory for itself. */
  readonly #turns = new Turns();
  /** Of this site. It stays when the CA is changed. */
  #manager: string | null = null;

  constructor(options: SiteRestoreOptions) {
    this.#options = options;
  }

  judge(wish: RestoreWish): Promise<RestoreJudged> {
    return this.#turns.take(async () => (await this.#judge(wish)).judged);
  }

  /** `moved`: the site is another than `seen`. With problems in the preview, nothing was done. */
  apply(wish: RestoreWish, seen: (revision: string) => boolean): Promise<RestoreJudged | 'moved'> {
    return this.#turns.take(() => this.#apply(wish, seen));
  }

  async #apply(wish: RestoreWish, seen: (revision: string) => boolean): Promise<RestoreJudged | 'moved'> {
    const { directory, credentials, journal, clock } = this.#options;
    const { judged, plan } = await this.#judge(wish);
    const { name: actor, from } = wish.actor;
    const act = { actor, from, action: 'restore', object: judged.backup?.site ?? '' };
    const [problem] = judged.preview.problems;
    if (problem !== undefined || plan === null) {
      const entry = auditEntry({ ...act, outcome: 'refused', detail: problem?.message ?? '' }, clock);
      await journal.commit([{ type: 'audit', entry }]);
      return judged;
    }
    if (!seen(judged.revision)) return 'moved';
    const { base, changes, passwords, factors, canSignIn, peopleMoved } = plan;
    const { add, change, remove } = judged.preview.counts;
    const counts = `${add} added, ${change} changed, ${remove} removed`;
    const detail = `${judged.backup === null ? '' : factsWords(judged.backup)}; ${counts}`;
    const done = await directory.changeWhole(
      {
        base,
        changes,
        canSignIn,
        beside: () =>
          peopleMoved()
            ? null
            : {
                staged: [...passwords.stage(), ...factors.stage()],
                audit: [auditEntry({ ...act, outcome: 'done', detail }, clock)],
              },
      },
      wish.actor,
    );
    if (done === 'moved' || !done.done) return 'moved';
    credentials.restored(changedPeople(passwords, factors), wish.actor);
    return judged;
  }

  async #judge(wish: RestoreWish): Promise<{ readonly judged: RestoreJudged; readonly plan: RestorePlan | null }> {
    const { directory, clock } = this.#options;
    const opened = await openedBackup(wish.file, { passphrase: wish.passphrase, clock });
    this.#manager ??= siteIdentity(await this.#options.store.load()).manager;
    const manager = this.#manager;
    const backup = opened.facts === null ? null : { ...opened.facts, sameSite: opened.facts.manager === manager };
    const revision = revisionOf(directory.snapshot);
    const refused = (...problems: readonly TransferProblem[]) => ({
      judged: { preview: refusedPreview(problems), revision, backup },
      plan: null,
    });
    if (!opened.ok) return refused(told(opened.refusal, refusalWords(opened.refusal)));
    if (opened.facts.manager !== manager) {
      const words = `this is a ${factsWords(opened.facts)}, which is another site: its boxes know another manager. Restore it with --restore into a data folder of its own`;
      return refused(told('other-site', words));
    }
    const plan = await this.#plan(opened.content.records);
    if (!('base' in plan)) return refused(plan);
    const { base, changes, passwords, factors, canSignIn } = plan;
    const question = { before: base, changes, canSignIn, refusalsMax: PROBLEMS_MAX };
    const { snapshot: after, changed, refused: broken } = await inSlices(judgeChanges(question), clock);
    const lines = new Map<string, number>();
    if (broken.length > 0) return refused(...broken.map((each) => refusalProblem(each, { lines, site: base })));
    const others = [
      ...secretChanges('passwords', passwords, after),
      ...secretChanges('second-factors', factors, after),
    ];
    const preview = previewOf({ before: base, after, changed, lines, others, caller: wish.caller });
    const signsYouOut = preview.signsYouOut || changedPeople(passwords, factors).has(wish.caller);
    const whole = createHash('sha256').update([revisionOf(base), passwords.revision, factors.revision].join(' '));
    return { judged: { preview: { ...preview, signsYouOut }, revision: whole.digest('hex'), backup }, plan };
  }

  async #plan(records: StoredRecords): Promise<RestorePlan | TransferProblem> {
    const { directory, credentials, secondFactors, clock } = this.#options;
    const base = directory.snapshot;
    try {
      const wanted = await inSlices(snapshotOf(records), clock);
      const passwords = credentials.restoring(records);
      const withPassword = new Set((records.get('operator-credentials') ?? []).map(({ key }) => key));
      const canSignIn = (operator: string) => withPassword.has(operator);
      if (!hasAdministrator(wanted, canSignIn)) {
        return told('last-administrator', 'the backup has nobody who could sign in as an administrator');
      }
      const changes = await inSlices(restoreChanges(base, wanted), clock);
      const factors = secondFactors.restoring(records);
      const peopleMoved = () =>
        credentials.restoring(records).revision !== passwords.revision ||
        secondFactors.restoring(records).revision !== factors.revision;
      return { base, changes, passwords, factors, canSignIn, peopleMoved };
    } catch (thrown) {
      if (thrown instanceof Fault && thrown.code === 'store-corrupt') return told('damaged', thrown.message);
      throw thrown;
    }
  }
}

const told = (code: TransferProblemCode, message: string): TransferProblem => problemAt({}, { code, message });
