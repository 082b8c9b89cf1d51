import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';

const folder = mkdtempSync(join(tmpdir(), 'tributary-outbox-'));

let app: TestApp;
beforeAll(async () => {
  const mail = { folder, from: 'team@example.com' };
  app = await startTestApp({ outside: { translate: null, mail } });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const files = () => readdirSync(folder).filter((name) => name.endsWith('.eml'));

it('a lead that is purged takes the files of its mails with it', async () => {
  const { graph } = await app.workspace();
  const written = async () => {
    const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
      'mutation ($email: String!) { createLead(input: { firstName: "Ada", email: $email }) { lead { id } } }',
      { email: `${crypto.randomUUID()}@example.com` },
    );
    const { id } = createLead.lead;
    const { sendEmail } = await graph.ask<{ sendEmail: { email: { id: string } } }>(
      'mutation ($id: ID!) { sendEmail(leadId: $id, subject: "Hi", body: "Hello") { email { id } } }',
      { id },
    );
    return { id, file: `${sendEmail.email.id.slice('mail_'.length)}.eml` };
  };
  const [one, another] = [await written(), await written()];
  const kept = 'query ($id: ID!) { lead(id: $id) { emails { nodes { status } } } }';
  for (const { id } of [one, another])
    await expect.poll(() => graph.ask(kept, { id })).toEqual({ lead: { emails: { nodes: [{ status: 'KEPT' }] } } });
  expect(files().toSorted()).toEqual([one.file, another.file].toSorted());
  await graph.ask('mutation ($id: ID!) { purgeLead(id: $id) { lead { id } } }', { id: one.id });
  expect(files()).toEqual([another.file]);
});
