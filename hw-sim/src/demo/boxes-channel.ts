/** Supervisor → boxes: begin. */
export interface BoxesOrder {
  readonly type: 'begin';
  readonly manager: { readonly host: string; readonly port: number };
  readonly data: string;
  readonly peerHost: string;
  /** Enrolment codes of the boxes that have not been adopted, by the box's name. */
  readonly codes: Readonly<Record<string, string>>;
}

/** Boxes → supervisor. */
export type BoxesMessage = { readonly type: 'running' } | { readonly type: 'failed'; readonly message: string };

/** Both ends are ours and of one version: the type says it all. */
export const isBoxesOrder = (message: unknown): message is BoxesOrder =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'begin';
