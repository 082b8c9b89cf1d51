import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { modelAt, openChatCompletions, saying } from './chat-completions-server.ts';
import { answerJson, type Behaviour, type ProviderServer } from './provider-server.ts';

let app: TestApp;
let server: ProviderServer;
let workspace: TestWorkspace;
let leadId: string;

beforeAll(async () => {
  server = await openChatCompletions();
  app = await startTestApp({
    clock: createTestClock(),
    outside: { translate: null, model: modelAt(server.url, true) },
    outsideAllowedRanges: ['127.0.0.0/8'],
  });
});
afterAll(async () => {
  await app.close();
  await server.close();
});
beforeEach(async () => {
  workspace = await app.workspace();
  const made = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
    `mutation { createLead(input: { firstName: "Ada", lastName: "Lovelace", email: "ada@secret.test", phone: "+33 1 99 00 12 34", company: "Engines" }) { lead { id } } }`,
  );
  leadId = made.createLead.lead.id;
  server.asked.length = 0;
});

const writing = (subject: string, body: string): Behaviour => saying(JSON.stringify({ subject, body }), 500);

type Draft = { subject: string; bodyText: string; aiWritten: boolean; status: string };

const draft = async (instructions = 'Offer a demo: https://shop.example/demo') =>
  (
    await workspace.graph.ask<{ draftEmail: { email: Draft } }>(
      `mutation ($id: ID!, $i: String!) { draftEmail(leadId: $id, instructions: $i) {
        email { subject bodyText aiWritten status } } }`,
      { id: leadId, i: instructions },
    )
  ).draftEmail.email;

describe('a draft', () => {
  it('is written by the model, and says so', async () => {
    server.become(writing('A demo for Engines', 'Hello Ada,\n\nsee https://shop.example/demo.'));
    expect(await draft()).toEqual({
      subject: 'A demo for Engines',
      bodyText: 'Hello Ada,\n\nsee https://shop.example/demo.',
      aiWritten: true,
      status: 'DRAFT',
    });
  });

  it('is asked for with what is to be said, and no address or number of the lead', async () => {
    server.become(writing('A demo', 'Hello'));
    await draft();
    const messages = z.array(z.object({ content: z.string() })).parse(server.asked[0]?.body['messages']);
    expect(JSON.parse(messages[1]?.content ?? '')).toMatchObject({
      person: { firstName: 'Ada', company: 'Engines' },
      instructions: 'Offer a demo: https://shop.example/demo',
    });
    expect(JSON.stringify(server.asked[0]?.body)).not.toMatch(/secret\.test|99 00 12 34/);
  });

  it('counts to the tokens of the workspace', async () => {
    server.become(writing('A demo', 'Hello'));
    await draft();
    const used = await app.database.prisma.modelUsage.findMany({ where: { orgId: workspace.orgId } });
    expect(used).toMatchObject([{ widgetId: '', tokens: 500 }]);
    await app.database.prisma.organisation.updateMany({
      where: { id: workspace.orgId },
      data: { modelTokensPerDay: 600 },
    });
    expect((await draft()).aiWritten).toBe(false);
    expect(server.asked).toHaveLength(1);
  });

  const cases: readonly (readonly [string, Behaviour])[] = [
    ['fails', answerJson({}, 500)],
    ['answers with words', saying('Here is your mail!')],
    ['answers with other JSON', saying('{"subject":"A demo","text":"Hello"}')],
    ['says nothing', writing('A demo', ' \n ')],
    ['writes a subject without end', writing('A'.repeat(300), 'Hello')],
    ['writes a text without end', writing('A demo', 'x'.repeat(5000))],
    ['links to where nobody said', writing('A demo', 'Hello, see https://evil.example/demo')],
    ['links to a part of what was said', writing('A demo', 'Hello, see https://shop.example/demo-of-others')],
    ['leaves gaps', writing('A demo', 'Hello Ada,\n\nyours, [Your name]')],
    ['fills in what there is not', writing('A demo', 'Hello {{password}}')],
  ];
  it.each(cases)('is the template where a model %s', async (_, behaviour) => {
    server.become(behaviour);
    expect(await draft()).toEqual({
      subject: 'A word to Engines',
      bodyText: 'Hello Ada,\n\nOffer a demo: https://shop.example/demo',
      aiWritten: false,
      status: 'DRAFT',
    });
  });

  it('has one line of subject, and markup stays text', async () => {
    server.become(writing('A demo\r\nBcc: everybody', '<b>Hello</b>'));
    expect(await draft()).toMatchObject({
      subject: 'A demo Bcc: everybody',
      bodyText: '<b>Hello</b>',
      aiWritten: true,
    });
  });
});
