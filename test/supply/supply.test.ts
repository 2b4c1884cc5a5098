import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { billOfMaterials } from './bill-of-materials.ts';
import { root } from './npm.ts';
import { readAudit } from './vulnerabilities.ts';

test('the bill of materials is CycloneDX and has every package that the product depends on, with its version', () => {
  const bill = billOfMaterials({ development: false });
  expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', '1.5']);
  const listed = new Map(bill.components.map(({ name, version }) => [name, version]));
  for (const workspace of ['protocol', 'osd', 'firmware-agent', 'manager-server', 'hw-sim']) {
    const { dependencies = {} } = JSON.parse(readFileSync(`${root}${workspace}/package.json`, 'utf8'));
    for (const [name, version] of Object.entries<string>(dependencies)) {
      // Ours are listed as this project itself.
      if (!name.startsWith('@seatmatrix/')) expect([name, listed.get(name)]).toEqual([name, version]);
    }
  }
  expect(listed.has('vitest')).toBe(false);
}, 60_000);

test('an audit counts what is high or critical, and says so when the registry does not answer', () => {
  const known = { vulnerabilities: { a: { severity: 'high' }, b: { severity: 'critical' }, c: { severity: 'low' } } };
  expect(readAudit(JSON.stringify(known), '')).toEqual({ type: 'known', high: 1, critical: 1, packages: ['b', 'a'] });
  const refused = { message: '405 Method Not Allowed - POST https://mirror.example/-/npm/v1/security/advisories/bulk' };
  expect(readAudit(JSON.stringify(refused), '')).toEqual({ type: 'unknown', why: '405 Method Not Allowed' });
  expect(readAudit('', '')).toEqual({ type: 'unknown', why: 'no answer' });
});
