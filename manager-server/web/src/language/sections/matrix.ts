export const zh = {
  matrixText: '行是接收终端,列是发送终端。单击交叉点连接或断开,也可以把列标题拖到某一行。',
  searchReceivers: '筛选接收终端',
  searchTransmitters: '筛选发送终端',
  matrixLabel: '交叉点矩阵:{rows} 台接收终端 × {columns} 台发送终端。方向键移动,回车键连接或断开。',
  crosspointLive: '{receiver} 正在显示 {transmitter}',
  crosspointWanted: '{receiver} 应显示 {transmitter},尚未显示',
  crosspointAttempt: '{receiver} 正在连接 {transmitter}',
  crosspointNone: '{receiver} 未显示 {transmitter}',
  legendLive: '正在显示',
  legendWanted: '要求显示,尚未显示',
  legendAttempt: '正在连接',
  connected: '{receiver} 已连接 {transmitter}',
  disconnected: '{receiver} 已断开',
  commandRefused: '{receiver}:{reason}',
  matrixEmpty: '还没有可以连接的设备',
  matrixEmptyText: '接入至少一台发送终端和一台接收终端后,这里就是整个矩阵。',
} as const;

export const en: Readonly<Record<keyof typeof zh, string>> = {
  matrixText:
    'Rows are receivers, columns transmitters. Click a crosspoint to connect or disconnect, or drag a column’s head to a row.',
  searchReceivers: 'Filter receivers',
  searchTransmitters: 'Filter transmitters',
  matrixLabel:
    'Crosspoints: {rows} receivers × {columns} transmitters. Arrow keys move, Enter connects or disconnects.',
  crosspointLive: '{receiver} shows {transmitter}',
  crosspointWanted: '{receiver} is to show {transmitter} and does not yet',
  crosspointAttempt: '{receiver} is connecting {transmitter}',
  crosspointNone: '{receiver} does not show {transmitter}',
  legendLive: 'shows',
  legendWanted: 'wanted, not shown yet',
  legendAttempt: 'connecting',
  connected: '{receiver} shows {transmitter} now',
  disconnected: '{receiver} is disconnected',
  commandRefused: '{receiver}: {reason}',
  matrixEmpty: 'Nothing to connect yet',
  matrixEmptyText: 'With one transmitter and one receiver adopted, the whole matrix stands here.',
};
