import { ProblemError } from './api.ts';
import { pageLanguage, word } from './words.ts';

/** The manager's refusals by code; its own words are English. */
const zh: Readonly<Record<string, string>> = {
  'password-too-short': '密码至少需要八个字符',
  'password-too-common': '这个密码太常见,请换一个',
  'wrong-credentials': '用户名或密码错误',
  'not-signed-in': '登录已过期,请重新登录',
  forbidden: '没有权限',
  'claim-code-wrong': '认领码不正确',
  'claim-code-expired': '认领码已过期,请重新启动管理服务器以获得新的认领码',
  'already-claimed': '这个站点已有管理员',
  'already-exists': '已经存在',
  'not-found': '没有找到',
  conflict: '与现有内容冲突',
  'wrong-kind': '终端类型与设备类型不符',
  'device-taken': '这个位置已有另一台终端',
  'version-conflict': '其他人刚刚修改了它',
  throttled: '尝试次数过多,请稍后再试',
  internal: '管理服务器出错,详情见其日志',
  'not-claimed': '这个站点还没有管理员',
  'store-failed': '管理服务器的数据库无法写入',
};

/** What a person is told of a request that failed. */
export function failureText(error: unknown): string {
  if (error instanceof RangeError) return error.message;
  if (!(error instanceof ProblemError)) return word('unreachable');
  return (pageLanguage() === 'zh' ? zh[error.code] : undefined) ?? error.message;
}
