import { type CommandTarget, commandRefusals, deviceId, INPUT_TEXT_MAX, Usages } from '@seatmatrix/protocol/domain';
import { describe, expect, it } from 'vitest';
import { words } from '../../strings/strings.ts';
import { createDesk, type Desk } from '../../testing/typist.ts';
import { banners } from '../banners.ts';
import { osdCapturesKeys, osdVisible } from '../osd-presence.ts';

function deskIn(wanted: 'connect' | 'push' | 'fetch'): Desk {
  const desk = createDesk({ operator: 'hxfj', source: { id: '0009', name: 'nine', picture: 'live', mode: 'shared' } });
  desk.wait(3000);
  desk.feed({ type: 'open', function: wanted });
  desk.takeEffects();
  return desk;
}

function send(desk: Desk, text: string): void {
  desk.type(text);
  desk.press(Usages.Enter);
}

function target(id: string, refusal: CommandTarget['refusal']): CommandTarget {
  const valid = deviceId(id);
  if (valid === null) throw new TypeError(id);
  return { id: valid, name: `desk ${id}`, refusal };
}

const feedbackOf = (desk: Desk): string | null => {
  const message = desk.state.menu?.feedback?.message;
  return message === undefined ? null : words('zh', message);
};

describe('the input area', () => {
  it('takes letters, digits, comma and the keypad, and shows them at once', () => {
    const desk = deskIn('push');
    desk.type('aB1,2');
    desk.press(Usages.Keypad1);
    expect(desk.state.menu?.input.text).toBe('aB1,21');
  });

  it('takes nothing else', () => {
    const desk = deskIn('connect');
    for (const key of [Usages.Space, Usages.Tab, Usages.NumLock]) desk.press(key);
    desk.press(Usages.LeftShift, Usages.Digit1);
    desk.press(Usages.LeftControl, Usages.A);
    expect(desk.state.menu?.input.text).toBe('');
  });

  it('edits within the line', () => {
    const desk = deskIn('connect');
    desk.type('123');
    desk.press(Usages.Left);
    desk.press(Usages.Backspace);
    desk.press(Usages.Left);
    desk.press(Usages.Delete);
    expect(desk.state.menu?.input).toEqual({ text: '3', caret: 0, selected: false });
  });

  it('deletes on while Backspace is held', () => {
    const desk = deskIn('connect');
    desk.type('12345');
    desk.edge(Usages.Backspace, true);
    desk.wait(500);
    desk.wait(50);
    expect(desk.state.menu?.input.text).toBe('12');
  });

  it('is full at its limit', () => {
    const desk = deskIn('push');
    desk.type('1'.repeat(INPUT_TEXT_MAX + 5));
    expect(desk.state.menu?.input.text).toHaveLength(INPUT_TEXT_MAX);
  });

  it('asks for something when Enter finds it empty', () => {
    const desk = deskIn('connect');
    desk.press(Usages.Enter);
    expect(feedbackOf(desk)).toBe('请先输入 ID 或热键');
    expect(desk.takeEffects()).toEqual([]);
  });
});

