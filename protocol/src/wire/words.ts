import type {
  AccessMode,
  BoxReport,
  Capability,
  Chroma,
  Codec,
  CommandRefusal,
  DeviceKind,
  HotkeySequence,
  IdentifySign,
  Language,
  OsdFunction,
  PasswordRefusal,
  PreviewFrame,
  ReceiverKind,
  RowState,
  SerialSettings,
  SignInRefusal,
  SourceSettings,
  TextSize,
  Ticket,
  Welcome,
} from '../domain/index.ts';
import { enumeration } from './enumeration.ts';
import { schema } from './schema.ts';

export const deviceKinds = enumeration<DeviceKind>('device kind', {
  transmitter: schema.DeviceKind.DEVICE_KIND_TRANSMITTER,
  receiver: schema.DeviceKind.DEVICE_KIND_RECEIVER,
});

export const receiverKinds = enumeration<ReceiverKind>('receiver kind', {
  desk: schema.ReceiverKind.RECEIVER_KIND_DESK,
  display: schema.ReceiverKind.RECEIVER_KIND_DISPLAY,
});

export const capabilities = enumeration<Capability>('capability', {
  route: schema.Capability.CAPABILITY_ROUTE,
  seat: schema.Capability.CAPABILITY_SEAT,
  console: schema.Capability.CAPABILITY_CONSOLE,
  preview: schema.Capability.CAPABILITY_PREVIEW,
  sound: schema.Capability.CAPABILITY_SOUND,
  serial: schema.Capability.CAPABILITY_SERIAL,
});

export const osdFunctions = enumeration<OsdFunction>('function', {
  connect: schema.OsdFunction.OSD_FUNCTION_CONNECT,
  push: schema.OsdFunction.OSD_FUNCTION_PUSH,
  fetch: schema.OsdFunction.OSD_FUNCTION_FETCH,
});

export const rowStates = enumeration<RowState>('row state', {
  online: schema.RowState.ROW_STATE_ONLINE,
  connected: schema.RowState.ROW_STATE_CONNECTED,
  offline: schema.RowState.ROW_STATE_OFFLINE,
});

export const codecs = enumeration<Codec>('codec', {
  jpeg: schema.Codec.CODEC_JPEG,
  h264: schema.Codec.CODEC_H264,
});

export const chromas = enumeration<Chroma>('chroma', {
  '4:2:0': schema.Chroma.CHROMA_420,
  '4:4:4': schema.Chroma.CHROMA_444,
});

export const pointerKinds = enumeration<SourceSettings['pointer']>('pointer kind', {
  absolute: schema.PointerKind.POINTER_KIND_ABSOLUTE,
  relative: schema.PointerKind.POINTER_KIND_RELATIVE,
});

export const serialParities = enumeration<SerialSettings['parity']>('serial parity', {
  none: schema.SerialParity.SERIAL_PARITY_NONE,
  even: schema.SerialParity.SERIAL_PARITY_EVEN,
  odd: schema.SerialParity.SERIAL_PARITY_ODD,
});

export const serialFlowControls = enumeration<SerialSettings['flowControl']>('serial flow control', {
  none: schema.SerialFlowControl.SERIAL_FLOW_CONTROL_NONE,
  hardware: schema.SerialFlowControl.SERIAL_FLOW_CONTROL_HARDWARE,
  software: schema.SerialFlowControl.SERIAL_FLOW_CONTROL_SOFTWARE,
});

export const accessModes = enumeration<AccessMode>('access mode', {
  shared: schema.AccessMode.ACCESS_MODE_SHARED,
  view: schema.AccessMode.ACCESS_MODE_VIEW,
});

export const ticketPurposes = enumeration<Ticket['purpose']>('ticket purpose', {
  route: schema.TicketPurpose.TICKET_PURPOSE_ROUTE,
  seat: schema.TicketPurpose.TICKET_PURPOSE_SEAT,
});

export const boxStates = enumeration<Welcome['state']>('box state', {
  pending: schema.BoxState.BOX_STATE_PENDING,
  adopted: schema.BoxState.BOX_STATE_ADOPTED,
});

export const languages = enumeration<Language>('language', {
  zh: schema.Language.LANGUAGE_ZH,
  en: schema.Language.LANGUAGE_EN,
});

export const textSizes = enumeration<TextSize>('text size', {
  small: schema.TextSize.TEXT_SIZE_SMALL,
  normal: schema.TextSize.TEXT_SIZE_NORMAL,
  large: schema.TextSize.TEXT_SIZE_LARGE,
});

export const hotkeySequences = enumeration<HotkeySequence>('hotkey sequence', {
  'double-shift': schema.HotkeySequence.HOTKEY_SEQUENCE_DOUBLE_SHIFT,
  'double-control': schema.HotkeySequence.HOTKEY_SEQUENCE_DOUBLE_CONTROL,
  'double-alt': schema.HotkeySequence.HOTKEY_SEQUENCE_DOUBLE_ALT,
  'double-scroll-lock': schema.HotkeySequence.HOTKEY_SEQUENCE_DOUBLE_SCROLL_LOCK,
});

