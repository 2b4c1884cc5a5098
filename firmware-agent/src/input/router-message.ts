import type {
  AccessMode,
  BoxSettings,
  Generation,
  KeyEdge,
  OsdFunction,
  PointerInput,
  RouteId,
  Usage,
} from '@seatmatrix/protocol/domain';
import type { Instant } from '@seatmatrix/protocol/kernel';

/** The computer that this display controls now: its link is open and its picture is the one that is shown. */
export interface RouterRoute {
  readonly id: RouteId;
  readonly generation: Generation;
  readonly mode: AccessMode;
}

export type InputRouterInput =
  /** What is physically held, whole, and what the pointer did. Ignored while the display has no focus. */
  | {
      readonly type: 'input';
      readonly keys: readonly Usage[];
      readonly pointer: PointerInput | null;
      readonly at: Instant;
    }
  /**
   * The display got or lost the seat's keyboard and pointer. The next `input` after getting them tells what was held
   * already: the OSD sees it as held, no computer ever gets it. `unasked`: nobody wished it, and what is being typed is
   * meant for another computer, until the pointer, the menu or a pause shows that the operator has come along.
   */
  | { readonly type: 'focus'; readonly focused: boolean; readonly unasked?: boolean; readonly at: Instant }
  /** Null whenever there is no open link: then nothing is kept for later. */
  | { readonly type: 'route'; readonly route: RouterRoute | null; readonly at: Instant }
  /** After every step of the OSD. `visible`: a menu is on the screen. */
  | { readonly type: 'osd'; readonly capturing: boolean; readonly visible: boolean; readonly at: Instant }
  | { readonly type: 'settings'; readonly settings: BoxSettings; readonly at: Instant }
  /** Types the hotkey's taps into the computer, after the capture ends if there is one. */
  | { readonly type: 'send-hotkey'; readonly at: Instant }
  | { readonly type: 'tick'; readonly at: Instant };

export type InputRouterOut =
  /** The whole pressed set in the order of pressing. No keys and a pointer without buttons is all-up. */
  | {
      readonly type: 'computer';
      readonly route: RouterRoute;
      readonly keys: readonly Usage[];
      readonly pointer: PointerInput | null;
    }
  /** `held` is everything that is physically down after the edge. */
  | { readonly type: 'osd-key'; readonly edge: KeyEdge; readonly held: ReadonlySet<Usage> }
  | { readonly type: 'osd-open'; readonly function: OsdFunction }
  /** A key-down went past a menu that only lingers. */
  | { readonly type: 'osd-passed' }
  /** A `tick` is wanted at this instant. */
  | { readonly type: 'wake'; readonly at: Instant };
