import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSecretBox } from '../../../src/access/secret-box.ts';
import { secretContext } from '../../../src/domain/webhooks/signing-secret.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

const key = new Uint8Array(32).fill(9);
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ secretBox: createSecretBox(key) });
});
afterAll(() => app.close());

/** Every row of every table as text; bytes are in hex. */
async function everything(): Promise<string> {
  const { pool } = app.database;
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
  );
  const texts: string[] = [];
  for (const { name } of rows) {
    const dump = await pool.query<{ row: string }>(`select t::text as row from ${name} t`);
    texts.push(...dump.rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

test('signing secrets are kept encrypted with the configured key, before and after a rotation, and nowhere else', async () => {
  const { graph, orgId } = await app.workspace();
  const create = `mutation ($secret: String) {
    createWebhookEndpoint(input: { url: "http://127.0.0.1:9/", format: AI93, secret: $secret }) { signingSecret endpoint { id } }
  }`;
  const rotate = 'mutation ($id: ID!) { rotateWebhookSecret(id: $id) { signingSecret } }';
  type Made = { createWebhookEndpoint: { signingSecret: string; endpoint: { id: string } } };
  const made = (await graph.ask<Made>(create)).createWebhookEndpoint;
  const brought = (await graph.ask<Made>(create, { secret: 'brought along' })).createWebhookEndpoint;
  const { rotateWebhookSecret: rotated } = await graph.ask<{ rotateWebhookSecret: { signingSecret: string } }>(rotate, {
    id: made.endpoint.id,
  });
  const secrets = [made.signingSecret, rotated.signingSecret, brought.signingSecret];
  expect(new Set(secrets).size).toBe(3);

  const kept = await everything();
  expect(kept).toContain(made.endpoint.id.slice(4));
  for (const secret of secrets) {
    const bare = secret.replace('whsec_', '');
    for (const form of [bare, Buffer.from(bare).toString('hex'), Buffer.from(bare, 'base64').toString('hex')]) {
      expect(kept).not.toContain(form);
    }
  }

  const id = made.endpoint.id.slice(4);
  const row = await app.database.prisma.webhookEndpoint.findUniqueOrThrow({ where: { orgId_id: { orgId, id } } });
  const context = secretContext(orgId, id);
  expect(createSecretBox(key).open(row.secret, context)).toBe(rotated.signingSecret);
  expect(createSecretBox(key).open(row.previousSecret ?? row.secret, context)).toBe(made.signingSecret);
  expect(() => createSecretBox(new Uint8Array(32).fill(8)).open(row.secret, context)).toThrow('cannot be opened');
});
