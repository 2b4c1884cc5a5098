import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { Fault, faultFrom } from '@seatmatrix/protocol/kernel';

/** An opened hidraw node. */
export interface HidFile {
  /** An output report, its ID first. Resolves when the device has taken it; rejects when it cannot. */
  write(report: Uint8Array): Promise<void>;
  /** After this nothing is told any more. */
  close(): Promise<void>;
}

export interface HidFileListener {
  /** An input report, its ID first where the device numbers them. */
  report(bytes: Uint8Array): void;
  /** It was pulled, or reading failed; told once. */
  lost(reason: string): void;
}

/** What of node-hid is needed. Throws `device-denied`, `device-absent` or `driver-unavailable`. */
export type OpenHidFile = (path: string, listener: HidFileListener) => Promise<HidFile>;

export const openHidFile: OpenHidFile = async (path, listener) => {
  await mayOpen(path);
  const { HIDAsync } = await loadNodeHid();
  // The class HID keeps a thread of the shared pool waiting for each device, and four stop the whole program; HIDAsync has
  // threads of its own.
  const file = await HIDAsync.open(path).catch((error: unknown) => {
    throw faultFrom(error, { code: 'device-absent', message: `${path} does not open`, context: { device: path } });
  });
  let told = true;
  file.on('data', (bytes: Buffer) => {
    if (told) listener.report(bytes);
  });
  file.on('error', (error: unknown) => {
    if (told) listener.lost(error instanceof Error ? error.message : String(error));
    told = false;
  });
  return {
    async write(report) {
      await file.write(Buffer.from(report));
    },
    // Without it the reading thread keeps the process from ending.
    async close() {
      told = false;
      await file.close();
    },
  };
};

async function mayOpen(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    // EPERM: systemd's DeviceAllow, or a container, leaves hidraw out.
    const denied = error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
    throw denied
      ? new Fault({
          code: 'device-denied',
          message: `${path} may not be opened: run the agent as root, or install docs/udev/70-seatmatrix.rules`,
          context: { device: path },
        })
      : new Fault({ code: 'device-absent', message: `${path} is gone`, context: { device: path }, cause: error });
  }
}

async function loadNodeHid(): Promise<typeof import('node-hid')> {
  try {
    const module = await import('node-hid');
    module.setDriverType('hidraw');
    return module;
  } catch (error) {
    // Its prebuilt binary is linked against libusb, whichever way it then opens devices.
    throw faultFrom(error, {
      code: 'driver-unavailable',
      message: `node-hid does not load (it needs the Debian packages libusb-1.0-0 and libudev1): ${String(error)}`,
    });
  }
}
