import {
  type CommandTarget,
  DEFAULT_BOX_SETTINGS,
  deviceId,
  type Language,
  type ListPage,
  Usages,
} from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { SourceSituation } from '../machine/osd-input.ts';
import type { OsdState } from '../machine/osd-state.ts';
import { createDesk, type Desk } from './typist.ts';

export type SampleName = keyof typeof samples;

export const sampleNames = (): readonly SampleName[] =>
  Object.keys(samples).filter((name): name is SampleName => name in samples);

/** An OSD that was brought to a telling state by keys and messages alone. */
export function sample(name: SampleName, language: Language): OsdState {
  const desk = createDesk();
  desk.feed({
    type: 'settings',
    settings: {
      ...DEFAULT_BOX_SETTINGS,
      language,
      banner:
        language === 'zh'
          ? '本系统仅供授权人员使用,所有操作均被记录'
          : 'For authorised staff only. All actions are recorded.',
    },
  });
  samples[name](desk);
  return desk.state;
}

/** One page with every row state and with names in several scripts. */
export const samplePage: ListPage = {
  function: 'connect',
  page: 0,
  pages: 3,
  total: 19,
  rows: [
    { id: '0001', name: '调度主机 1', state: 'connected' },
    { id: '0002', name: '调度主机 2', state: 'online' },
    { id: '0003', name: 'SCADA-Server', state: 'online' },
    { id: '0004', name: '監視カメラ用サーバー', state: 'offline' },
    { id: '0005', name: '백업 서버', state: 'online' },
    { id: '0006', name: 'Диспетчерская 2', state: 'online' },
    { id: '0007', name: '图形工作站(主画面)双头视频 左侧显示器 — 三号机房第二排机柜', state: 'online' },
    { id: '0008', name: 'Leitstand Süd 𠮷', state: 'offline' },
  ],
};

const receiversPage: ListPage = {
  function: 'push',
  page: 0,
  pages: 1,
  total: 6,
  rows: [
    { id: '5002', name: '控制台 2', state: 'connected' },
    { id: '5003', name: '控制台 3', state: 'online' },
    { id: '5004', name: '值班台 A', state: 'online' },
    { id: '5005', name: '值班台 B', state: 'offline' },
    { id: '5006', name: '大屏 左', state: 'online' },
    { id: '5007', name: '大屏 右', state: 'online' },
  ],
};

const source: SourceSituation = { id: '0001', name: '调度主机 1', picture: 'live', mode: 'shared' };

const samples = {
  'sign-in': (desk) => {
    desk.type('hxfj');
    desk.press(Usages.Enter);
    desk.type('123456');
  },
  'wrong-password': (desk) => {
    desk.press(Usages.CapsLock);
    desk.type('hxfj');
    desk.press(Usages.Enter);
    desk.type('654321');
    desk.press(Usages.Enter);
    desk.feed({ type: 'sign-in-answer', refusal: 'wrong-credentials' });
  },
  'other-display': (desk) => desk.situation({ focused: false, display: { number: 2, count: 3 } }),
  pending: (desk) =>
    desk.situation({
      device: null,
      pending: { fingerprint: '3f9a1c0e77b2d84460cbe15f20a9937dd4186e5b02fa7c39815ee0b6c47d2a1f' },
    }),
  waiting: (desk) => desk.situation({ device: null, manager: 'lost' }),
  'menu-connect': (desk) => {
    openOverPicture(desk);
    desk.feed({ type: 'list', page: samplePage });
    desk.type('3');
  },
  'menu-no-signal': (desk) => {
    openOverPicture(desk);
    desk.feed({ type: 'list', page: samplePage });
    desk.type('3');
    desk.press(Usages.Enter);
    desk.feed({ type: 'command-answer', refusal: 'no-signal', targets: [] });
  },
  'push-refused': (desk) => {
    openOverPicture(desk);
    desk.press(Usages.F2);
    desk.feed({ type: 'list', page: receiversPage });
    desk.type('2,3,4,5,6');
    desk.press(Usages.Enter);
    desk.feed({
      type: 'command-answer',
      refusal: 'same-source',
      targets: [
        target('5002', '控制台 2', 'same-source'),
        target('5003', '控制台 3', null),
        target('5004', '值班台 A', 'nobody-signed-in'),
        target('5005', '值班台 B', 'offline'),
        target('5006', '大屏 左', null),
      ],
    });
  },
  'menu-of-a-seat': (desk) => {
    openOverPicture(desk);
    desk.situation({ display: { number: 2, count: 3 } });
    desk.press(Usages.F3);
    desk.feed({ type: 'list', page: { ...receiversPage, function: 'fetch' } });
    desk.press(Usages.F7);
  },
  success: (desk) => {
    openOverPicture(desk);
    desk.feed({ type: 'list', page: samplePage });
    desk.type('1');
    desk.press(Usages.Enter);
    desk.feed({ type: 'command-answer', refusal: null, targets: [] });
  },
  unreachable: (desk) => {
    openOverPicture(desk);
    desk.feed({ type: 'list', page: samplePage });
    desk.situation({ manager: 'lost' });
  },
  'password-change': (desk) => {
    openOverPicture(desk);
    desk.press(Usages.Home);
    desk.type('123456');
    desk.press(Usages.Tab);
    desk.type('abc');
    desk.press(Usages.Enter);
    desk.press(Usages.Enter);
  },
  banners: (desk) => {
    signIn(desk);
    desk.press(Usages.Escape);
    desk.situation({ source: { ...source, picture: 'no-signal', mode: 'view' } });
    desk.feed({ type: 'notice', notice: { type: 'pushed-by', operator: 'op2', source: '0001 调度主机 1' } });
  },
  'administrator-message': (desk) => {
    signIn(desk);
    desk.press(Usages.Escape);
    desk.situation({ source, manager: 'lost' });
    desk.feed({
      type: 'message',
      seconds: 60,
      text: '今晚 22:00 至 23:30 三号机房停电检修,请各坐席提前保存数据并切换到备用主机;检修期间大屏仅显示值班台 A 的画面。',
    });
  },
  standby: (desk) => {
    signIn(desk);
    desk.press(Usages.Escape);
  },
  'display-card': (desk) =>
    desk.situation({
      device: { id: '5006', name: '大屏 左', receiverKind: 'display' },
      display: { number: 1, count: 1 },
    }),
  identify: (desk) => {
    signIn(desk);
    desk.press(Usages.Escape);
    desk.situation({ source });
    desk.wait(4000);
    desk.feed({ type: 'identify', seconds: 10 });
  },
} satisfies Record<string, (desk: Desk) => void>;

function signIn(desk: Desk): void {
  desk.type('hxfj');
  desk.press(Usages.Enter);
  desk.type('123456');
  desk.press(Usages.Enter);
  desk.feed({ type: 'sign-in-answer', refusal: null });
  desk.situation({ operator: 'hxfj' });
}

function openOverPicture(desk: Desk): void {
  signIn(desk);
  desk.press(Usages.Escape);
  desk.situation({ source });
  desk.wait(4000);
  desk.feed({ type: 'open', function: 'connect' });
}

function target(id: string, name: string, refusal: CommandTarget['refusal']): CommandTarget {
  const valid = deviceId(id);
  if (valid === null) throw new Fault({ code: 'invariant-broken', message: `${id} is no ID` });
  return { id: valid, name, refusal };
}
