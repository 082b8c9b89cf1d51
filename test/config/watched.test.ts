import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { killLeftovers, startProduct } from '../failure/product.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'watched-test-'));
afterAll(() => {
  killLeftovers();
  rmSync(dataDir, { recursive: true, force: true });
});

it('starts and shows GraphiQL under node --watch, as npm run dev does', async () => {
  const product = await startProduct({ DATA_DIR: dataDir }, ['--watch']);
  const response = await fetch(`${product.url}/graphql`, { headers: { accept: 'text/html' } });
  expect(response.status).toBe(200);
  const [script] = /\/graphql\/assets\/\w+\/graphiql\.js/.exec(await response.text()) ?? [];
  expect((await fetch(`${product.url}${script}`)).status).toBe(200);
  await product.stop('SIGTERM');
});
