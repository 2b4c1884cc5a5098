import type { ReceiverDrivers } from '@seatmatrix/firmware-agent/drivers';
import type { VideoMode } from '@seatmatrix/protocol/domain';
import type { Clock } from '@seatmatrix/protocol/kernel';
import { SimBoxInfo } from '../drivers/sim-box-info.ts';
import { SimHidHost } from '../drivers/sim-hid-host.ts';
import { SimNetworkPort } from '../drivers/sim-network-port.ts';
import { SimOverlay } from '../drivers/sim-overlay.ts';
import { SimSerialPort } from '../drivers/sim-serial-port.ts';
import { SimVideoOutput } from '../drivers/sim-video-output.ts';
import { Cable } from '../physical/cable.ts';
import { Monitor } from '../physical/monitor.ts';
import { SerialLine } from '../physical/serial-line.ts';
import { UsbHub } from '../physical/usb-hub.ts';

/** A box at a desk or behind a wall: its sockets, cables and monitor, which stay when its program starts anew. */
export class SimReceiver {
  readonly hub = new UsbHub();
  readonly monitor: Monitor;
  readonly networkCable = new Cable('network');
  readonly serialLine = new SerialLine();
  #overlay: SimOverlay | null = null;
  #output: SimVideoOutput | null = null;
  #info: SimBoxInfo | null = null;

  constructor({ name, mode }: { readonly name: string; readonly mode: VideoMode }) {
    this.monitor = new Monitor({ name, mode });
  }

  /** These three since the box was last switched on; null before. */
  get overlay(): SimOverlay | null {
    return this.#overlay;
  }

  get output(): SimVideoOutput | null {
    return this.#output;
  }

  get info(): SimBoxInfo | null {
    return this.#info;
  }

  /** The hardware as a program finds it that starts now. */
  openDrivers({ clock, restart }: { readonly clock: Clock; readonly restart: () => void }): ReceiverDrivers {
    this.#overlay = new SimOverlay(this.monitor);
    this.#output = new SimVideoOutput({ monitor: this.monitor, clock });
    this.#info = new SimBoxInfo({ model: 'Simulated receiver', lamp: false, clock, restart });
    return {
      hidHost: new SimHidHost(this.hub),
      videoOutput: this.#output,
      overlay: this.#overlay,
      shared: null,
      soundOutput: null,
      serialPort: new SimSerialPort(this.serialLine),
      networkPort: new SimNetworkPort(this.networkCable),
      boxInfo: this.#info,
    };
  }
}
