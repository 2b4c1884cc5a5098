/*
 * What a gadget's folder in configfs has, and which steps bring it from what it has to what it should have
 * (Linux, Documentation/usb/gadget_configfs.rst). Paths are inside the gadget's folder.
 */

export type GadgetEntry =
  | { readonly type: 'folder' }
  /** `optional`: set where the kernel has the attribute, and passed over where it has not. */
  | { readonly type: 'attribute'; readonly value: Uint8Array; readonly optional: boolean }
  /** A function that is part of a configuration; the target is inside the gadget's folder too. */
  | { readonly type: 'link'; readonly target: string };

export type GadgetTree = ReadonlyMap<string, GadgetEntry>;

export interface GadgetState {
  readonly tree: GadgetTree;
  /** The USB device controller that drives it; null for none. */
  readonly controller: string | null;
}

export type GadgetStep =
  | { readonly type: 'bind'; readonly controller: string }
  | { readonly type: 'unbind' }
  | { readonly type: 'make-folder'; readonly path: string }
  | { readonly type: 'remove-folder'; readonly path: string }
  | { readonly type: 'write'; readonly path: string; readonly value: Uint8Array; readonly optional: boolean }
  | { readonly type: 'link'; readonly path: string; readonly target: string }
  | { readonly type: 'unlink'; readonly path: string };

/**
 * The steps from what is there to what is wanted; none when it is so already, and then the computer notices nothing. A
 * difference takes the gadget off the bus first: the kernel refuses to change a function that is in use. Whoever reads
 * what is there leaves out folders that the kernel makes by itself.
 */
export function planGadget(has: GadgetState, wanted: GadgetState): readonly GadgetStep[] {
  const changes = planTree(has.tree, wanted.tree);
  if (changes.length === 0 && has.controller === wanted.controller) return [];
  return [
    ...(has.controller === null ? [] : [{ type: 'unbind' } as const]),
    ...changes,
    ...(wanted.controller === null ? [] : [{ type: 'bind', controller: wanted.controller } as const]),
  ];
}

function planTree(has: GadgetTree, wanted: GadgetTree): readonly GadgetStep[] {
  const changed = [...wanted].filter(
    ([path, entry]) => !isSame(has.get(path), entry) && !isLacking(has, { path, entry }),
  );
  const changedAttributes = changed.flatMap(([path, entry]) => (entry.type === 'attribute' ? [{ path, entry }] : []));
  /** A function's attributes are fixed while a configuration has it. */
  const relink = (target: string) => changedAttributes.some(({ path }) => path.startsWith(`${target}/`));
  const links = [...wanted].flatMap(([path, entry]) => (entry.type === 'link' ? [{ path, entry }] : []));
  const linked = (path: string, target: string) => {
    const entry = has.get(path);
    return entry?.type === 'link' && entry.target === target;
  };
  const kept = links.filter(({ path, entry }) => linked(path, entry.target) && !relink(entry.target));
  const stale = [...has].filter(([path, entry]) => entry.type === 'link' && !kept.some((link) => link.path === path));
  const surplus = [...has].filter(([path, entry]) => entry.type === 'folder' && !wanted.has(path));
  return [
    ...stale.map(([path]) => ({ type: 'unlink', path }) as const),
    // The deepest first.
    ...surplus
      .map(([path]) => ({ type: 'remove-folder', path }) as const)
      .toSorted((one, other) => depth(other) - depth(one)),
    ...changed.flatMap(([path, entry]) => (entry.type === 'folder' ? [{ type: 'make-folder', path } as const] : [])),
    ...changedAttributes.map(
      ({ path, entry }) => ({ type: 'write', path, value: entry.value, optional: entry.optional }) as const,
    ),
    ...links
      .filter((link) => !kept.includes(link))
      .map(({ path, entry }) => ({ type: 'link', path, target: entry.target }) as const),
  ];
}

const depth = ({ path }: { readonly path: string }): number => path.split('/').length;

function isSame(has: GadgetEntry | undefined, wanted: GadgetEntry): boolean {
  if (wanted.type === 'attribute') return has?.type === 'attribute' && sameValue(has.value, wanted.value);
  if (wanted.type === 'link') return has?.type === 'link' && has.target === wanted.target;
  return has?.type === 'folder';
}

/** An attribute that need not be there and is not, although its folder is: this kernel does not know it. */
const isLacking = (has: GadgetTree, { path, entry }: { readonly path: string; readonly entry: GadgetEntry }): boolean =>
  entry.type === 'attribute' && entry.optional && !has.has(path) && has.has(path.slice(0, path.lastIndexOf('/')));

/** The kernel gives text back with a line feed, and numbers in its own notation: `0x1d6b` for `0x1D6B`, `8` for `0x8`. */
function sameValue(one: Uint8Array, other: Uint8Array): boolean {
  if (Buffer.from(one).equals(Buffer.from(other))) return true;
  const [first, second] = [text(one), text(other)];
  return first === second || (isNumber(first) && isNumber(second) && Number(first) === Number(second));
}

const text = (value: Uint8Array): string => Buffer.from(value).toString('latin1').trimEnd();
const isNumber = (value: string): boolean => /^(0x[0-9a-f]+|\d+)$/i.test(value);
