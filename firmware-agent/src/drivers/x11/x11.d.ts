/** What of the pure-JavaScript X11 client is used here; the package brings no types. Its docs/ folder describes it. */
declare module 'x11' {
  import type { EventEmitter } from 'node:events';

  export interface XError extends Error {
    /** The X protocol's error code; absent where the connection itself failed. */
    readonly error?: number;
    readonly code?: string;
    readonly majorOpcode?: number;
    readonly minorOpcode?: number;
  }

  /** Returning true says that the error was dealt with; otherwise the client emits it. */
  export type Reply<Value> = (error: XError | null | undefined, value: Value) => boolean;

  /** An event as the package parsed it; which fields there are depends on its name. */
  export interface XEvent {
    readonly type: number;
    readonly name?: string;
    readonly wid?: number;
    readonly time?: number;
    readonly keycode?: number;
    /** Modifiers and buttons that were down before it. */
    readonly buttons?: number;
    readonly x?: number;
    readonly y?: number;
    readonly width?: number;
    readonly height?: number;
    readonly mode?: number;
    readonly detail?: number;
    readonly data?: readonly number[] | Buffer;
    readonly message_type?: number;
    readonly keys?: Buffer;
    readonly xkbType?: number;
    readonly raw?: Buffer;
    readonly lockedMods?: number;
    readonly state?: number;
  }

  export interface XScreen {
    readonly root: number;
    readonly root_depth: number;
    readonly pixel_width: number;
    readonly pixel_height: number;
    readonly root_visual: number;
    readonly depths: Readonly<Record<number, Readonly<Record<number, XVisual>>>>;
  }

  export interface XVisual {
    readonly red_mask: number;
    readonly green_mask: number;
    readonly blue_mask: number;
  }

  export interface XDisplay {
    readonly client: XClient;
    readonly screen: readonly XScreen[];
    readonly min_keycode: number;
    readonly max_keycode: number;
    /** In words of four bytes. */
    readonly max_request_length: number;
    /** 0 is little-endian. */
    readonly image_byte_order: number;
  }

  export interface XWindowValues {
    readonly backgroundPixel?: number;
    /** 0 is None: what is on the screen stays until it is painted over. */
    readonly backgroundPixmap?: number;
    readonly overrideRedirect?: boolean;
    readonly eventMask?: number;
    readonly cursor?: number;
    readonly bitGravity?: number;
  }

  export interface XShmSegment extends EventEmitter {
    readonly buffer: Buffer;
    commit(offset: number, length: number): void;
    putImage(
      drawable: number,
      context: number,
      image: {
        readonly width: number;
        readonly height: number;
        readonly dstX: number;
        readonly dstY: number;
        readonly depth: number;
        readonly offset: number;
        readonly sendEvent: boolean;
        readonly autoCommit: boolean;
      },
    ): void;
  }

  export interface XShm {
    createSegment(size: number, reply: Reply<XShmSegment>): void;
  }

  export interface XShape {
    Rectangles(
      operation: number,
      kind: number,
      window: number,
      x: number,
      y: number,
      rectangles: readonly (readonly [number, number, number, number])[],
    ): void;
  }

  export interface XComposite {
    readonly majorOpcode: number;
  }

  export interface XTest {
    FakeInput(type: number, detail: number, delay: number, window: number, x: number, y: number): void;
  }

  export interface Xkb {
    readonly majorOpcode: number;
    SelectEvents(device: number, affect: number, clear: number, all: number, affectMap: number, map: number): void;
    GetState(device: number, reply: Reply<{ readonly lockedMods: number }>): void;
    LatchLockState(
      device: number,
      affectLocks: number,
      locks: number,
      lockGroup: number,
      groupLock: number,
      affectLatches: number,
      latches: number,
      latchGroup: number,
      groupLatch: number,
    ): void;
    GetNames(
      device: number,
      which: number,
      reply: Reply<{
        readonly keycodesName?: number;
        /** Which of the 32 indicators have names, which come in the order of the bits. */
        readonly indicators: number;
        readonly indicatorNames?: readonly number[];
        readonly firstKey?: number;
        readonly keyNames?: readonly string[];
      }>,
    ): void;
  }

  export interface XRandr {
    SelectInput(window: number, mask: number): void;
    SetScreenSize(
      window: number,
      width: number,
      height: number,
      millimetresWide: number,
      millimetresHigh: number,
    ): void;
    CreateMode(
      window: number,
      mode: { readonly width: number; readonly height: number; readonly name: string },
      reply: Reply<number>,
    ): void;
    AddOutputMode(output: number, mode: number): void;
    SetCrtcConfig(
      crtc: number,
      time: number,
      configurationTime: number,
      x: number,
      y: number,
      mode: number,
      rotation: number,
      outputs: readonly number[],
      reply: Reply<unknown>,
    ): void;
    GetScreenResources(window: number, reply: Reply<XScreenResources>): void;
    GetScreenResourcesCurrent(window: number, reply: Reply<XScreenResources>): void;
    GetOutputPrimary(window: number, reply: Reply<number>): void;
    GetOutputInfo(
      output: number,
      time: number,
      reply: Reply<{ readonly crtc: number; readonly connection: number; readonly name: string }>,
    ): void;
    GetCrtcInfo(
      crtc: number,
      time: number,
      reply: Reply<{
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
        readonly mode: number;
      }>,
    ): void;
    GetOutputProperty(
      output: number,
      property: number,
      type: number,
      offset: number,
      length: number,
      remove: number,
      pending: number,
      reply: Reply<{ readonly format: number; readonly data: Buffer }>,
    ): void;
  }

