import type { MediaKey } from '@seatmatrix/protocol/domain';
import { expect, test } from 'vitest';
import type { ForeignViewerRefusal } from './box-side.ts';
import { startApp } from './sample-app.ts';

const place = { ssrc: 3_735_928_559, rolloverCounter: 2, sequence: 7, timestamp: 0, time: 0 };
const mediaKey: MediaKey = {
  masterKey: Uint8Array.from({ length: 16 }, (_, index) => index),
  masterSalt: Uint8Array.from({ length: 12 }, (_, index) => 0xf0 + index),
  epoch: 1,
  video: place,
  sound: place,
  feedback: { masterKey: new Uint8Array(16).fill(9), masterSalt: new Uint8Array(12), ssrc: 2 },
  group: null,
};
const path = '/api/devices/t0001/foreign-viewer';
const body = { host: '192.0.2.5', port: 5004, seconds: 60 };
const hex = '000102030405060708090a0b0c0d0e0ff0f1f2f3f4f5f6f7f8f9fafb';

test('an administrator gets the keys, and a line for GStreamer', async () => {
  const { request, boxSide } = await startApp();
  boxSide.mediaKey = mediaKey;
  const { status, json, headers } = await request('POST', path, { body });
  expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
  expect(json).toEqual({
    ssrc: 3_735_928_559,
    payloadType: 96,
    clockRate: 90_000,
    cipher: 'AEAD_AES_128_GCM',
    key: hex,
    rolloverCounter: 2,
    sequence: 7,
    gstreamer:
      "gst-launch-1.0 udpsrc address=0.0.0.0 port=5004 caps='application/x-srtp, media=(string)video, " +
      'encoding-name=(string)H264, payload=(int)96, clock-rate=(int)90000, ssrc=(uint)3735928559, roc=(uint)2, ' +
      `srtp-key=(buffer)${hex}, srtp-cipher=(string)aes-128-gcm, srtp-auth=(string)null, ` +
      "srtcp-cipher=(string)aes-128-gcm, srtcp-auth=(string)null' ! srtpdec name=srtp " +
      'srtp.rtcp_src ! fakesink async=false ' +
      'srtp.rtp_src ! rtph264depay ! h264parse ! avdec_h264 ! videoconvert ! autovideosink',
  });
  expect(boxSide.asked).toEqual([
    {
      what: 'foreignViewer',
      with: { device: 't0001', ...body, actor: { name: 'administrator:Ärztin', from: '192.0.2.7' } },
    },
  ]);
});

test.each([
  ['239.1.2.3', '239.1.2.3'],
  ['127.0.0.1', '0.0.0.0'],
])('who receives at %s listens at %s', async (host, listening) => {
  const { request, boxSide } = await startApp();
  boxSide.mediaKey = mediaKey;
  const { json } = await request('POST', path, { body: { ...body, host } });
  expect(json.gstreamer).toContain(`udpsrc address=${listening} port=`);
});

test.each<[object, string]>([
  [{ ...body, host: 'viewer.example' }, '/host'],
  [{ ...body, host: '' }, '/host'],
  [{ ...body, host: '192.0.2.5; reboot' }, '/host'],
  [{ ...body, host: "192.0.2.5' ! filesink location=/etc/passwd" }, '/host'],
  [{ ...body, host: '2001:db8::7' }, '/host'],
  [{ ...body, host: 'fe80::1%eth0' }, '/host'],
  [{ ...body, host: '0.0.0.0' }, '/host'],
  [{ ...body, host: '0:0:0:0:0:0:0:0' }, '/host'],
  [{ ...body, host: '255.255.255.255' }, '/host'],
  [{ ...body, host: '192.0.2.05' }, '/host'],
  [{ ...body, port: 0 }, '/port'],
  [{ ...body, port: 65_536 }, '/port'],
  [{ ...body, port: '5004' }, '/port'],
  [{ ...body, seconds: 0 }, '/seconds'],
  [{ ...body, seconds: 3601 }, '/seconds'],
  [{ host: body.host, port: body.port }, '/seconds'],
])('%j reaches no box', async (wrong, pointer) => {
  const { request, boxSide } = await startApp();
  const refused = await request('POST', path, { body: wrong });
  expect(refused.json).toMatchObject({ status: 400, code: 'invalid', errors: [{ in: 'body', pointer }] });
  expect(boxSide.asked).toEqual([]);
});

test.each<[ForeignViewerRefusal, number, string, string]>([
  ['unknown-device', 404, 'not-found', 'nothing here'],
  ['offline', 409, 'box-offline', 'not connected'],
  ['no-transmitter', 409, 'viewer-refused', 'only a transmitter'],
  ['cannot', 409, 'viewer-refused', 'cannot send'],
  ['no-answer', 409, 'viewer-refused', 'does not answer'],
])('%s is told in words', async (refusal, status, code, words) => {
  const { request, boxSide } = await startApp();
  boxSide.mediaKey = refusal;
  const { json } = await request('POST', path, { body });
  expect(json).toMatchObject({ status, code });
  expect(`${json.title} ${json.detail}`).toContain(words);
});

test('nobody else asks for keys', async () => {
  const { asNobody, boxSide } = await startApp();
  boxSide.mediaKey = mediaKey;
  const refused = await asNobody('POST', path, { body });
  expect([refused.status, refused.json.code]).toEqual([401, 'not-signed-in']);
  expect(refused.text).not.toContain(hex);
  expect(boxSide.asked).toEqual([]);
});