export const commandRefusalWords = enumeration<CommandRefusal>('refusal', {
  'manager-unreachable': schema.Refusal.REFUSAL_MANAGER_UNREACHABLE,
  'unknown-name': schema.Refusal.REFUSAL_UNKNOWN_NAME,
  'out-of-range': schema.Refusal.REFUSAL_OUT_OF_RANGE,
  'no-source': schema.Refusal.REFUSAL_NO_SOURCE,
  offline: schema.Refusal.REFUSAL_OFFLINE,
  'nobody-signed-in': schema.Refusal.REFUSAL_NOBODY_SIGNED_IN,
  'same-source': schema.Refusal.REFUSAL_SAME_SOURCE,
  'shows-nothing': schema.Refusal.REFUSAL_SHOWS_NOTHING,
  'link-failed': schema.Refusal.REFUSAL_LINK_FAILED,
  'no-signal': schema.Refusal.REFUSAL_NO_SIGNAL,
});

export const signInRefusals = enumeration<SignInRefusal>('sign-in refusal', {
  'manager-unreachable': schema.Refusal.REFUSAL_MANAGER_UNREACHABLE,
  'wrong-credentials': schema.Refusal.REFUSAL_WRONG_CREDENTIALS,
  throttled: schema.Refusal.REFUSAL_THROTTLED,
  'signed-in-elsewhere': schema.Refusal.REFUSAL_SIGNED_IN_ELSEWHERE,
});

export const passwordRefusals = enumeration<PasswordRefusal>('password refusal', {
  'manager-unreachable': schema.Refusal.REFUSAL_MANAGER_UNREACHABLE,
  'wrong-credentials': schema.Refusal.REFUSAL_WRONG_CREDENTIALS,
  throttled: schema.Refusal.REFUSAL_THROTTLED,
  'password-too-short': schema.Refusal.REFUSAL_PASSWORD_TOO_SHORT,
  'password-too-common': schema.Refusal.REFUSAL_PASSWORD_TOO_COMMON,
});

export const signOutReasons = enumeration<'operator' | 'idle'>('sign-out reason', {
  operator: schema.SignOutReason.SIGN_OUT_REASON_OPERATOR,
  idle: schema.SignOutReason.SIGN_OUT_REASON_IDLE,
});

export const signedOutReasons = enumeration<'administrator' | 'disabled' | 'elsewhere' | 'idle'>('signed-out reason', {
  administrator: schema.SignedOutReason.SIGNED_OUT_REASON_ADMINISTRATOR,
  disabled: schema.SignedOutReason.SIGNED_OUT_REASON_DISABLED,
  elsewhere: schema.SignedOutReason.SIGNED_OUT_REASON_ELSEWHERE,
  idle: schema.SignedOutReason.SIGNED_OUT_REASON_IDLE,
});

export const consoleRoles = enumeration<'control' | 'watch'>('console role', {
  control: schema.ConsoleRole.CONSOLE_ROLE_CONTROL,
  watch: schema.ConsoleRole.CONSOLE_ROLE_WATCH,
});

/** What a report says of the capture input; none where a box has no such input. */
export const captureConditions = enumeration<BoxReport['capture']>('capture condition', {
  'no-cable': schema.CaptureCondition.CAPTURE_CONDITION_NO_CABLE,
  'no-signal': schema.CaptureCondition.CAPTURE_CONDITION_NO_SIGNAL,
  'unsupported-mode': schema.CaptureCondition.CAPTURE_CONDITION_UNSUPPORTED_MODE,
  signal: schema.CaptureCondition.CAPTURE_CONDITION_SIGNAL,
  none: schema.CaptureCondition.CAPTURE_CONDITION_NONE,
});

export const identifySigns = enumeration<IdentifySign>('identify sign', {
  screen: schema.IdentifySign.IDENTIFY_SIGN_SCREEN,
  keyboard: schema.IdentifySign.IDENTIFY_SIGN_KEYBOARD,
  lamp: schema.IdentifySign.IDENTIFY_SIGN_LAMP,
});

export const previewConditions = enumeration<Extract<PreviewFrame, { type: 'unavailable' }>['reason']>(
  'preview condition',
  {
    'no-cable': schema.CaptureCondition.CAPTURE_CONDITION_NO_CABLE,
    'no-signal': schema.CaptureCondition.CAPTURE_CONDITION_NO_SIGNAL,
    'unsupported-mode': schema.CaptureCondition.CAPTURE_CONDITION_UNSUPPORTED_MODE,
    none: schema.CaptureCondition.CAPTURE_CONDITION_NONE,
  },
);
