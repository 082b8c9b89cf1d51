import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSecretBox } from '../../../src/access/secret-box.ts';
import { openSecretBox } from '../../../src/webhooks/open-secret-box.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

const right = Buffer.alloc(32, 9).toString('base64');
const wrong = Buffer.alloc(32, 8).toString('base64');
let app: TestApp;
let dataDir: string;
beforeAll(async () => {
  app = await startTestApp({ secretBox: createSecretBox(Buffer.alloc(32, 9)) });
});
afterAll(() => app.close());
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'secret-box-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const open = (secretKey: string | null, keyIsLost = false) =>
  openSecretBox({ pool: app.database.pool, secretKey, dataDir, keyIsLost });

describe('the key at start', () => {
  it('may be any, or made, while nothing is sealed', async () => {
    await open(wrong);
    await open(null);
    expect(readdirSync(dataDir)).toEqual(['secret.key']);
  });

  describe('once a webhook secret is sealed', () => {
    beforeAll(async () => {
      const { graph } = await app.workspace();
      await graph.ask(
        'mutation { createWebhookEndpoint(input: { url: "http://127.0.0.1:9/", format: STANDARD }) { endpoint { id } } }',
      );
    });

    it('is taken when it is the one', async () => {
      await expect(open(right)).resolves.toBeDefined();
      writeFileSync(join(dataDir, 'secret.key'), right);
      await expect(open(null)).resolves.toBeDefined();
    });

    it('is refused when it is another, saying which', async () => {
      await expect(open(wrong)).rejects.toThrow(/^SECRET_KEY is not the one .+ Restore it/s);
      writeFileSync(join(dataDir, 'secret.key'), wrong);
      await expect(open(null)).rejects.toThrow(`The key in ${dataDir}/secret.key is not the one`);
    });

    it('is not made anew when its file is gone', async () => {
      await expect(open(null)).rejects.toThrow(`${join(dataDir, 'secret.key')} is missing`);
      expect(readdirSync(dataDir)).toEqual([]);
    });

    it('may be another once it is said to be lost for good', async () => {
      await open(wrong, true);
      await open(null, true);
      expect(readdirSync(dataDir)).toEqual(['secret.key']);
    });
  });
});
