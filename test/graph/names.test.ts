import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../src/db/migrate/migrations.ts';
import { fold, isBlank } from '../../src/text.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;

const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
const list = 'query ($filter: LeadFilter!) { leads(filter: $filter) { totalCount nodes { name } } }';
const make = (input: object) => workspace.graph.ask(create, { input });
const found = async (filter: object) =>
  (await workspace.graph.ask<{ leads: { totalCount: number } }>(list, { filter })).leads.totalCount;

const composed = 'Caf\u00e9';
const decomposed = 'Cafe\u0301';

beforeAll(async () => void (app = await startTestApp()));
beforeEach(async () => void (workspace = await app.workspace()));
afterAll(() => app.close());

describe('a stage that is asked for', () => {
  it.each(['%', 'n_w', 'n%', '\\', 'new\\'])('is no pattern: %s is none', async (stage) => {
    const query = 'query ($stage: String!) { leads(filter: { stage: $stage }) { totalCount } }';
    expect(await workspace.graph.refusal(query, { stage })).toBe('INVALID');
    const path = `/api/v1/leads?stage=${encodeURIComponent(stage)}`;
    const { status, body } = await workspace.quincer.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: [] });
    expect(
      await workspace.graph.ask('query ($stage: String!) { playbooks(filter: { stage: $stage }) { nodes { name } } }', {
        stage,
      }),
    ).toEqual({ playbooks: { nodes: [] } });
  });

  it.each(['new', 'NEW', 'Ｎｅｗ'])('is found as %s', async (stage) => {
    await make({ name: 'Ada' });
    expect(await found({ stage })).toBe(1);
  });
});

describe('names that look the same', () => {
  const createStage = 'mutation ($name: String!) { createStage(input: { name: $name }) { stage { id key } } }';
  const createPlaybook = `mutation ($name: String!) {
    createPlaybook(input: { name: $name, steps: [{ title: "Call", instructions: "Now." }] }) { playbook { id } }
  }`;

  it.each([
    [composed, decomposed],
    ['şirin', 'ŞİRİN'],
    ['ılık', 'ILIK'],
    ['Straße Ａ', 'straße A'],
    ['σοφός', 'ΣΟΦΌΣ'],
    ['σοφός', 'σοφόσ'],
  ])('are one name: %s and %s', async (one, other) => {
    for (const document of [createStage, createPlaybook]) {
      await workspace.graph.ask(document, { name: one });
      expect((await workspace.graph.send(document, { name: other })).errors?.[0]?.extensions?.['code']).toBe(
        'CONFLICT',
      );
    }
    await make({ name: 'Eve', stage: other });
    expect(await found({ stage: one })).toBe(1);
  });

  it('are found by a search for either', async () => {
    await make({ name: `Zoë ${decomposed}`, remark: 'ŞİRİN' });
    for (const q of [composed, decomposed, composed.toUpperCase(), 'şirin', 'ＣＡＦ'])
      expect(await found({ q })).toBe(1);
  });

  it('are found by the beginning of a word, whatever letter it ends with there', async () => {
    await make({ name: 'Nikos', remark: 'ΠΆΣΧΑ' });
    for (const q of ['ΠΆΣ', 'πάς', 'πάσ', 'πάσχα']) expect([q, await found({ q })]).toEqual([q, 1]);
  });

  it('are one tag, source and target type', async () => {
    await make({ name: 'Tagged', tags: [decomposed, composed], source: decomposed, targetType: decomposed });
    for (const name of [composed, decomposed])
      expect([await found({ tags: [name] }), await found({ source: name }), await found({ targetType: name })]).toEqual(
        [1, 1, 1],
      );
  });

  it('keep what is no name as it was written', async () => {
    const { createLead } = await workspace.graph.ask<{ createLead: { lead: { remark: string; context: unknown } } }>(
      'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { remark context } } }',
      { input: { remark: decomposed, context: { [decomposed]: decomposed } } },
    );
    expect(createLead.lead).toEqual({ remark: decomposed, context: { [decomposed]: decomposed } });
  });
});

describe('what was stored before names were folded', () => {
  const folder = readdirSync(migrationsFolder).find((name) => name.endsWith('_folded_search')) ?? '';
  const migration = readFileSync(`${migrationsFolder}/${folder}/migration.sql`, 'utf8');

  it('is found after the migration as what is written now', async () => {
    const texts = ['şi\u0307rin', 'ılık', decomposed.toLowerCase(), 'ｆｕｌｌ', 'plain', 'größe'];
    for (const [index, text] of texts.entries())
      await make({ name: `Old ${index}`, remark: text, source: `old-${index}` });
    const set = 'update leads set search = $2, tags = $3, source = $4 where org_id = $5 and source = $1';
    for (const [index, text] of texts.entries())
      await app.database.pool.query(set, [
        `old-${index}`,
        `old ${index}\n${text}`,
        [decomposed, 'b', composed],
        `${decomposed} ${index}`,
        workspace.orgId,
      ]);
    await app.database.pool.query(migration);
    const { rows } = await app.database.pool.query<{ search: string; tags: string[]; source: string }>(
      "select search, tags, source from leads where org_id = $1 and search like 'old %' order by search",
      [workspace.orgId],
    );
    expect(rows).toEqual(
      texts.map((text, index) => ({
        search: fold(`old ${index}\n${text}`),
        tags: [composed, 'b', composed],
        source: `${composed} ${index}`,
      })),
    );
  });
});

describe('blank', () => {
  it.each(['\u200b', '\u3164', '\u2800 \u00ad', '\ufeff\u2060'])(
    'is %j, and refused where something must be',
    async (text) => {
      expect(isBlank(text)).toBe(true);
      for (const input of [{ firstName: text }, { name: text }, { tags: [text] }, { stage: text }])
        expect((await workspace.graph.send(create, { input })).errors?.[0]?.extensions?.['code']).toBe('INVALID');
    },
  );

  it.each(['👍🏽', '\u0644', 'a\u200d'])('is not %j', (text) => expect(isBlank(text)).toBe(false));
});

it.each(['https://example.com/a\r\nb', 'https://exa\tmple.com/'])('refuses the webhook address %j', async (url) => {
  const document = `mutation ($url: String!) {
    createWebhookEndpoint(input: { url: $url, format: STANDARD }) { endpoint { id } }
  }`;
  const { errors } = await workspace.graph.send(document, { url });
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'INVALID', field: 'url' } });
});
