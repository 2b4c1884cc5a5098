import { describe, expect, it } from 'vitest';
import { parseX11Url } from './x11-url.ts';

const options = ['window', 'monitor'];

describe('what follows x11:', () => {
  it.each([
    ['//:11', { display: ':11', window: null, monitor: null }],
    ['//:11.0', { display: ':11', window: null, monitor: null }],
    ['//:11.1', { display: ':11.1', window: null, monitor: null }],
    ['//:11?window=1280x720', { display: ':11', window: { width: 1280, height: 720 }, monitor: null }],
    ['//:0?monitor=HDMI-1', { display: ':0', window: null, monitor: 'HDMI-1' }],
    ['//control-room.example:0', { display: 'control-room.example:0', window: null, monitor: null }],
    ['', { display: ':7', window: null, monitor: null }],
    ['?window=640x480', { display: ':7', window: { width: 640, height: 480 }, monitor: null }],
  ])('%j is understood', (url, expected) => {
    expect(parseX11Url(url, { environment: { DISPLAY: ':7' }, options })).toEqual(expected);
  });

  it.each([
    ['//11', /names no display: "11" is not like :0 or host:0/],
    ['//:11;reboot', /names no display/],
    ['//:11?window=big', /"big" is not like 1280x720/],
    ['//:11?window=1x1', /64 to 16384/],
    ['//:11?size=1x1', /unknown option "size"/],
  ])('%j is refused in one line', (url, message) => {
    const parse = () => parseX11Url(url, { environment: {}, options });
    expect(parse).toThrow(expect.objectContaining({ code: 'configuration-invalid' }));
    expect(parse).toThrow(message);
  });

  it('is refused in a Wayland session, and where there is no desktop', () => {
    const parse = (environment: Record<string, string>) => () => parseX11Url('', { environment, options });
    expect(parse({ WAYLAND_DISPLAY: 'wayland-0' })).toThrow(/Wayland session, and x11: needs an X11 session/);
    expect(parse({})).toThrow(/needs a display/);
  });
});
