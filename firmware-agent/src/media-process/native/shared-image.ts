import { Fault } from '@seatmatrix/protocol/kernel';
import koffi from 'koffi';
import { openLibrary, type Pointer, present } from './native-library.ts';
import { PIXEL_BYTES, type PixelRectangle, type Plane } from './pixels.ts';
import { requireExtension, takeRefusal, type XDisplay, xlib } from './x-display.ts';

const Z_PIXMAP = 2;
const ALL_PLANES = 0xffff_ffff_ffff_ffffn;
/** Nobody else may look into the computer's screen. */
const OWNER_ALONE = 0o600;
const CREATE = 0o1000;
const REMOVE = 0;
/** (void *) -1 */
const NO_MEMORY = 0xffff_ffff_ffff_ffffn;

/** XImage: width, height, xoffset, format (int), data (pointer), five ints, then these two. */
const IMAGE = { width: 0, height: 4, data: 16, bytesPerLine: 44, bitsPerPixel: 48 } as const;

const library = openLibrary('libXext.so.6');
const libc = openLibrary('libc.so.6');
koffi.struct('SeatmatrixShm', { segment: 'ulong', id: 'int', address: 'void*', readOnly: 'int' });
const functions = {
  createImage: library.func('void* XShmCreateImage(void*, void*, uint, int, void*, void*, uint, uint)'),
  attach: library.func('int XShmAttach(void*, void*)'),
  detach: library.func('int XShmDetach(void*, void*)'),
  getImage: library.func('int XShmGetImage(void*, ulong, void*, int, int, ulong)'),
  putImage: library.func('int XShmPutImage(void*, ulong, void*, void*, int, int, int, int, uint, uint, int)'),
  shmget: libc.func('int shmget(int, size_t, int)'),
  shmat: libc.func('void* shmat(int, void*, int)'),
  shmdt: libc.func('int shmdt(void*)'),
  shmctl: libc.func('int shmctl(int, int, void*)'),
};

/** Pixels that the X server and this process both see (MIT-SHM): nothing goes through the connection. */
export class SharedImage {
  readonly width: number;
  readonly height: number;
  readonly memory: Pointer;
  readonly #display: XDisplay;
  readonly #segment: Pointer;
  readonly #image: Pointer;

  /** Throws `driver-unavailable` where the server shares no memory with us, or lays pixels out otherwise. */
  constructor(display: XDisplay, { width, height }: { readonly width: number; readonly height: number }) {
    requireExtension(display, 'MIT-SHM');
    const bytes = width * height * PIXEL_BYTES;
    const id: number = functions.shmget(0, bytes, CREATE | OWNER_ALONE);
    if (id === -1) throw unavailable(`no ${bytes} bytes of shared memory`);
    this.memory = functions.shmat(id, null, 0);
    // It lives on while somebody is attached and goes with the last of us; Linux lets the server attach all the same. Later
    // would leave it behind for ever where a process is killed that waits for its server.
    functions.shmctl(id, REMOVE, null);
    if (this.memory === NO_MEMORY) throw unavailable(`no room for ${bytes} bytes of shared memory`);
    this.#segment = koffi.alloc('SeatmatrixShm', 1);
    const segment = { segment: 0, id, address: this.memory, readOnly: 0 };
    koffi.encode(this.#segment, 'SeatmatrixShm', segment);
    const { pointer, visual, depth } = display;
    const image = functions.createImage(pointer, visual, depth, Z_PIXMAP, this.memory, this.#segment, width, height);
    this.#image = present(image, 'XShmCreateImage');
    takeRefusal();
    functions.attach(pointer, this.#segment);
    xlib.sync(pointer, 0);
    this.#display = display;
    this.width = width;
    this.height = height;
    const refused = takeRefusal();
    const pixelBits = this.#read(IMAGE.bitsPerPixel);
    if (refused !== null || pixelBits !== PIXEL_BYTES * 8) {
      this.close();
      throw unavailable(refused ?? `${pixelBits} bits a pixel`);
    }
  }

  /** Reads a rectangle of the window to the beginning of the memory, row after row. False when the server refused. */
  grab(window: number, { x, y, width, height }: PixelRectangle): boolean {
    this.#write(IMAGE.width, width);
    this.#write(IMAGE.height, height);
    this.#write(IMAGE.bytesPerLine, width * PIXEL_BYTES);
    const got: number = functions.getImage(this.#display.pointer, window, this.#image, x, y, ALL_PLANES);
    return got !== 0 && takeRefusal() === null;
  }

  /** Puts the rectangle onto the same place of the window, and waits until the server has done it. */
  put(window: number, { gc, rectangle }: { readonly gc: Pointer; readonly rectangle: PixelRectangle }): void {
    const { x, y, width, height } = rectangle;
    functions.putImage(this.#display.pointer, window, gc, this.#image, x, y, x, y, width, height, 0);
    xlib.sync(this.#display.pointer, 0);
  }

  /** The whole image as a plane. */
  get plane(): Plane {
    return { data: this.memory, stride: this.width * PIXEL_BYTES };
  }

  close(): void {
    functions.detach(this.#display.pointer, this.#segment);
    xlib.sync(this.#display.pointer, 0);
    functions.shmdt(this.memory);
    // Not XDestroyImage: it would free the memory, which is not its own.
    xlib.free(this.#image);
    koffi.free(this.#segment);
  }

  #read(at: number): number {
    return koffi.decode.int32(this.#image + BigInt(at));
  }

  #write(at: number, value: number): void {
    koffi.encode(this.#image + BigInt(at), 'int32', value);
  }
}

const unavailable = (reason: string): Fault =>
  new Fault({ code: 'driver-unavailable', message: `the X server shares no picture memory: ${reason}` });