describe('a command', () => {
  it.each(['connect', 'push', 'fetch'] as const)('is asked as typed, once: %s', (wanted) => {
    const desk = deskIn(wanted);
    send(desk, '1,x');
    desk.press(Usages.Enter);
    desk.type('9');
    desk.press(Usages.F1);
    expect(desk.takeEffects()).toEqual([{ type: 'command', function: wanted, text: '1,x', withoutPicture: false }]);
    expect(desk.state.menu?.input.text).toBe('1,x');
  });

  it.each([
    ['connect', '连接成功'],
    ['push', '推送成功'],
    ['fetch', '获取成功'],
  ] as const)('that succeeded says so for a second without taking a key, then closes: %s', (wanted, text) => {
    const desk = deskIn(wanted);
    send(desk, '1');
    desk.feed({ type: 'command-answer', refusal: null, targets: [] });
    desk.takeEffects();
    expect(feedbackOf(desk)).toBe(text);
    expect(osdCapturesKeys(desk.state)).toBe(false);
    expect(osdVisible(desk.state)).toBe(true);
    desk.wait(999);
    expect(desk.state.menu).not.toBeNull();
    desk.wait(1);
    expect(desk.state.menu).toBeNull();
    expect(desk.takeEffects()).toEqual([{ type: 'watch-list', watch: null }]);
  });

  it('that succeeded closes the menu at once when a key goes to the computer', () => {
    const desk = deskIn('connect');
    send(desk, '1');
    desk.feed({ type: 'command-answer', refusal: null, targets: [] });
    desk.feed({ type: 'passed' });
    expect(desk.state.menu).toBeNull();
  });

  it('is not closed by a key that passed while it was still open', () => {
    const desk = deskIn('connect');
    desk.feed({ type: 'passed' });
    expect(desk.state.menu).not.toBeNull();
  });

  it.each([
    ['manager-unreachable', '与服务器通讯失败,请稍后重试!'],
    ['unknown-name', '热键和ID不存在'],
    ['out-of-range', '超出范围'],
    ['no-source', '获取视频切换状态失败'],
    ['offline', '此设备不在线'],
    ['nobody-signed-in', '【无人登录】'],
    ['same-source', '相同视频源'],
    ['shows-nothing', '此设备无视频'],
    ['link-failed', '连接失败'],
    ['no-signal', '此设备无视频'],
  ] as const)('that is refused for %s says %s and stays', (refusal, text) => {
    const desk = deskIn('connect');
    send(desk, '1');
    desk.feed({ type: 'command-answer', refusal, targets: [] });
    expect(feedbackOf(desk)).toBe(text);
    expect(osdCapturesKeys(desk.state)).toBe(true);
    desk.wait(60_000);
    expect(desk.state.menu).not.toBeNull();
  });

  it('has a word for every refusal', () => {
    for (const refusal of commandRefusals) {
      const desk = deskIn('push');
      send(desk, '1');
      desk.feed({ type: 'command-answer', refusal, targets: [] });
      expect(feedbackOf(desk)).toBeTruthy();
    }
  });

  it('that was refused keeps its text: Enter sends it again, a digit replaces it', () => {
    const desk = deskIn('connect');
    send(desk, '12');
    desk.feed({ type: 'command-answer', refusal: 'offline', targets: [] });
    desk.press(Usages.Enter);
    desk.feed({ type: 'command-answer', refusal: 'offline', targets: [] });
    desk.type('7');
    expect(desk.state.menu?.input.text).toBe('7');
    expect(desk.takeEffects()).toHaveLength(2);
  });

  it('without a signal connects all the same when Enter is pressed once more', () => {
    const desk = deskIn('connect');
    send(desk, '3');
    desk.feed({ type: 'command-answer', refusal: 'no-signal', targets: [] });
    desk.press(Usages.Enter);
    expect(desk.takeEffects().at(-1)).toEqual({
      type: 'command',
      function: 'connect',
      text: '3',
      withoutPicture: true,
    });
  });

  it('without a signal asks anew when another text was typed', () => {
    const desk = deskIn('connect');
    send(desk, '3');
    desk.feed({ type: 'command-answer', refusal: 'no-signal', targets: [] });
    desk.type('3');
    expect(desk.state.menu?.confirmable).toBe('3');
    desk.type('1');
    desk.press(Usages.Backspace);
    desk.press(Usages.Enter);
    expect(desk.takeEffects().at(-1)).toMatchObject({ text: '3', withoutPicture: false });
  });

  it('goes on when the menu is closed: a refusal is then told at the top', () => {
    const desk = deskIn('connect');
    send(desk, '3');
    desk.press(Usages.Escape);
    desk.feed({ type: 'command-answer', refusal: 'offline', targets: [] });
    expect(banners(desk.state).map((each) => each.words)).toEqual([
      {
        key: 'commandFailed',
        values: { function: { key: 'connectFunction' }, text: '3', reason: { key: 'offline' } },
      },
    ]);
    desk.wait(5000);
    expect(banners(desk.state)).toEqual([]);
  });

  it('is given up when the manager goes away, and a late answer is not the next one’s', () => {
    const desk = deskIn('connect');
    send(desk, '3');
    desk.situation({ manager: 'lost' });
    expect(desk.state.command).toBeNull();
    desk.feed({ type: 'command-answer', refusal: 'manager-unreachable', targets: [] });
    expect(feedbackOf(desk)).toBe('与服务器通讯失败,请稍后重试!');
  });
});

describe('a push to several', () => {
  const targets = [target('5002', null), target('5003', 'same-source'), target('5004', 'nobody-signed-in')];

  it('that all took closes like any other', () => {
    const desk = deskIn('push');
    send(desk, '2,3');
    desk.feed({ type: 'command-answer', refusal: null, targets: [target('5002', null), target('5003', null)] });
    expect(feedbackOf(desk)).toBe('推送成功');
  });

  it('names who refused and why, the refused first, and stays', () => {
    const desk = deskIn('push');
    send(desk, '2,3,4');
    desk.feed({ type: 'command-answer', refusal: 'same-source', targets });
    expect(feedbackOf(desk)).toBe('推送失败 2 台,成功 1 台');
    expect(desk.state.menu?.results?.targets.map((each) => each.id)).toEqual(['5003', '5004', '5002']);
  });

  it('turns the pages of a long result, and shows the list again when something is typed', () => {
    const desk = deskIn('push');
    const many = Array.from({ length: 20 }, (_, index) => target(String(5002 + index), 'offline'));
    send(desk, 'all');
    desk.feed({ type: 'command-answer', refusal: 'offline', targets: many });
    for (let index = 0; index < 5; index++) desk.press(Usages.Down);
    expect(desk.state.menu?.results?.page).toBe(2);
    desk.press(Usages.Up);
    expect(desk.state.menu?.results?.page).toBe(1);
    desk.type('1');
    expect(desk.state.menu?.results).toBeNull();
  });
});
