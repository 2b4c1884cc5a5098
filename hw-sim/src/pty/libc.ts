import { Fault } from '@seatmatrix/protocol/kernel';
import koffi from 'koffi';

const libc = koffi.load('libc.so.6');
const posixOpenpt = libc.func('int posix_openpt(int)');
const grantpt = libc.func('int grantpt(int)');
const unlockpt = libc.func('int unlockpt(int)');
const ptsname = libc.func('const char *ptsname(int)');
const open = libc.func('int open(const char *, int)');
const closeFd = libc.func('int close(int)');
const ioctl = libc.func('int ioctl(int, unsigned long, int)');
const tcgetattr = libc.func('int tcgetattr(int, _Out_ uint8_t *)');
const tcsetattr = libc.func('int tcsetattr(int, int, const uint8_t *)');
const cfmakeraw = libc.func('void cfmakeraw(_Inout_ uint8_t *)');

/** fcntl.h of Linux, the same on x86-64 and arm64. */
const O_RDWR = 0o2;
const O_NOCTTY = 0o400;
const TCSANOW = 0;
const TIOCNXCL = 0x540d;

/** struct termios of glibc: four flags of 32 bits, the line discipline, 32 control characters, two speeds. */
const TERMIOS_BYTES = 60;
const CFLAG_OFFSET = 8;
const IFLAG_OFFSET = 0;
const CBAUD = 0o10017;
const CSTOPB = 0o100;
const CRTSCTS = 0o20000000000;
const IXON = 0o2000;

/** asm-generic/termbits.h. */
const BAUDS: ReadonlyMap<number, number> = new Map([
  [0o11, 1200],
  [0o13, 2400],
  [0o14, 4800],
  [0o15, 9600],
  [0o16, 19_200],
  [0o17, 38_400],
  [0o10001, 57_600],
  [0o10002, 115_200],
  [0o10003, 230_400],
  [0o10007, 921_600],
]);

export interface PtyHandles {
  readonly master: number;
  readonly slave: number;
  /** Of the slave: /dev/pts/N. */
  readonly path: string;
}

/**
 * A pseudo terminal without echo or line editing. The slave is open here too: else every closing at the other end is
 * an error at this one. Throws `driver-unavailable` where the kernel gives none.
 */
export function openPtyHandles(): PtyHandles {
  const master = posixOpenpt(O_RDWR | O_NOCTTY);
  if (master < 0 || grantpt(master) !== 0 || unlockpt(master) !== 0) throw unavailable('posix_openpt');
  const path = ptsname(master);
  const slave = open(path, O_RDWR | O_NOCTTY);
  if (slave < 0) throw unavailable(`open ${path}`);
  const termios = new Uint8Array(TERMIOS_BYTES);
  tcgetattr(slave, termios);
  cfmakeraw(termios);
  tcsetattr(slave, TCSANOW, termios);
  return { master, slave, path };
}

export const closeHandle = (fd: number): void => void closeFd(fd);

/**
 * A pseudo terminal remembers TIOCEXCL after who set it has closed, as long as any end is open; a UART forgets. Without
 * this nobody but root could open it again.
 */
export const clearExclusive = (fd: number): void => void ioctl(fd, TIOCNXCL, 0);

/** What the program at the slave has set. A pseudo terminal forces 8 data bits and no parity, and says so. */
export interface LineSettings {
  /** Null for a rate without a name of its own. */
  readonly baud: number | null;
  readonly stopBits: 1 | 2;
  readonly flowControl: 'none' | 'hardware' | 'software';
}

export function lineSettings(fd: number): LineSettings {
  const termios = new Uint8Array(TERMIOS_BYTES);
  tcgetattr(fd, termios);
  const view = new DataView(termios.buffer);
  const cflag = view.getUint32(CFLAG_OFFSET, true);
  const iflag = view.getUint32(IFLAG_OFFSET, true);
  const hardware = Math.floor(cflag / CRTSCTS) % 2 === 1;
  return {
    baud: BAUDS.get(cflag & CBAUD) ?? null,
    stopBits: (cflag & CSTOPB) === 0 ? 1 : 2,
    flowControl: hardware ? 'hardware' : (iflag & IXON) === 0 ? 'none' : 'software',
  };
}

const unavailable = (what: string): Fault =>
  new Fault({ code: 'driver-unavailable', message: `no pseudo terminal: ${what} failed with errno ${koffi.errno()}` });
