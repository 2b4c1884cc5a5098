import type { BoxInfo } from './box-info.ts';
import type { HidGadget } from './hid-gadget.ts';
import type { HidHost } from './hid-host.ts';
import type { NetworkPort } from './network-port.ts';
import type { Overlay } from './overlay.ts';
import type { SerialPort } from './serial-port.ts';
import type { SoundCapture } from './sound-capture.ts';
import type { SoundOutput } from './sound-output.ts';
import type { VideoCapture } from './video-capture.ts';
import type { VideoOutput } from './video-output.ts';

export interface ReceiverDrivers {
  readonly hidHost: HidHost;
  readonly videoOutput: VideoOutput;
  readonly overlay: Overlay;
  /** What several of them share, a window: disposed after all of them. */
  readonly shared: AsyncDisposable | null;
  /** Null: the box has none. */
  readonly soundOutput: SoundOutput | null;
  readonly serialPort: SerialPort | null;
  readonly networkPort: NetworkPort;
  readonly boxInfo: BoxInfo;
}

export interface TransmitterDrivers {
  readonly hidGadget: HidGadget;
  readonly videoCapture: VideoCapture;
  /** Null: the box has none. */
  readonly soundCapture: SoundCapture | null;
  readonly serialPort: SerialPort | null;
  readonly networkPort: NetworkPort;
  readonly boxInfo: BoxInfo;
}
