import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSecretBox } from '../../src/access/secret-box.ts';
import { loadSecretKey } from '../../src/access/secret-key.ts';

const key = new Uint8Array(32).fill(7);
const box = createSecretBox(key);

async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'secret-key-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe('a secret box', () => {
  test('opens what it sealed, and never seals the same way twice', () => {
    const sealed = box.seal('whsec_ü', 'org/endpoint');
    expect(box.open(sealed, 'org/endpoint')).toBe('whsec_ü');
    expect(Buffer.from(sealed).includes('whsec')).toBe(false);
    expect(box.seal('whsec_ü', 'org/endpoint')).not.toEqual(sealed);
    expect(box.open(box.seal('', 'c'), 'c')).toBe('');
  });

  test('refuses every flipped bit', () => {
    const sealed = box.seal('secret', 'org/endpoint');
    for (let position = 0; position < sealed.length; position += 1) {
      const flipped = sealed.slice();
      flipped[position] = (flipped[position] ?? 0) ^ 1;
      expect(() => box.open(flipped, 'org/endpoint')).toThrow(/unknown form|cannot be opened/);
    }
  });

  test('refuses another context, another key, a cut and an empty box', () => {
    const sealed = box.seal('secret', 'org/endpoint');
    expect(() => box.open(sealed, 'org/other')).toThrow('cannot be opened');
    expect(() => createSecretBox(new Uint8Array(32)).open(sealed, 'org/endpoint')).toThrow('SECRET_KEY changed');
    expect(() => box.open(sealed.subarray(0, 20), 'org/endpoint')).toThrow('unknown form');
    expect(() => box.open(new Uint8Array(), 'org/endpoint')).toThrow('unknown form');
    expect(() => createSecretBox(new Uint8Array(16))).toThrow('32 bytes');
  });
});

describe('SECRET_KEY', () => {
  const load = (secretKey: string) => loadSecretKey({ secretKey, dataDir: null });

  test('is 32 bytes as hex, base64 or base64url', async () => {
    const bytes = Buffer.alloc(32, 0xfb);
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      expect(Buffer.from(await load(bytes.toString(encoding)))).toEqual(bytes);
    }
  });

  test('may be a long passphrase, which gives the same key every time', async () => {
    const passphrase = 'correct horse battery staple, and then some';
    const derived = await load(passphrase);
    expect(derived).toHaveLength(32);
    expect(await load(passphrase)).toEqual(derived);
    expect(await load(`${passphrase}!`)).not.toEqual(derived);
  });

  test('says what to give when it is too short or missing', async () => {
    await expect(load('hunter2')).rejects.toThrow(/only 7 characters.*openssl rand -base64 32/);
    await expect(loadSecretKey({ dataDir: null })).rejects.toThrow('SECRET_KEY is missing');
  });
});

describe('without SECRET_KEY', () => {
  test('a key is made once, readable by its owner alone, for all who start at the same time', async () => {
    const dataDir = join(await openFolder(), 'data');
    const keys = await Promise.all([1, 2, 3, 4].map(() => loadSecretKey({ dataDir })));
    expect(new Set(keys.map((one) => Buffer.from(one).toString('hex')))).toHaveLength(1);
    expect(await loadSecretKey({ dataDir })).toEqual(keys[0]);
    expect(await readdir(dataDir)).toEqual(['secret.key']);
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600);
    expect(Buffer.from(await readFile(join(dataDir, 'secret.key'), 'utf8'), 'base64')).toEqual(
      Buffer.from(keys[0] ?? []),
    );
  });

  test('a damaged key file is named, not replaced', async () => {
    const dataDir = await openFolder();
    await writeFile(join(dataDir, 'secret.key'), 'short');
    await expect(loadSecretKey({ dataDir })).rejects.toThrow(join(dataDir, 'secret.key'));
    expect(await readFile(join(dataDir, 'secret.key'), 'utf8')).toBe('short');
  });
});
