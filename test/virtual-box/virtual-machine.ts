import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface VirtualMachineOptions {
  readonly kernel: string;
  readonly initramfs: Uint8Array;
  /** A line that the guest wrote to its port. */
  readonly heard: (line: string) => void;
}

/*
 * One processor: with two, one of 25 starts of Node ended in a segmentation fault, with one none did. QEMU's threads for
 * several processors and V8's code that changes itself do not get on.
 */

/** The guest unpacks 200 MB into memory and holds the archive meanwhile. */
const MEMORY_MEGABYTES = 1024;

/**
 * One QEMU. Emulated always: /dev/kvm may be there and yet not run a stock kernel. It ends when it is disposed, with its guest
 * (-no-reboot, and the guest's own time limit), and with this process, by whatever it dies.
 */
export class VirtualMachine implements AsyncDisposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'seatmatrix-virtual-box-'));
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  #monitor: Socket | null = null;
  #port: Socket | null = null;
  #running = true;

  constructor({ kernel, initramfs }: VirtualMachineOptions) {
    writeFileSync(join(this.#folder, 'initramfs'), initramfs);
    this.#process = spawn('setpriv', ['--pdeathsig', 'KILL', 'qemu-system-x86_64', ...this.#arguments(kernel)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#ended = new Promise((resolve) => {
      const ended = () => {
        this.#running = false;
        for (const answer of this.#answers.splice(0)) answer.reject(new Error('the guest ended'));
        resolve();
      };
      this.#process.once('exit', ended);
      this.#process.once('error', ended);
    });
  }

  static async start(options: VirtualMachineOptions): Promise<VirtualMachine> {
    const machine = new VirtualMachine(options);
    try {
      await machine.#connect(options.heard);
    } catch (error) {
      await machine[Symbol.asyncDispose]();
      throw error;
    }
    return machine;
  }

  /** Resolves when the machine is off. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  /** What the kernel and the guest's program printed. */
  console(): string {
    try {
      return readFileSync(join(this.#folder, 'console'), 'utf8');
    } catch {
      return '';
    }
  }

  say(line: string): void {
    this.#port?.write(`${line}\n`);
  }

  /** A command of QEMU's monitor (QMP), such as a key's being pressed. */
  command(execute: string, options: object = {}): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#answers.push({ resolve, reject });
      this.#monitor?.write(`${JSON.stringify({ execute, arguments: options })}\n`);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#running) this.#process.kill('SIGKILL');
    await this.#ended;
    this.#monitor?.destroy();
    this.#port?.destroy();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #connect(heard: (line: string) => void): Promise<void> {
    this.#monitor = await this.#socket('monitor');
    lines(this.#monitor, (line) => this.#answered(line));
    await this.command('qmp_capabilities');
    // QEMU has read its 200 MB before it answers; who is killed leaves little behind.
    rmSync(join(this.#folder, 'initramfs'));
    this.#port = await this.#socket('port');
    lines(this.#port, heard);
  }

  #answered(line: string): void {
    const message: { readonly error?: { readonly desc: string } } = JSON.parse(line);
    if ('QMP' in message || 'event' in message) return;
    const answer = this.#answers.shift();
    if (message.error === undefined) answer?.resolve();
    else answer?.reject(new Error(message.error.desc));
  }

  async #socket(name: string): Promise<Socket> {
    while (this.#running) {
      const socket = connect(join(this.#folder, name));
      try {
        await once(socket, 'connect');
        socket.on('error', () => socket.destroy());
        return socket;
      } catch {
        // QEMU has not made it yet.
        await wait(20);
      }
    }
    throw new Error(`QEMU did not start: ${this.#process.stderr?.read() ?? 'it could not be run'}`);
  }

  #arguments(kernel: string): readonly string[] {
    const path = (name: string) => join(this.#folder, name);
    const channel = (id: string) => ['-chardev', `socket,id=${id},path=${path(id)},server=on,wait=off`];
    return [
      ...['-accel', 'tcg,thread=multi', '-cpu', 'max', '-smp', '1', '-m', String(MEMORY_MEGABYTES), '-M', 'q35'],
      ...['-nodefaults', '-no-reboot', '-display', 'none'],
      ...[
        '-kernel',
        kernel,
        '-initrd',
        path('initramfs'),
        '-append',
        'console=ttyS0 quiet panic=-1 mitigations=off usbhid.ignoreled=1',
      ],
      ...['-chardev', `file,id=console,path=${path('console')}`, '-serial', 'chardev:console'],
      ...[...channel('monitor'), '-mon', 'chardev=monitor,mode=control'],
      ...['-device', 'virtio-serial-pci', ...channel('port'), '-device', 'virtserialport,chardev=port,name=port'],
      ...['-device', 'virtio-rng-pci', '-device', 'qemu-xhci,id=usb'],
    ];
  }
}

function lines(socket: Socket, take: (line: string) => void): void {
  let rest = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    const parts = `${rest}${text}`.split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) if (part.trim() !== '') take(part);
  });
}
