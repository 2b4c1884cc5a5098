import type { OperatorKey } from '@seatmatrix/protocol/domain';
import type { Clock } from '@seatmatrix/protocol/kernel';
import { auditEntry } from '../audit/index.ts';
import {
  type Actor,
  type Directory,
  type DirectoryChange,
  type DirectorySnapshot,
  inSlices,
  judgeChanges,
} from '../directory/index.ts';
import type { Journal } from '../store/index.ts';
import { Turns } from '../turns.ts';
import { type FileFormat, PROBLEMS_MAX, problemAt, type TransferProblem } from './file-table.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { type Preview, previewOf, refusalProblem, refusedPreview } from './preview.ts';
import { readFileText } from './read-file.ts';
import { revisionOf } from './revision.ts';
import type { SheetName } from './sheet.ts';

export interface SiteImportOptions {
  readonly directory: Directory;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly newKey: () => string;
  readonly canSignIn: (operator: string) => boolean;
}

export interface ImportWish {
  readonly collection: SheetName | 'site';
  readonly format: FileFormat;
  readonly text: string;
  readonly mode: 'merge' | 'replace';
  readonly caller: OperatorKey;
  /** A program's token, which makes no person what its owner may not leave to it. */
  readonly byToken: boolean;
  readonly actor: Actor;
}

export interface Judged {
  readonly preview: Preview;
  readonly revision: string;
}

/** Files that people edited, taken into the directory: all of it or nothing. */
export class SiteImport {
  readonly #options: SiteImportOptions;
  /** One at a time: each needs memory and a thread for itself. */
  readonly #turns = new Turns();

  constructor(options: SiteImportOptions) {
    this.#options = options;
  }

  get revision(): string {
    return revisionOf(this.#options.directory.snapshot);
  }

  /** What would change, and what is wrong. */
  judge(wish: ImportWish): Promise<Judged> {
    return this.#turns.take(async () => {
      const base = this.#options.directory.snapshot;
      const { preview } = await this.#judge(wish, base);
      return { preview, revision: revisionOf(base) };
    });
  }

  /** `moved`: somebody changed something since it was judged. With problems in the preview, nothing was done. */
  apply(wish: ImportWish): Promise<Judged | 'moved'> {
    return this.#turns.take(() => this.#apply(wish));
  }

  async #apply(wish: ImportWish): Promise<Judged | 'moved'> {
    const { directory, clock, journal } = this.#options;
    const base = directory.snapshot;
    const { preview, plan } = await this.#judge(wish, base);
    const [problem] = preview.problems;
    const act = { actor: wish.actor.name, from: wish.actor.from, action: 'import', object: wish.collection };
    if (problem !== undefined || plan === null) {
      const detail = `line ${problem?.line ?? '-'}: ${problem?.message ?? ''}`;
      await journal.commit([{ type: 'audit', entry: auditEntry({ ...act, outcome: 'refused', detail }, clock) }]);
      return { preview, revision: revisionOf(base) };
    }
    const { add, change, remove } = preview.counts;
    const detail = `${wish.mode}; ${add} added, ${change} changed, ${remove} removed`;
    const changed = await directory.changeWhole(
      {
        base,
        changes: plan.changes,
        beside: () => ({ staged: [], audit: [auditEntry({ ...act, outcome: 'done', detail }, clock)] }),
      },
      wish.actor,
    );
    // Lawful when it was judged, of the very same state: what else it could be refused for is that the state is another.
    if (changed === 'moved' || !changed.done) return 'moved';
    return { preview, revision: this.revision };
  }

  async #judge(
    wish: ImportWish,
    site: DirectorySnapshot,
  ): Promise<{ readonly preview: Preview; readonly plan: ImportPlan | null }> {
    const { clock, newKey, canSignIn } = this.#options;
    const content = await readFileText(wish, clock);
    const foreign = content.tables.flatMap(({ collection }) => strayTable(collection, wish));
    const unread = [...content.problems, ...foreign];
    if (unread.length > 0) return { preview: refusedPreview(unread), plan: null };
    const plan = await inSlices(planImport({ tables: content.tables, site, mode: wish.mode, newKey }), clock);
    const problems = [...plan.problems, ...(wish.byToken ? madeAdministrators(plan, site) : [])];
    if (problems.length > 0) return { preview: refusedPreview(inFileOrder(problems)), plan: null };
    const question = { before: site, changes: plan.changes, canSignIn, refusalsMax: PROBLEMS_MAX };
    const { snapshot, changed, refused } = await inSlices(judgeChanges(question), clock);
    const broken = refused.map((each) => refusalProblem(each, { lines: plan.lines, site }));
    if (broken.length > 0) return { preview: refusedPreview(inFileOrder(broken)), plan: null };
    const { lines } = plan;
    return { preview: previewOf({ before: site, after: snapshot, changed, lines, caller: wish.caller }), plan };
  }
}

/** A file of devices that brings operators along is another file than the one that was meant. */
function strayTable(collection: string, wish: ImportWish): readonly TransferProblem[] {
  if (wish.collection === 'site' || collection === wish.collection) return [];
  const message = `the file also has ${collection}; only ${wish.collection} were asked for`;
  return [problemAt({ collection }, { code: 'unknown-collection', message })];
}

function madeAdministrators({ changes, lines }: ImportPlan, site: DirectorySnapshot): readonly TransferProblem[] {
  const isMade = (change: DirectoryChange) =>
    change.type === 'put' &&
    change.collection === 'operators' &&
    change.value.role === 'administrator' &&
    site.operators.get(change.value.key)?.value.role !== 'administrator';
  return changes.filter(isMade).map((change) => {
    const key = change.type === 'put' ? change.value.key : change.key;
    const where = { line: lines.get(`operators/${key}`) ?? null, column: 'role', collection: 'operators' };
    return problemAt(where, { code: 'himself-only', message: 'a program makes no administrators' });
  });
}

const inFileOrder = (problems: readonly TransferProblem[]): readonly TransferProblem[] =>
  problems.toSorted((one, other) => (one.line ?? Infinity) - (other.line ?? Infinity));
