import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { Fault } from '@seatmatrix/protocol/kernel';

/** What the kernel did with a report: took it, still has the one before, or has nobody to give it to. */
export type Written = 'taken' | 'full' | 'shutdown';

/** One interface of the gadget. Nothing of it ever waits: a read that is pending keeps a process from ending. */
export interface HidgFile {
  write(report: Uint8Array): Written;
  /** An output report, or null where there is none. */
  read(): Uint8Array | null;
  close(): void;
}

/** Throws `device-absent` or `device-denied`. */
export type OpenHidgFile = (path: string) => HidgFile;

/** Output reports of a keyboard have one byte. */
const OUTPUT_MAX = 64;

export const openHidgFile: OpenHidgFile = (path) => {
  const file = open(path);
  const output = new Uint8Array(OUTPUT_MAX);
  return {
    write(report) {
      try {
        writeSync(file, report);
        return 'taken';
      } catch (error) {
        // EAGAIN: also what a controller says whose bus sleeps. Whatever else it says, nobody gets the report.
        return codeOf(error) === 'EAGAIN' ? 'full' : 'shutdown';
      }
    },
    read() {
      try {
        const length = readSync(file, output);
        return length === 0 ? null : output.slice(0, length);
      } catch {
        // EAGAIN: nothing was sent. What else can go wrong, writing tells.
        return null;
      }
    },
    close: () => closeSync(file),
  };
};

function open(path: string): number {
  try {
    return openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  } catch (error) {
    // EPERM: systemd's DeviceAllow knows hidg only once the first gadget was made; the next start is let in.
    const denied = codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM';
    throw new Fault({
      code: denied ? 'device-denied' : 'device-absent',
      message: denied
        ? `--gadget hidg: ${path} may not be opened: run the agent as root, or install docs/udev/70-seatmatrix.rules`
        : `--gadget hidg: ${path} does not open: ${error instanceof Error ? error.message : String(error)}`,
      context: { device: path },
      cause: error,
    });
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