  export interface XScreenResources {
    readonly outputs: readonly number[];
    readonly crtcs: readonly number[];
    readonly modeinfos: readonly {
      readonly id: number;
      readonly dot_clock: number;
      readonly h_total: number;
      readonly v_total: number;
    }[];
  }

  export interface XScreenSaver {
    SelectInput(drawable: number, mask: number): void;
    QueryInfo(drawable: number, reply: Reply<{ readonly state: number }>): void;
  }

  export interface XExtensions {
    readonly shm: XShm;
    readonly shape: XShape;
    readonly composite: XComposite;
    readonly xtest: XTest;
    readonly xkb: Xkb;
    readonly randr: XRandr;
    readonly 'screen-saver': XScreenSaver;
  }

  export interface XClient extends EventEmitter {
    atoms: Record<string, number>;
    atom_names: Record<number, string>;
    readonly stream: { destroy(): void; once(event: 'close', listener: () => void): void };
    readonly pack_stream: { put(bytes: Buffer): void; submit(expectsReply: boolean): void };
    readonly replies: Record<number, readonly [unpack: (body: Buffer, data: number) => unknown, reply: Reply<unknown>]>;
    seq_num: number;
    AllocID(): number;
    QueryExtension(name: string, reply: Reply<{ readonly present: number }>): void;
    terminate(): void;
    require<Name extends keyof XExtensions>(name: Name, reply: Reply<XExtensions[Name]>): void;
    CreateWindow(
      window: number,
      parent: number,
      x: number,
      y: number,
      width: number,
      height: number,
      border: number,
      depth: number,
      windowClass: number,
      visual: number,
      values: XWindowValues,
    ): void;
    ChangeWindowAttributes(window: number, values: XWindowValues): void;
    DestroyWindow(window: number): void;
    MapWindow(window: number): void;
    UnmapWindow(window: number): void;
    RaiseWindow(window: number): void;
    MoveResizeWindow(window: number, x: number, y: number, width: number, height: number): void;
    ResizeWindow(window: number, width: number, height: number): void;
    ClearArea(window: number, x: number, y: number, width: number, height: number, exposures: number): void;
    QueryTree(window: number, reply: Reply<{ readonly parent: number }>): void;
    GetGeometry(drawable: number, reply: Reply<{ readonly width: number; readonly height: number }>): void;
    TranslateCoordinates(
      from: number,
      to: number,
      x: number,
      y: number,
      reply: Reply<{ readonly destX: number; readonly destY: number }>,
    ): void;
    InternAtom(onlyIfExists: boolean, name: string, reply: Reply<number>): void;
    GetAtomName(atom: number, reply: Reply<string>): void;
    ChangeProperty(
      mode: number,
      window: number,
      name: number,
      type: number,
      format: number,
      data: string | Buffer | readonly number[],
    ): void;
    GetProperty(
      remove: number,
      window: number,
      name: number,
      type: number,
      offset: number,
      length: number,
      reply: Reply<{ readonly type: number; readonly data: Buffer }>,
    ): void;
    SendClientMessage(
      destination: number,
      window: number,
      type: number,
      format: number,
      data: readonly number[],
      mask: number,
    ): void;
    SetInputFocus(window: number, revertTo: number): void;
    GetInputFocus(reply: Reply<unknown>): void;
    GrabKeyboard(
      window: number,
      ownerEvents: number,
      time: number,
      pointerMode: number,
      keyboardMode: number,
      reply: Reply<number>,
    ): void;
    UngrabKeyboard(time: number): void;
    CreateGC(context: number, drawable: number, values: object): void;
    CreatePixmap(pixmap: number, drawable: number, depth: number, width: number, height: number): void;
    FreePixmap(pixmap: number): void;
    CopyArea(
      from: number,
      to: number,
      context: number,
      fromX: number,
      fromY: number,
      toX: number,
      toY: number,
      width: number,
      height: number,
    ): void;
    PolyFillRectangle(drawable: number, context: number, rectangle: readonly number[]): void;
    CreateCursor(
      cursor: number,
      source: number,
      mask: number,
      fore: { readonly R: number; readonly G: number; readonly B: number },
      back: { readonly R: number; readonly G: number; readonly B: number },
      x: number,
      y: number,
    ): void;
    PutImage(
      format: number,
      drawable: number,
      context: number,
      width: number,
      height: number,
      x: number,
      y: number,
      leftPad: number,
      depth: number,
      data: Buffer,
    ): void;
    GetImage(
      format: number,
      drawable: number,
      x: number,
      y: number,
      width: number,
      height: number,
      planes: number,
      reply: Reply<{ readonly data: Buffer }>,
    ): void;
    QueryPointer(
      window: number,
      reply: Reply<{ readonly rootX: number; readonly rootY: number; readonly keyMask: number }>,
    ): void;
    QueryKeymap(reply: Reply<Buffer>): void;
    GetModifierMapping(reply: Reply<readonly (readonly number[])[]>): void;
    GetKeyboardControl(reply: Reply<{ readonly ledMask: number }>): void;
    ChangeKeyboardControl(values: { readonly led: number; readonly ledMode: number }): void;
    ForceScreenSaver(activate: number): void;
  }

  const x11: {
    createClient(
      options: { readonly display: string },
      reply: (error: XError | null | undefined, display: XDisplay) => void,
    ): XClient;
    readonly eventMask: Readonly<Record<string, number>>;
  };
  export default x11;
}
