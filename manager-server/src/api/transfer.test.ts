import { describe, expect, test } from 'vitest';
import { type SampleApp, startApp } from './sample-app.ts';

const devices = [
  'id,name,location,receiverKind,viewWhileSignedOut,pointer,chroma,sound,serial.baud,serial.dataBits,serial.parity,serial.stopBits,serial.flowControl',
  '0001,雷达,rack 1,,,absolute,4:2:0,false,9600,8,none,1,none',
  '5001,Desk,,desk,false,,,,,,,,',
  '',
].join('\r\n');

async function importing(
  { request }: Pick<SampleApp, 'request'>,
  part: { collection?: string; format?: string; text: string; mode?: string },
) {
  const body = { collection: 'devices', format: 'csv', mode: 'merge', ...part };
  const dry = await request('POST', '/api/imports', { body: { ...body, dryRun: true } });
  const apply = (revision: string = dry.json.revision) =>
    request('POST', '/api/imports', { body: { ...body, dryRun: false }, headers: { 'if-match': `"${revision}"` } });
  return { dry, apply };
}

describe('an import', () => {
  test('says what it would do, does it, and exports as the same bytes', async () => {
    const site = await startApp();
    const { dry, apply } = await importing(site, { text: devices });
    expect(dry.json).toMatchObject({
      applied: false,
      counts: { add: 2, change: 0, remove: 0 },
      problems: [],
      signsYouOut: false,
    });
    expect(dry.json.changes[0]).toMatchObject({ action: 'add', collection: 'devices', name: '0001 雷达', line: 2 });
    expect(site.directory.snapshot.devices.size).toBe(0);
    expect((await apply()).json).toMatchObject({ applied: true, counts: { add: 2 } });
    expect((await site.request('GET', '/api/exports/devices?format=csv')).text).toBe(devices);
  });
});
