/** A row of the operation manual (docs/manual-zh.md): each is a scenario test whose name begins with its number. */
export interface ManualRow {
  readonly number: string;
  readonly says: string;
}

export const manualRows: readonly ManualRow[] = [
  row('M01', 'a desk at power-up shows the sign-in screen, and nothing passes'),
  row('M02', 'name and password are checked by the manager; Enter in the password is the button; clear empties'),
  row('M03', '网络正常, 网络断开, 与服务器通讯失败,请稍后重试!, 用户或密码错误, each from its true cause'),
  row('M04', 'no pointer at the sign-in; Tab and Shift+Tab move'),
  row('M05', 'F7 with 1–8 or the undrawn mouse chooses the display of a seat'),
  row('M06', 'version, name (Rx ID), list, input, feedback, key line'),
  row('M07', 'brown fixed, white live, yellow prompts'),
  row('M08', 'eight devices a page, ↑ and ↓ turn pages'),
  row('M09', '连接 lists Tx, 推送 and 获取 list Rx'),
  row('M10', 'grey online, yellow connected or the same source, red offline'),
  row('M11', 'IDs and names come from the manager and change live'),
  row('M12', '连接 is the function after sign-in; F1 returns to it; 【连接】 bright yellow'),
  row('M13', 'typing shows at once; Backspace; Enter'),
  row('M14', '连接成功, the menu closes after 1 s, picture and keys are the computer’s'),
  row('M15', '连接失败'),
  row('M16', '超出范围'),
  row('M17', '相同视频源'),
  row('M18', '此设备无视频'),
  row('M19', '此设备不在线'),
  row('M20', '热键和ID不存在'),
  row('M21', 'short IDs'),
  row('M22', 'hotkeys'),
  row('M23', 'several devices in 连接 are refused'),
  row('M24', 'the connected row is bright yellow'),
  row('M25', 'F2, 推送成功, 1 s, the target shows the same picture'),
  row('M26', '获取视频切换状态失败'),
  row('M27', 'the other refusals of 推送'),
  row('M28', 'several by comma, in the order typed; who refused is named'),
  row('M29', 'all'),
  row('M30', 'short IDs in 推送'),
  row('M31', 'a pushed picture needs no right of the target’s operator and cannot be had again'),
  row('M32', 'heads are pushed together'),
  row('M33', 'a hotkey with several targets, first one first'),
  row('M34', 'to any receiver of a spliced wall: across the wall'),
  row('M34b', 'to a receiver of a single wall: that receiver alone'),
  row('M35', 'F3, 获取成功, 1 s, row yellow'),
  row('M36', 'the refusals of 获取'),
  row('M37', 'only sources within the operator’s rights, whoever shows them'),
  row('M38', 'heads are fetched together'),
  row('M39', 'from any receiver of a spliced wall: the wall’s source'),
  row('M39b', 'from a receiver of a single wall: its own'),
  row('M40', 'one target only; short ID and hotkey'),
  row('M41', 'F5 refreshes'),
  row('M42', 'reserved keys are harmless and say so'),
  row('M43', 'F12 disconnects, signs out, sign-in screen'),
  row('M44', 'Esc leaves the menu'),
  row('M45', 'double Shift and O at any time, on the display that the mouse is on'),
  row('M46', '【推送】 and 【获取】 bright yellow, typing as in 连接'),
  row('M47', 'connect takes all heads'),
  row('M48', 'double Shift, then F1, F2 or F3 opens the menu in that function'),
  row('M49', 'the manager lost while the menu is open'),
];

function row(number: string, says: string): ManualRow {
  return { number, says };
}

/** The row that a test's name speaks of: the last part that begins with a row's number. */
export function rowOf(testName: string): string | null {
  for (const part of testName.split(' › ').reverse()) {
    const match = /^(M\d\db?)\b/.exec(part);
    if (match?.[1] !== undefined) return match[1];
  }
  return null;
}
