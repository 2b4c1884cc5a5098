import type { BoxReport, DeviceKey, Fingerprint, Hello } from '@seatmatrix/protocol/domain';
import { CloseCode, type ControlSession } from '@seatmatrix/protocol/link';

/** A box that is connected. `device` is null while it waits to be adopted. */
export interface BoxConnection {
  readonly session: ControlSession;
  readonly device: DeviceKey | null;
}

/** What was last heard of a box since the manager started. */
export interface BoxTrace {
  readonly hello: Hello;
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly lastSeen: number;
  readonly report: BoxReport | null;
}

/** Strangers that may wait at once: a rack of new boxes does, a flood does not fill the memory. */
export const PENDING_MAX = 1024;

/** Who is connected, each box once, and what was heard of it. */
export class BoxConnections {
  readonly #byBox = new Map<Fingerprint, BoxConnection>();
  readonly #byDevice = new Map<DeviceKey, BoxConnection>();
  readonly #traces = new Map<Fingerprint, BoxTrace>();
  #pending = 0;

  get(box: Fingerprint): BoxConnection | undefined {
    return this.#byBox.get(box);
  }

  at(device: DeviceKey): BoxConnection | undefined {
    return this.#byDevice.get(device);
  }

  trace(box: Fingerprint): BoxTrace | undefined {
    return this.#traces.get(box);
  }

  all(): IterableIterator<BoxConnection> {
    return this.#byBox.values();
  }

  /** False when too many strangers wait. An older connection of the same box is closed: the newer one wins. */
  add(connection: BoxConnection, lastSeen: number): boolean {
    const { session, device } = connection;
    const box = session.peer.fingerprint;
    const older = this.#byBox.get(box);
    if (older === undefined && device === null && this.#pending >= PENDING_MAX) return false;
    if (older !== undefined) this.#remove(older);
    this.#byBox.set(box, connection);
    if (device === null) this.#pending += 1;
    else this.#byDevice.set(device, connection);
    const { address } = session.peer;
    this.#traces.set(box, { hello: session.hello, address, lastSeen, report: this.#traces.get(box)?.report ?? null });
    if (older !== undefined && older.session !== session) {
      older.session.close({ code: CloseCode.replaced, reason: 'the same box connected again' });
    }
    return true;
  }

  /** The connection that ended, if it was still the box's. Nothing is kept of a stranger that left. */
  drop(session: ControlSession, lastSeen: number): BoxConnection | null {
    const box = session.peer.fingerprint;
    const connection = this.#byBox.get(box);
    if (connection?.session !== session) return null;
    this.#remove(connection);
    const trace = this.#traces.get(box);
    if (connection.device === null || trace === undefined) this.#traces.delete(box);
    else this.#traces.set(box, { ...trace, lastSeen });
    return connection;
  }

  keepReport(box: Fingerprint, report: BoxReport): void {
    const trace = this.#traces.get(box);
    if (trace !== undefined) this.#traces.set(box, { ...trace, report });
  }

  forgetTrace(box: Fingerprint): void {
    if (!this.#byBox.has(box)) this.#traces.delete(box);
  }

  #remove(connection: BoxConnection): void {
    this.#byBox.delete(connection.session.peer.fingerprint);
    if (connection.device === null) this.#pending -= 1;
    else if (this.#byDevice.get(connection.device) === connection) this.#byDevice.delete(connection.device);
  }
}
