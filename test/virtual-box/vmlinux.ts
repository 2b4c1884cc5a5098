import { spawnSync } from 'node:child_process';

/**
 * The ELF kernel inside a bzImage (Linux, Documentation/arch/x86/boot.rst). QEMU boots that one by PVH and skips the
 * guest's own decompressor, which takes 3–8 s under emulation.
 */
export function unpackKernel(image: Uint8Array): Uint8Array {
  const view = new DataView(image.buffer, image.byteOffset, image.length);
  const setupSectors = view.getUint8(0x1f1) || 4;
  const start = (setupSectors + 1) * 512 + view.getUint32(0x248, true);
  // The last four bytes are the unpacked size.
  const payload = image.subarray(start, start + view.getUint32(0x24c, true) - 4);
  const unpacker = UNPACKERS.find(({ magic }) => magic.every((byte, index) => payload[index] === byte));
  if (unpacker === undefined) throw new Error('the kernel image is packed in a way that is not known here');
  const [program = '', ...rest] = unpacker.command;
  const run = spawnSync(program, rest, { input: payload, maxBuffer: 256 * 1024 * 1024 });
  const kernel = run.stdout;
  if (run.error !== undefined)
    throw new Error(`the kernel image needs ${program} to be unpacked`, { cause: run.error });
  if (kernel.subarray(0, 4).toString('latin1') !== '\x7fELF') throw new Error(`${program}: ${run.stderr.toString()}`);
  return kernel;
}

const UNPACKERS = [
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], command: ['xz', '--decompress', '--stdout', '--single-stream'] },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], command: ['zstd', '--decompress', '--stdout'] },
] as const;
