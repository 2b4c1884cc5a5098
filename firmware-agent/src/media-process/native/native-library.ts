import { Fault, faultFrom } from '@seatmatrix/protocol/kernel';
import koffi, { type LibraryHandle } from 'koffi';

/** A C pointer. Null pointers are null. */
export type Pointer = bigint;

export type NativeFunction = ReturnType<LibraryHandle['func']>;

/** Which Debian package brings which library. Media processes need these; the agent itself loads none of them. */
const PACKAGES = {
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgstreamer-1.0.so.0': 'libgstreamer1.0-0',
  'libgstapp-1.0.so.0': 'libgstreamer-plugins-base1.0-0',
  'libgstvideo-1.0.so.0': 'libgstreamer-plugins-base1.0-0',
  'libX11.so.6': 'libx11-6',
  'libXext.so.6': 'libxext6',
  'libXdamage.so.1': 'libxdamage1',
  'libXfixes.so.3': 'libxfixes3',
  'libXi.so.6': 'libxi6',
  'libyuv.so.0': 'libyuv0',
  'libc.so.6': 'libc6',
} as const;

export type LibraryName = keyof typeof PACKAGES;

/** Throws `driver-unavailable`, naming the Debian package, where the library is not installed. */
export function openLibrary(name: LibraryName): LibraryHandle {
  try {
    return koffi.load(name);
  } catch (thrown) {
    throw faultFrom(thrown, {
      code: 'driver-unavailable',
      message: `${name} is not here; Debian's package ${PACKAGES[name]} brings it`,
    });
  }
}

/** For functions that answer null when they failed. Throws `driver-unavailable`. */
export function present(pointer: Pointer | null, what: string): Pointer {
  if (pointer === null) throw new Fault({ code: 'driver-unavailable', message: `${what} gave nothing` });
  return pointer;
}
