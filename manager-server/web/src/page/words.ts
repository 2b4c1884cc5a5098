export type PageLanguage = 'zh' | 'en';

const zh = {
  site: '坐席管理系统',
  signIn: '登录',
  signOut: '退出登录',
  administrator: '管理员',
  name: '用户名',
  password: '密码',
  passwordAgain: '再次输入密码',
  claimTitle: '首次启动',
  claimText: '这台管理服务器还没有账户。请输入启动时打印的认领码,创建第一个管理员。',
  claimCode: '认领码',
  claim: '创建管理员',
  passwordsDiffer: '两次输入的密码不一致',
  consoles: '坐席与大屏',
  consolesText: '打开一个接收终端的显示器:键盘和鼠标就是这个坐席的。',
  seat: '坐席',
  desk: '单屏坐席',
  wall: '拼接屏',
  open: '打开',
  openSeat: '打开整个坐席',
  online: '在线',
  offline: '离线',
  boxes: '待接入终端',
  noBoxes: '没有等待接入的终端。',
  firstBoxes: '这个站点还没有设备。生成一个接入码,在终端上运行显示的命令;或不带接入码启动终端,它会出现在这里等待接入。',
  adopt: '接入',
  place: '接入位置',
  newDevice: '新设备(下一个空闲 ID)',
  compare: '密钥指纹,请与终端上显示的核对',
  transmitter: '发送终端',
  receiver: '接收终端',
  enrolmentTitle: '接入码',
  enrolment: '生成接入码',
  enrolmentText: '终端凭接入码自动接入,编号为下一个空闲 ID。接入码只显示这一次,24 小时内有效。',
  enrolmentUses: '终端数量',
  onReceiver: '在接收终端上(浏览器控制台)',
  onTransmitter: '在发送终端上',
  onSimulator: '模拟终端',
  copy: '复制',
  copied: '已复制',
  transmitters: '发送终端',
  connectionLost: '与管理服务器的连接中断,正在重新连接…',
  noConsole: '接收终端离线,或没有浏览器控制台(--display web:)',
  watching: '仅观看:另一个页面正在操作这个终端。它关闭后重新载入即可操作',
  fullscreen: '全屏',
  keysHint: '点击画面后,键盘属于此坐席 · 双击 Shift 再按 O 打开菜单',
  lockMissing: '此浏览器不能锁定键盘:Alt+Tab、Ctrl+W 等仍属于浏览器',
  fullscreenRefused: '浏览器拒绝了全屏',
  notFound: '没有这个终端或坐席',
  home: '返回首页',
  unreachable: '管理服务器没有应答,请稍后重试',
  nobody: '无人登录',
} as const;

const en: Readonly<Record<keyof typeof zh, string>> = {
  site: 'Seatmatrix',
  signIn: 'Sign in',
  signOut: 'Sign out',
  administrator: 'Administrator',
  name: 'Name',
  password: 'Password',
  passwordAgain: 'Password again',
  claimTitle: 'First start',
  claimText:
    'This manager has no account yet. Enter the claim code that it printed at start, and create the first administrator.',
  claimCode: 'Claim code',
  claim: 'Create administrator',
  passwordsDiffer: 'The two passwords differ',
  consoles: 'Desks and walls',
  consolesText: 'Open a receiver’s display: keyboard and mouse are this desk’s.',
  seat: 'Seat',
  desk: 'Desk',
  wall: 'Wall',
  open: 'Open',
  openSeat: 'Open the whole seat',
  online: 'online',
  offline: 'offline',
  boxes: 'Boxes waiting',
  noBoxes: 'No box waits to be adopted.',
  firstBoxes:
    'This site has no devices yet. Make an enrolment code and run the command that it shows on a box; or start a box without a code, and it waits here to be adopted.',
  adopt: 'Adopt',
  place: 'Place',
  newDevice: 'New device (next free ID)',
  compare: 'Fingerprint of its key: compare with what the box shows',
  transmitter: 'Transmitter',
  receiver: 'Receiver',
  enrolmentTitle: 'Enrolment codes',
  enrolment: 'Make an enrolment code',
  enrolmentText:
    'A box with a code is adopted at once, with the next free ID. The code is shown this once and ends after 24 hours.',
  enrolmentUses: 'Number of boxes',
  onReceiver: 'On a receiver (console in the browser)',
  onTransmitter: 'On a transmitter',
  onSimulator: 'Simulated boxes',
  copy: 'Copy',
  copied: 'Copied',
  transmitters: 'Transmitters',
  connectionLost: 'Connection to the manager lost, reconnecting…',
  noConsole: 'The receiver is offline, or has no console in the browser (--display web:)',
  watching: 'View only: another page controls this receiver. When that one is closed, reload to take over',
  fullscreen: 'Full screen',
  keysHint: 'Click the picture: the keyboard is this desk’s · double Shift, then O opens the menu',
  lockMissing: 'This browser cannot lock the keyboard: Alt+Tab, Ctrl+W and the like stay the browser’s',
  fullscreenRefused: 'The browser refused full screen',
  notFound: 'There is no such receiver or seat',
  home: 'To the first page',
  unreachable: 'The manager does not answer, please try again later',
  nobody: 'nobody signed in',
};

export type Word = keyof typeof zh;

/** Chinese unless the browser asks for another language, or the person chose one. */
export function pageLanguage(): PageLanguage {
  const chosen = localStorage.getItem('language');
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function chooseLanguage(language: PageLanguage): void {
  localStorage.setItem('language', language);
  location.reload();
}

export function word(key: Word): string {
  return (pageLanguage() === 'zh' ? zh : en)[key];
}
