import { describe, expect, it } from 'vitest';
import { strings, words } from './strings.ts';

describe('the words', () => {
  it('are the same in both languages, key by key and value by value', () => {
    const zh = strings('zh');
    const en = strings('en');
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const [key, text] of Object.entries(zh)) {
      expect([key, names(strings('en')[key as keyof typeof zh])]).toEqual([key, names(text)]);
    }
  });

  it.each([
    '网络正常',
    '网络断开',
    '与服务器通讯失败,请稍后重试!',
    '用户或密码错误',
    '连接成功',
    '连接失败',
    '超出范围',
    '相同视频源',
    '此设备无视频',
    '此设备不在线',
    '热键和ID不存在',
    '推送成功',
    '获取视频切换状态失败',
    '获取成功',
    '【连接】',
    '【推送】',
    '【获取】',
    '热键暂时保留,将在未来推出该热键专用功能。',
    '【无人登录】',
  ])('of the manual are there byte for byte: %s', (text) => {
    expect(Object.values<string>(strings('zh'))).toContain(text);
  });

  it('are filled in, also with messages in the same language', () => {
    const message = {
      key: 'commandFailed',
      values: { function: { key: 'pushFunction' }, text: '2', reason: { key: 'offline' } },
    } as const;
    expect(words('zh', message)).toBe('【推送】2:此设备不在线');
    expect(words('en', message)).toBe('【Push】2: This device is offline');
  });
});
