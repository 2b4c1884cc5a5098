import type { TransmitterDrivers } from '@seatmatrix/firmware-agent/drivers';
import type { Clock } from '@seatmatrix/protocol/kernel';
import { SimBoxInfo } from '../drivers/sim-box-info.ts';
import { SimHidGadget } from '../drivers/sim-hid-gadget.ts';
import { SimNetworkPort } from '../drivers/sim-network-port.ts';
import { SimSerialPort } from '../drivers/sim-serial-port.ts';
import { SimVideoCapture } from '../drivers/sim-video-capture.ts';
import { Cable } from '../physical/cable.ts';
import type { Computer } from '../physical/computer.ts';
import type { ComputerHead } from '../physical/computer-head.ts';
import type { ComputerUsbPort } from '../physical/computer-usb-port.ts';
import { SerialLine } from '../physical/serial-line.ts';
import { VideoInput } from '../physical/video-input.ts';

/** Well above what keeps pixel codes readable, and text without fringes at the size of a control room's. */
const JPEG_QUALITY = 82;

/** A box at a head of a computer: its sockets and cables, which stay when its program starts anew. */
export class SimTransmitter {
  readonly computer: Computer;
  /** From 1. */
  readonly head: number;
  readonly videoCable = new Cable('video');
  readonly usbCable = new Cable('usb');
  readonly networkCable = new Cable('network');
  readonly serialLine = new SerialLine();
  readonly videoInput: VideoInput;
  readonly #port: ComputerUsbPort;
  #gadget: SimHidGadget | null = null;
  #info: SimBoxInfo | null = null;

  constructor({ computer, head, port }: { computer: Computer; head: ComputerHead; port: ComputerUsbPort }) {
    this.computer = computer;
    this.head = head.number;
    this.videoInput = new VideoInput({ source: head, cable: this.videoCable });
    this.#port = port;
  }

  /** The box's body since it was last switched on; null before. */
  get info(): SimBoxInfo | null {
    return this.#info;
  }

  /** The hardware as a program finds it that starts now. */
  openDrivers({ clock, restart }: { readonly clock: Clock; readonly restart: () => void }): TransmitterDrivers {
    this.#gadget = new SimHidGadget({ cable: this.usbCable, port: this.#port });
    this.#info = new SimBoxInfo({ model: 'Simulated transmitter', lamp: true, clock, restart });
    return {
      hidGadget: this.#gadget,
      videoCapture: new SimVideoCapture({ input: this.videoInput, clock, quality: JPEG_QUALITY }),
      soundCapture: null,
      serialPort: new SimSerialPort(this.serialLine),
      networkPort: new SimNetworkPort(this.networkCable),
      boxInfo: this.#info,
    };
  }

  cutPower(): void {
    this.#gadget?.cutPower();
  }
}
