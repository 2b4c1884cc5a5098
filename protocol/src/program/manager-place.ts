/** The port of a manager's box listener where none is named. */
export const BOX_PORT = 8443;

/** Where a manager's box listener is, from a URL or a host with or without a port; null when the text is neither. */
export function managerPlace(text: string): { readonly host: string; readonly port: number } | null {
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  const known = url.protocol === 'https:' || url.protocol === 'wss:';
  if (!known || url.hostname === '' || url.pathname !== '/' || url.search !== '') return null;
  // 443 is the URL's default and never written out, so a port that was left out and 443 look the same here.
  const port = url.port === '' ? (/:443\/?$/.test(text) ? 443 : BOX_PORT) : Number(url.port);
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port };
}
