import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strings } from '@seatmatrix/osd';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const manual = readFileSync(join(root, 'docs/manual-zh.md'), 'utf8');

/** What the manual says that the screen says, by the places where it explains it. Its commas and ! are half-width. */
const signInMessages = ['网络正常', '网络断开', '与服务器通讯失败,请稍后重试!', '用户或密码错误'] as const;
const connectMessages = [
  '连接成功',
  '连接失败',
  '超出范围',
  '相同视频源',
  '此设备无视频',
  '此设备不在线',
  '热键和ID不存在',
] as const;
const pushMessages = ['推送成功', '获取视频切换状态失败', '超出范围', '相同视频源', '热键和ID不存在'] as const;
const fetchMessages = ['获取成功', '此设备不在线', '超出范围', '相同视频源', '热键和ID不存在'] as const;
const functionNames = ['【连接】', '【推送】', '【获取】'] as const;
const reservedMessage = '热键暂时保留,将在未来推出该热键专用功能。';
/** Labels that the manual names in brackets. */
const labels = ['反馈信息'] as const;

const messages = [
  ...new Set<string>([
    ...signInMessages,
    ...connectMessages,
    ...pushMessages,
    ...fetchMessages,
    ...functionNames,
    reservedMessage,
    ...labels,
  ]),
];

describe('the manual’s messages', () => {
  it('are those that its explanations name, each in its place', () => {
    expect(explained()).toEqual([signInMessages, connectMessages, pushMessages, fetchMessages]);
  });

  it.each(messages)('%s stands in the manual byte for byte', (message) => {
    expect(manual).toContain(message);
  });

  it.each(messages)('%s is a text of the OSD byte for byte', (message) => {
    expect(Object.values(strings('zh'))).toContain(message);
  });

  it.each(messages)('%s is looked for by a row', (message) => {
    expect(rows().filter((row) => row.includes(`'${message}'`))).not.toEqual([]);
  });
});

/** From "包括以下几种:" and the like up to the full stop: each message stands before a colon. */
function explained(): readonly (readonly string[])[] {
  const lists = manual.matchAll(/(?:包括以下几个提示类型|包括以下几种):([^。]*)。/g);
  return [...lists].map(([, list = '']) =>
    list
      .split(/;|\n\n/)
      .map((entry) => entry.split(':')[0]?.trim() ?? '')
      .filter((message) => message !== ''),
  );
}

/** The texts of the scenarios that belong to a row. */
function rows(): readonly string[] {
  const folder = join(root, 'test/scenarios');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split(/^ {2}scenario\(/m)
        .slice(1),
    )
    .filter((text) => /^\s*'M\d\d/.test(text));
}
