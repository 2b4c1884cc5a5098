import { generateSecret, generateURI, verifySync } from 'otplib';

/** RFC 6238's own step, in seconds. A phone whose clock is one step off is let in, as its §5.2 recommends. */
const STEP = 30;

/** 160 bits, as RFC 4226 §4 recommends. */
const SECRET_BYTES = 20;

/** Base 32, as it is typed into an authenticator. */
export const newTotpSecret = (): string => generateSecret({ length: SECRET_BYTES });

/** What an authenticator reads from a QR code. */
export const totpUri = (totp: { readonly secret: string; readonly name: string; readonly site: string }): string =>
  generateURI({ strategy: 'totp', issuer: totp.site, label: totp.name, secret: totp.secret });

/** The time step that the code belongs to, or null when it is none of now. */
export function totpStep({
  secret,
  code,
  now,
}: {
  readonly secret: string;
  readonly code: string;
  readonly now: Date;
}): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const verdict = verifySync({ secret, token: code, epoch, epochTolerance: STEP });
  return verdict.valid ? Math.floor(epoch / STEP) + verdict.delta : null;
}
