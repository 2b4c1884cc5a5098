export { Ch9329, type Ch9329Options, type ChipFault, type ChipWires } from './ch9329.ts';
export { type SerialCommand, type SerialReceipt, SerialReceiver, serialFrame } from './serial-frame.ts';
