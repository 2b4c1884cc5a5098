/** Supervisor → boxes. Both ends are of one version: the type says it all. */
export type BoxesOrder =
  /** Open, or make, the keys of all boxes below this folder. */
  | { readonly type: 'identify'; readonly data: string; readonly desktop: boolean }
  | {
      readonly type: 'begin';
      readonly data: string;
      /** Real desktops in place of the simulated computers. */
      readonly desktop: boolean;
      readonly manager: { readonly host: string; readonly port: number };
      readonly peerHost: string;
    };

/** Boxes → supervisor: the answers to both, and why an order could not be obeyed. */
export type BoxesAnswer =
  | { readonly type: 'identified'; readonly fingerprints: Readonly<Record<string, string>> }
  | { readonly type: 'running' }
  | { readonly type: 'failed'; readonly message: string };
