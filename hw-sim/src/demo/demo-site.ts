import type { SiteDescription } from '../site/index.ts';

/** A device of the demonstration, and the box that is it. */
export interface DemoDevice {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly box: string;
}

export interface DemoReceiver extends DemoDevice {
  readonly receiverKind: 'desk' | 'display';
}

/** Everything that the demonstration's directory begins with. Devices are named by their IDs. */
export interface DemoSite {
  readonly transmitters: readonly DemoDevice[];
  readonly receivers: readonly DemoReceiver[];
  readonly sources: readonly { readonly name: string; readonly transmitters: readonly string[] }[];
  readonly seats: readonly { readonly name: string; readonly receivers: readonly string[] }[];
  readonly walls: readonly {
    readonly name: string;
    readonly rows: number;
    readonly columns: number;
    readonly receivers: readonly string[];
  }[];
  readonly hotkeys: readonly { readonly text: string; readonly devices: readonly string[] }[];
  readonly operators: readonly DemoOperator[];
}

export interface DemoOperator {
  readonly name: string;
  readonly password: string;
  /** IDs of the devices that he may connect, push to, fetch from; `all` of them, also later ones of the device group. */
  readonly connect: readonly string[] | 'all';
  readonly push: readonly string[] | 'all';
  readonly fetch: readonly string[] | 'all';
}

export const demoAdministrator = { name: 'admin', password: 'seatmatrix-demo' } as const;

const ROOM = '一楼机房';
const HALL = '指挥大厅';

interface DemoComputer {
  readonly name: string;
  readonly role: string;
  readonly host: string;
  readonly heads: number;
}

const computers: readonly DemoComputer[] = [
  { name: '电力调度一号', role: '调度工作站 · Power dispatch 1', host: 'dispatch-1', heads: 1 },
  { name: '电力调度二号', role: '调度工作站 · Power dispatch 2', host: 'dispatch-2', heads: 1 },
  { name: '城市运行中心', role: '双屏工作站 · City operations', host: 'city', heads: 2 },
  { name: '交通监控', role: '视频平台 · Traffic', host: 'traffic', heads: 1 },
  { name: '消防指挥', role: '接处警席 · Fire service', host: 'fire', heads: 1 },
  { name: '气象会商', role: '气象工作站 · Weather', host: 'weather', heads: 1 },
  { name: '应急指挥', role: '值班工作站 · Emergency', host: 'emergency', heads: 1 },
  { name: '视频会议', role: '会议终端 · Video conference', host: 'meeting', heads: 1 },
  { name: '网络运维', role: '监控工作站 · Network operations', host: 'network', heads: 1 },
];

interface DemoHead {
  readonly id: string;
  readonly box: string;
  readonly computer: DemoComputer;
  readonly head: number;
}

const heads: readonly DemoHead[] = computers
  .flatMap((computer) => Array.from({ length: computer.heads }, (_, index) => ({ computer, head: index + 1 })))
  .map(({ computer, head }, index) => {
    const id = String(index + 1).padStart(4, '0');
    return { id, box: `tx-${id}`, computer, head };
  });

const receiver = (id: string, name: string, receiverKind: DemoReceiver['receiverKind'] = 'desk'): DemoReceiver => ({
  id,
  name,
  location: HALL,
  receiverKind,
  box: `rx-${id}`,
});

const receivers: readonly DemoReceiver[] = [
  receiver('5001', '调度坐席 左屏'),
  receiver('5002', '调度坐席 中屏'),
  receiver('5003', '调度坐席 右屏'),
  receiver('5004', '值班长席'),
  receiver('5005', '值班员席'),
  receiver('5006', '大屏 左', 'display'),
  receiver('5007', '大屏 右', 'display'),
];

export const demoSite: DemoSite = {
  transmitters: heads.map(({ id, box, computer, head }) => ({
    id,
    name: computer.heads > 1 ? `${computer.name} ${head === 1 ? '主屏' : '副屏'}` : computer.name,
    location: ROOM,
    box,
  })),
  receivers,
  sources: computers
    .filter((computer) => computer.heads > 1)
    .map((computer) => ({
      name: computer.name,
      transmitters: heads.filter((head) => head.computer === computer).map(({ id }) => id),
    })),
  seats: [{ name: '调度坐席', receivers: ['5001', '5002', '5003'] }],
  walls: [{ name: '大屏', rows: 1, columns: 2, receivers: ['5006', '5007'] }],
  hotkeys: [
    { text: 'dl', devices: ['0001'] },
    { text: 'cs', devices: ['0003'] },
    { text: 'jt', devices: ['0005'] },
    { text: 'dp', devices: ['5006'] },
    { text: 'zb', devices: ['5004', '5005'] },
  ],
  operators: [
    { name: 'hxfj', password: '123456', connect: 'all', push: 'all', fetch: 'all' },
    { name: 'op2', password: 'kvm-op-2', connect: ['0001', '0005', '0007'], push: ['5004'], fetch: ['5004'] },
  ],
};

/** Desks that are a place of their own. */
export const singleDesks: readonly DemoReceiver[] = receivers.filter(({ id, receiverKind }) => {
  return receiverKind === 'desk' && !demoSite.seats.some((seat) => seat.receivers.includes(id));
});

/** The same site as physical things. The wall's receivers have no keyboard. */
export const demoDescription: SiteDescription = {
  mode: { width: 1280, height: 720, rate: 60 },
  computers: computers.map(({ name, role, host }, index) => ({
    number: index + 1,
    name,
    role,
    host,
    transmitters: heads.filter((head) => head.computer.host === host).map(({ box }) => box),
  })),
  places: [
    ...demoSite.seats.map((seat) => ({ ...seat, keyboard: true })),
    ...singleDesks.map(({ id, name }) => ({ name, receivers: [id], keyboard: true })),
    ...demoSite.walls.map(({ name, receivers: ids }) => ({ name, receivers: ids, keyboard: false })),
  ].map(({ name, receivers: ids, keyboard }) => ({ name, keyboard, receivers: ids.map((id) => `rx-${id}`) })),
};
