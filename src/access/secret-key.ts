import { randomBytes, scryptSync } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const minPassphraseLength = 32;
const advice =
  'SECRET_KEY must be 32 bytes as base64 or hex (for example the output of `openssl rand -base64 32`), ' +
  `or a passphrase of at least ${minPassphraseLength} characters.`;

export type SecretKeyOptions = {
  readonly secretKey?: string | null;
  /** Where a key is generated when none is given; null where several nodes must share one. */
  readonly dataDir: string | null;
  /** For the one command that goes on with a rotation that was cut off. */
  readonly isRotating?: boolean;
  /** False where something was sealed already: a new key would not open it. */
  readonly mayMake?: boolean;
};

/** The key is not the one, or is gone; the message says what to do. */
export class SecretKeyError extends Error {
  override readonly name = 'SecretKeyError';
}

export const lostKeyAdvice =
  'Restore it from a backup, or set SECRET_KEY to it. If it is gone for good, start with SECRET_KEY_LOST=yes: ' +
  'then delete the webhook endpoints made under it and make them anew, give the sync sources new secrets, and connect the calendars again.';

/**
 * The 32 bytes that encrypt secrets at rest: from SECRET_KEY, or from a file that the first start makes.
 * @throws Error saying what SECRET_KEY should be.
 */
export async function loadSecretKey({
  secretKey,
  dataDir,
  mayMake = true,
  isRotating = false,
}: SecretKeyOptions): Promise<Uint8Array> {
  if (secretKey) return parseSecretKey(secretKey);
  if (dataDir === null) throw new Error(`SECRET_KEY is missing, and every node needs the same one. ${advice}`);
  return loadKeyFile(dataDir, mayMake, isRotating);
}

/** @throws Error saying what SECRET_KEY should be. */
export function parseSecretKey(text: string): Uint8Array {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return Buffer.from(text, 'base64');
  if (text.length < minPassphraseLength) throw new Error(`SECRET_KEY has only ${text.length} characters. ${advice}`);
  return scryptSync(text, 'tributary/secret-key', 32);
}

/** Where the key is kept, and where the one that follows it is while a rotation is under way. */
export const keyFile = 'secret.key';
export const nextKeyFile = 'secret.key.next';

async function loadKeyFile(dataDir: string, mayMake: boolean, isRotating: boolean): Promise<Uint8Array> {
  const path = join(dataDir, keyFile);
  if (!isRotating && (await readKeyFile(join(dataDir, nextKeyFile)))) {
    throw new SecretKeyError(
      `A rotation of the key in ${dataDir} was cut off. Finish it before you start: npm run secret-key:rotate.`,
    );
  }
  const found = await readKeyFile(path);
  if (found) return found;
  if (!mayMake) {
    throw new SecretKeyError(
      `${path} is missing: this database's webhook secrets were encrypted with it. ${lostKeyAdvice}`,
    );
  }
  await mkdir(dataDir, { recursive: true });
  return makeKeyFile(path);
}

/** Makes a key, or takes the one that somebody else made at the same time. */
export async function makeKeyFile(path: string): Promise<Uint8Array> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('base64')}\n`);
    await file.sync();
    // A link appears whole or not at all, and only for the first of two starters.
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await file.close();
    await unlink(draft);
  }
  const made = await readKeyFile(path);
  if (!made) throw new Error(`${path} vanished while it was made.`);
  return made;
}

/** Null where there is none. */
export async function readKeyFile(path: string): Promise<Uint8Array | null> {
  try {
    const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64');
    if (key.length !== 32) throw new Error(`${path} should hold 32 bytes as base64. Restore it, or set SECRET_KEY.`);
    return key;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
