import type { RunningSite } from './run-site.ts';

/** What a person at the terminal needs to know of a manager that has just started. */
export function siteText(site: RunningSite, addresses: readonly string[]): string {
  const { pages, boxes, claimCode, fingerprint } = site;
  const scheme = fingerprint === null ? 'http' : 'https';
  const everywhere = pages.host === '0.0.0.0' || pages.host === '::';
  const hosts = everywhere ? ['localhost', ...addresses] : [pages.host];
  const lines = [
    'Seatmatrix manager',
    '',
    ...hosts.map(
      (host, index) => `${index === 0 ? '  Pages  ' : '         '}${scheme}://${written(host)}:${pages.port}/`,
    ),
    `  Boxes  ${everywhere ? 'the same addresses, port ' : `${written(boxes.host)}:`}${boxes.port}`,
  ];
  if (fingerprint !== null) {
    lines.push('', '  The browser shows this certificate (SHA-256):', `  ${fingerprint}`);
  }
  if (claimCode !== null) {
    lines.push('', '  Nobody administers this site yet. Open /claim and use this code within half an hour:');
    lines.push('', `  ${claimCode}`, '', '  Another start makes another code.');
  }
  return `${lines.join('\n')}\n`;
}

const written = (host: string): string => (host.includes(':') ? `[${host}]` : host);
