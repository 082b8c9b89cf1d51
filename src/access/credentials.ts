import { createHash, randomBytes } from 'node:crypto';
import type { Dialect } from '../db/generated/prisma/enums.ts';
import { keyPrefixes } from './dialects.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 43;

/** 43 base62 characters: 256 bits. */
function randomBase62(length: number): string {
  let text = '';
  while (text.length < length) {
    // 248 is the largest multiple of 62 in a byte: higher bytes would favour the first characters.
    for (const byte of randomBytes(length)) if (byte < 248 && text.length < length) text += alphabet[byte % 62];
  }
  return text;
}

/** A credential of 32 bytes that are as good as random, the same for the same. */
export function credentialOf(dialect: Dialect, bytes: Uint8Array): string {
  let [text, rest] = ['', BigInt(`0x${Buffer.from(bytes).toString('hex')}`)];
  for (; rest > 0n; rest /= 62n) text = alphabet[Number(rest % 62n)] + text;
  return keyPrefixes[dialect] + text.padStart(secretLength, '0');
}

export const hashSecret = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest());

/** A secret that every format can sign with: 32 random bytes as Standard Webhooks writes them. */
export const mintSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Makes a credential: the secret is shown once, its hash is stored, its hint tells it apart in a list. */
export function mintCredential(dialect: Dialect) {
  const secret = keyPrefixes[dialect] + randomBase62(secretLength);
  return { secret, hash: hashSecret(secret), hint: hintOf(dialect, secret) };
}

/** A credential's prefix and four characters more. */
export const hintOf = (dialect: Dialect, secret: string): string => secret.slice(0, keyPrefixes[dialect].length + 4);

/** Why a credential that was issued elsewhere cannot be one of this dialect; null where it can. */
export function faultOfImport(dialect: Dialect, secret: string): string | null {
  const prefix = keyPrefixes[dialect];
  if (secret.startsWith(prefix) && issued.test(secret.slice(prefix.length))) return null;
  return `must be ${prefix} and 20 to 200 visible ASCII characters`;
}

const issued = /^[\x21-\x7e]{20,200}$/;

/** A token that is no key of any dialect, so that none of them takes it for one. */
function tokenOf(prefix: string) {
  const shape = new RegExp(`^${prefix}[0-9A-Za-z]{${secretLength}}$`);
  return {
    mint: (): string => prefix + randomBase62(secretLength),
    /** False for anything that cannot be one, so that no garbage reaches the database. */
    isOne: (text: string): boolean => shape.test(text),
  };
}

/** What the cookie of a console session holds. */
export const sessionToken = tokenOf('tbs_');

/** What an invitation’s link carries: whoever holds it signs in with it, once. */
export const invitationToken = tokenOf('tbi_');

/** The secret with which a visitor's browser continues its conversation. Browsers may make their own, as long as ours. */
export const visitorToken = tokenOf('vt_');

/** The last part of an address that a sync source posts to, or a calendar tells of bookings at. */
export const hookToken = tokenOf('in_');

/** Which dialect a credential claims to be of, by its prefix alone; null where it is none of ours. */
export function dialectOfToken(token: string): Dialect | null {
  for (const [dialect, prefix] of Object.entries(keyPrefixes)) {
    if (token.startsWith(prefix)) return dialect as Dialect;
  }
  return null;
}

// Vendors' own tokens, which can be imported, are of other lengths and characters than ours.
const shape = new RegExp(`^(?:${Object.values(keyPrefixes).join('|')})[\\x21-\\x7e]{20,200}$`);

/** False for anything that cannot be a credential, so that no garbage reaches the database. */
export const looksLikeCredential = (token: string): boolean => shape.test(token);
