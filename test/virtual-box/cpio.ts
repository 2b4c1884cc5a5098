/** What one entry of an initramfs is. Modes are those of files, folders and links that root owns. */
export type CpioEntry =
  | { readonly type: 'file'; readonly path: string; readonly content: Uint8Array; readonly executable: boolean }
  | { readonly type: 'folder'; readonly path: string }
  | { readonly type: 'link'; readonly path: string; readonly target: string };

/** An archive in the format "newc" (Linux, Documentation/driver-api/early-userspace/buffer-format.rst), folders added. */
export function cpioArchive(entries: readonly CpioEntry[]): Uint8Array {
  const folders = new Set(entries.flatMap(({ path }) => parentsOf(path)));
  for (const entry of entries) if (entry.type === 'folder') folders.add(entry.path);
  const all: readonly CpioEntry[] = [
    ...[...folders].sort().map((path) => ({ type: 'folder', path }) as const),
    ...entries.filter(({ type }) => type !== 'folder'),
  ];
  const parts = all.flatMap((entry, index) => entryParts(entry, index + 1));
  return Buffer.concat([...parts, ...trailer()]);
}

const FILE = 0o100644;
const PROGRAM = 0o100755;
const FOLDER = 0o040755;
const LINK = 0o120777;

function entryParts(entry: CpioEntry, inode: number): readonly Uint8Array[] {
  switch (entry.type) {
    case 'file':
      return record({ ...entry, inode, mode: entry.executable ? PROGRAM : FILE });
    case 'folder':
      return record({ ...entry, inode, mode: FOLDER, content: new Uint8Array() });
    case 'link':
      return record({ ...entry, inode, mode: LINK, content: Buffer.from(entry.target) });
  }
}

const trailer = (): readonly Uint8Array[] =>
  record({ path: 'TRAILER!!!', inode: 0, mode: 0, content: new Uint8Array() });

function record({
  path,
  inode,
  mode,
  content,
}: {
  readonly path: string;
  readonly inode: number;
  readonly mode: number;
  readonly content: Uint8Array;
}): readonly Uint8Array[] {
  const name = Buffer.from(`${path}\0`);
  // magic, inode, mode, uid, gid, links, time, size, device (two pairs), length of the name, checksum.
  const fields = [inode, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length, 0];
  const header = Buffer.from(`070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`);
  return [header, name, padding(header.length + name.length), content, padding(content.length)];
}

const padding = (length: number): Uint8Array => new Uint8Array((4 - (length % 4)) % 4);

function parentsOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
