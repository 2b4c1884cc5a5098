import { CONTROL_FRAME_MAX, MEDIA_FRAME_MAX, NAME_MAX, PERMITTED_ROUTES_MAX } from '../domain/index.ts';

export { CONTROL_FRAME_MAX, MEDIA_FRAME_MAX };

/** The longest peer message is the opening one with its ticket, below 1 KiB; four leave room for new fields. */
export const PEER_FRAME_MAX = 4 * 1024;

/** From a page come single HID reports. */
export const CONSOLE_INPUT_MAX = 1024;

/** To a page go pictures. */
export const CONSOLE_OUTPUT_MAX = MEDIA_FRAME_MAX;

/** From the manager come wishes for previews. */
export const PREVIEW_REQUEST_MAX = 1024;

/** 320 × 180 of noise is 32 KB at quality 70, a desktop some 10. A box that cannot scale has no previews. */
export const PREVIEW_FRAME_MAX = 64 * 1024;

/** Keys of devices, seats, routes, sessions, operators: a UUID is 36. */
export const KEY_MAX = 64;

/** A name with what stands before it: a device's ID, `administrator:`. */
export const LABEL_MAX = NAME_MAX + 32;

/** RFC 1035 §2.3.4. */
export const HOST_MAX = 255;

export const FIRMWARE_MAX = 64;
export const MODEL_MAX = 200;

/** A codec's name and one sentence. */
export const ENGINE_MAX = 200;

/** A request for a P-256 certificate is 500 characters of PEM, one for RSA 4096 below 2,000. */
export const CERTIFICATE_REQUEST_MAX = 4096;

/** A certificate and its issuer. */
export const CERTIFICATE_MAX = 16 * 1024;

/** The one that a site has and the one that it changes to; twice that, for whoever restores backups. */
export const AUTHORITIES_MAX = 4;

/** XXXXX-XXXXX-XXXXX-XXXXX is 23; 64 lets an administrator paste spaces. */
export const ENROLMENT_CODE_MAX = 64;

/** In a transmitter's plan, and in the hello of one that serves as many. */
export const ROUTES_MAX = PERMITTED_ROUTES_MAX;

/** A target is 9 bytes and its name. */
export const TARGETS_MAX = 2048;

/** More kinds of capabilities and codecs than there will be. */
export const OFFERS_MAX = 32;

export const TICKET_MAX = 512;
export const SIGNATURE_BYTES = 64;
export const TICKET_KEY_BYTES = 32;
export const FINGERPRINT_BYTES = 32;

/** Nobody waits a minute for a menu. */
export const DEADLINE_MAX = 60_000;

/** A fault's text is for logs. */
export const FAULT_TEXT_MAX = 1024;

/** A day. */
export const SETTINGS_TIME_MAX = 86_400_000;
export const IDLE_MINUTES_MAX = 1440;
export const MESSAGE_SECONDS_MAX = 86_400;

/** Twice 8K. */
export const PIXELS_MAX = 16_384;
export const RATE_MAX = 1000;

/** A minute: what is older is not a delay but a standstill. */
export const DELAY_MAX = 60_000;

/** Nothing that is hotter or colder answers. */
export const TEMPERATURE_MIN = -100;
export const TEMPERATURE_MAX = 300;

/** A disk controller's; whatever tells more counts something else. */
export const BITS_MAX = 1e12;

/** A machine with a thousand jobs a processor does not answer. */
export const LOAD_MAX = 10_000;

/** Long enough to find one box in a hall; `DEFAULT` is for a manager that tells no time. */
export const IDENTIFY_SECONDS_MAX = 600;
export const IDENTIFY_SECONDS_DEFAULT = 15;

/** A scene is a page of text nodes, some 20 KB. */
export const SCENE_MAX = 1024 * 1024;

/** The longest HID report at full speed. */
export const REPORT_BYTES_MAX = 64;

/** Reports of relative movement are 16 bits at most. */
export const MOVEMENT_MAX = 32_767;
export const WHEEL_MAX = 127;

/** Ten thousand devices are 1,250 pages. */
export const PAGES_MAX = 1_000_000;

export const PREVIEW_INTERVAL_MIN = 100;
export const PREVIEW_INTERVAL_MAX = 600_000;
