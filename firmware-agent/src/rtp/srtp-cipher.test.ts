import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RtcpCipher, RtpCipher, rtcpIndexOf } from './srtp-cipher.ts';
import { deriveKey, KeyLabel } from './srtp-key-derivation.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const text = (bytes: Uint8Array | null): string | null => (bytes === null ? null : Buffer.from(bytes).toString('hex'));

/** RFC 7714 §16: the session key, and "Quid pro quo". */
const session = {
  key: createSecretKey(hex('000102030405060708090a0b0c0d0e0f')),
  salt: hex('517569642070726f2071756f'),
};

describe('the key derivation', () => {
  it.each([
    ['encryption', KeyLabel.rtpEncryption, 16, 'c61e7a93744f39ee10734afe3ff7a087'],
    ['authentication', 1, 20, 'cebe321f6ff7716b6fd4ab49af256a156d38baa4'],
    ['salt', KeyLabel.rtpSalt, 14, '30cbbc08863d8c85d49db34a9ae1'],
  ])('gives the %s key of RFC 3711 B.3', (_name, label, size, expected) => {
    const master = {
      masterKey: hex('e1f97a0d3e018be0d64fa32c06de4139'),
      masterSalt: hex('0ec675ad498afeebb6960b3aabe6'),
    };
    expect(text(deriveKey(master, label, size))).toBe(expected);
  });
});

describe('SRTP with AES-128-GCM', () => {
  const header = hex('8040f17b8041f8d35501a0b2');
  const payload = new TextEncoder().encode('Gallia est omnis divisa in partes tres');
  const packet =
    '8040f17b8041f8d35501a0b2f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833' +
    '899d7f27beb16a9152cf765ee4390cce';

  it('seals the packet of RFC 7714 §16.1.1', () => {
    expect(text(new RtpCipher(session).seal(header, payload, 0))).toBe(packet);
  });

  it('opens the packet of RFC 7714 §16.1.2', () => {
    expect(new RtpCipher(session).open(hex(packet), 12, 0)).toEqual(Buffer.from(payload));
  });

  it.each([0, 1, 11, 12, 40, 49, 50, 65])('refuses it when bit 0 of byte %i is another', (at) => {
    const forged = hex(packet);
    forged[at] = (forged[at] ?? 0) ^ 1;
    expect(new RtpCipher(session).open(forged, 12, 0)).toBeNull();
  });

  it('refuses it under another roll-over counter', () => {
    expect(new RtpCipher(session).open(hex(packet), 12, 1)).toBeNull();
  });
});

describe('SRTCP with AES-128-GCM', () => {
  const compound = hex(
    '81c8000d4d6172734e5450314e545032525450200000042a0000e9304c756e61deadbeefdeadbeefdeadbeefdeadbeefdeadbeef',
  );
  const packet =
    '81c8000d4d61727363e94885dcdab67ca727d7662f6b7e997ff5c0f76c06f32dc676a5f1730d6fda4ce09b4686303ded0bb9275b' +
    'c84aa45896cf4d2fc5abf87245d9eade800005d4';

  it('seals the packet of RFC 7714 §17.1', () => {
    expect(text(new RtcpCipher(session).seal(compound, 0x5d4))).toBe(packet);
  });

  it('opens it again and reads its index', () => {
    expect(text(new RtcpCipher(session).open(hex(packet)))).toBe(text(compound));
    expect(rtcpIndexOf(hex(packet))).toBe(0x5d4);
  });

  it.each([0, 7, 8, 51, 52, 67, 71])('refuses it when bit 0 of byte %i is another', (at) => {
    const forged = hex(packet);
    forged[at] = (forged[at] ?? 0) ^ 1;
    expect(new RtcpCipher(session).open(forged)).toBeNull();
  });

  it('refuses what is authenticated and not encrypted, as of RFC 7714 §17.3', () => {
    const clear = `${text(compound)}841dd9683dd78ec92ae58790125f62b3000005d4`;
    expect(new RtcpCipher(session).open(hex(clear))).toBeNull();
  });
});
