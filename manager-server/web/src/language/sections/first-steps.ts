/** What leads from a site without anything to the first picture at a desk. */
export const zh = {
  firstSteps: '开始使用',
  firstStepsProgress: '已完成 {done}/{all} 步',
  stepDone: '已完成',
  stepOpen: '未完成',
  stepTransmitter: '接入一台发送终端',
  stepTransmitterText: '在被控主机旁启动终端并让它连接到本管理服务器;核对密钥指纹后接入,同时给它编号和名称。',
  stepReceiver: '接入一台接收终端',
  stepReceiverText: '放在坐席上,接显示器、键盘和鼠标;接入方式与发送终端相同。',
  stepOperator: '创建操作员',
  stepOperatorText: '操作员在坐席上用这个名称和密码登录。管理员账号管理这些页面,但没有授权就不能连接主机。',
  stepGrant: '授予权限',
  stepGrantText: '说明谁可以连接哪台主机:在表格里点一下即可。',
  stepDesk: '到坐席上登录',
  stepDeskText: '在接收终端前登录,选择主机,按 Enter。没有实体终端时,可在这里打开它的控制台。',
  stepAdopt: '接入设备',
  stepCreateOperator: '新建操作员',
  stepGiveGrant: '打开授权表',
  stepOpenDesk: '打开控制台',
  stepsClose: '不再显示',
} as const;

export const en: Readonly<Record<keyof typeof zh, string>> = {
  firstSteps: 'First steps',
  firstStepsProgress: '{done} of {all} done',
  stepDone: 'done',
  stepOpen: 'to do',
  stepTransmitter: 'Adopt a transmitter',
  stepTransmitterText:
    'Start the box at a computer and point it at this manager; compare its key’s fingerprint, adopt it, and give it an ID and a name in one go.',
  stepReceiver: 'Adopt a receiver',
  stepReceiverText: 'At a desk, with a monitor, a keyboard and a mouse. It is adopted like a transmitter.',
  stepOperator: 'Create an operator',
  stepOperatorText:
    'Operators sign in at desks with this name and password. An administrator runs these pages, and reaches no computer without a grant either.',
  stepGrant: 'Grant rights',
  stepGrantText: 'Say who may connect to which computer: one click in a table.',
  stepDesk: 'Sign in at the desk',
  stepDeskText:
    'At the receiver: sign in, choose a computer, press Enter. Without a box at hand, open its console here.',
  stepAdopt: 'Adopt it',
  stepCreateOperator: 'New operator',
  stepGiveGrant: 'Open the grants',
  stepOpenDesk: 'Open the console',
  stepsClose: 'Do not show again',
};
