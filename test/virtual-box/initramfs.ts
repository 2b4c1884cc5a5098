import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CpioEntry, cpioArchive } from './cpio.ts';
import { moduleOrder } from './kernel-modules.ts';

/** Where the tree stands in the guest. */
const GUEST_TREE = 'seatmatrix';

const MODULES = [
  'virtio_pci',
  'virtio_console',
  'xhci_pci',
  'usbhid',
  'hid_generic',
  'evdev',
  'uhid',
  'dummy_hcd',
  'libcomposite',
  'usb_f_hid',
  'usb_f_acm',
];

/**
 * Everything that the guest is made of: busybox, this Node, kernel modules, and of this tree what the guest's program
 * loads. `files` are absolute paths inside `tree`.
 */
export function initramfs({
  tree,
  files,
  modules,
}: {
  readonly tree: string;
  readonly files: readonly string[];
  readonly modules: string;
}): Uint8Array {
  const order = moduleOrder(modules, MODULES);
  const programs: readonly CpioEntry[] = [
    { ...fileEntry('bin/busybox', '/bin/busybox'), executable: true },
    { type: 'link', path: 'bin/sh', target: 'busybox' },
    { ...fileEntry('usr/bin/node', process.execPath), executable: true },
    { ...fileEntry('init', fileURLToPath(new URL('./guest/init.sh', import.meta.url))), executable: true },
  ];
  const libraries = [process.execPath, ...files.filter((file) => file.endsWith('.node'))].flatMap(sharedLibraries);
  return cpioArchive([
    ...['dev', 'proc', 'sys', 'tmp'].map((path) => ({ type: 'folder', path }) as const),
    ...programs,
    ...[...new Set(libraries)].map((path) => fileEntry(path.slice(1), path)),
    {
      type: 'file',
      path: 'modules/order',
      content: Buffer.from(`${order.map((each) => basename(each)).join('\n')}\n`),
      executable: false,
    },
    ...order.map((path) => fileEntry(`modules/${basename(path)}`, path)),
    ...treeEntries(tree, files),
  ]);
}

const fileEntry = (path: string, source: string): Extract<CpioEntry, { readonly type: 'file' }> => ({
  type: 'file',
  path,
  content: readFileSync(source),
  executable: source.includes('.so'),
});

/** The files, the package.json that each is resolved by, and the links that make workspaces packages. */
function treeEntries(tree: string, files: readonly string[]): readonly CpioEntry[] {
  const manifests = files.flatMap((file) => manifestsAbove(tree, file));
  const entries = [...new Set([...files, ...manifests])].map((file) =>
    fileEntry(join(GUEST_TREE, relative(tree, file)), file),
  );
  const links = ['firmware-agent', 'osd', 'protocol'].map(
    (name): CpioEntry => ({
      type: 'link',
      path: `${GUEST_TREE}/node_modules/@seatmatrix/${name}`,
      target: `../../${name}`,
    }),
  );
  return [...entries, ...links];
}

function manifestsAbove(tree: string, file: string): readonly string[] {
  const found: string[] = [];
  for (let folder = dirname(file); folder.startsWith(tree); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) found.push(manifest);
    if (folder === tree) break;
  }
  return found;
}

function sharedLibraries(program: string): readonly string[] {
  const { stdout } = spawnSync('ldd', [realpathSync(program)], { encoding: 'utf8' });
  return [...stdout.matchAll(/(\/\S+) \(0x/g)].map(([, path = '']) => path);
}
