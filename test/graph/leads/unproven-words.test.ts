import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { createRestClient } from '../../support/rest-client.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Chat = { conversation_id: string; visitor_token: string };
type Lead = Record<string, unknown> & {
  id: string;
  notes: { nodes: { body: string; type: string; author: object | null }[] };
};

/** What a visitor's browser posts with the public key. */
async function chat(message: string, { visitor, on }: { visitor?: object; on?: Chat } = {}): Promise<Chat> {
  const again = on && { conversation_id: on.conversation_id, visitor_token: on.visitor_token };
  const { body } = await createRestClient(app.url, workspace.keys.widget).send('POST', '/api/chat', {
    message,
    visitor,
    ...again,
  });
  return body as Chat;
}

async function create(input: object): Promise<string> {
  const { createLead } = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    { input },
  );
  return createLead.lead.id;
}

const fields = `id name email phone company jobTitle score temperature bant { budget authority need timeline }
  notes { nodes { body type author { name } } }`;

const leadOf = async (id: string) =>
  (await workspace.graph.ask<{ lead: Lead }>(`query ($id: ID!) { lead(id: $id) { ${fields} } }`, { id })).lead;

const leadOfChat = async ({ conversation_id }: Chat) =>
  (
    await workspace.graph.ask<{ conversation: { lead: Lead } }>(
      `query ($id: ID!) { conversation(id: $id) { lead { ${fields} } } }`,
      { id: `cv_${conversation_id}` },
    )
  ).conversation.lead;

const known = { name: 'Ada Lovelace', email: 'ada@known.example', phone: '+44 20 7946 0958', company: 'Engines Ltd' };
const forged = `I am Mallory Moss, ada@known.example, call me at +1 212 555 0199, I work at Evil Corp.`;

const noteOf = ({ conversation_id }: Chat, ...lines: string[]) => ({
  type: 'SYSTEM',
  author: null,
  body: [
    `Somebody whose identity nobody checked said in conversation ${conversation_id} what differs. It was not taken over:`,
    ...lines,
  ].join('\n'),
});

const contradictions = [
  'name: Mallory Moss (the lead has Ada Lovelace)',
  'phone: +1 212 555 0199 (the lead has +44 20 7946 0958)',
  'company: Evil Corp (the lead has Engines Ltd)',
];

describe('a visitor who names the address of a lead that is there', () => {
  it('overwrites nothing and raises no score: what they say is a note of nobody’s', async () => {
    const id = await create({ ...known, score: 10, temperature: 'COLD' });
    const said = await chat(`${forged} We need a vault asap, our budget is $90k and I make the decisions.`);
    expect(await leadOfChat(said)).toEqual({
      ...known,
      id,
      jobTitle: null,
      score: 10,
      temperature: 'COLD',
      bant: { budget: '$90k', authority: 'I make the decisions', need: 'a vault', timeline: 'asap' },
      notes: { nodes: [noteOf(said, ...contradictions)] },
    });
  });

  it('may do so through what the page tells of them, in the first message and later, with the same outcome', async () => {
    const id = await create({ ...known, email: 'page@known.example', score: 10, temperature: 'COLD' });
    const visitor = { name: 'Mallory Moss', email: 'page@known.example' };
    const first = await chat('Hello', { visitor });
    expect(await leadOf(id)).toMatchObject({
      name: 'Ada Lovelace',
      notes: { nodes: [noteOf(first, contradictions[0] ?? '')] },
    });
    await chat('Hello?', { visitor, on: first });
    await chat('Hello!', { visitor: { name: 'Eve', email: 'eve@known.example' }, on: first });
    expect(await leadOf(id)).toMatchObject({
      ...known,
      email: 'page@known.example',
      score: 10,
      notes: {
        nodes: [
          noteOf(
            first,
            contradictions[0] ?? '',
            'name: Eve (the lead has Ada Lovelace)',
            'e-mail address: eve@known.example (the lead has page@known.example)',
          ),
        ],
      },
    });
  });

  it('may be relayed by a secret key, with the same outcome', async () => {
    const id = await create({ ...known, email: 'relay@known.example' });
    await workspace.graph.ask(
      'mutation ($id: ID!, $input: SendVisitorMessageInput!) { sendVisitorMessage(widgetId: $id, input: $input) { message { id } } }',
      { id: workspace.widgetId, input: { message: forged.replace('ada@', 'relay@') } },
    );
    const { notes, ...lead } = await leadOf(id);
    expect(lead).toMatchObject({ ...known, email: 'relay@known.example', score: null, temperature: null });
    expect(notes.nodes).toMatchObject([{ author: null, body: expect.stringContaining(contradictions.join('\n')) }]);
  });

  it('fills what is empty, which raises the score while nothing is in doubt', async () => {
    const id = await create({ email: 'bare@known.example', name: 'Ada' });
    await chat('I am Ada Lovelace, bare@known.example, I work at Engines Ltd. Call me at +44 20 7946 0958');
    expect(await leadOf(id)).toMatchObject({
      ...known,
      email: 'bare@known.example',
      score: 45,
      temperature: 'WARM',
      notes: { nodes: [] },
    });
    await chat("I'm Ada from Engines, bare@known.example, call 020 7946 0958");
    expect(await leadOf(id)).toMatchObject({ ...known, email: 'bare@known.example', notes: { nodes: [] } });
  });

  it('raises no score by words that tell nothing', async () => {
    const id = await create({ ...known, email: 'quiet@known.example', score: 5 });
    await chat('Thanks', { on: await chat('quiet@known.example') });
    expect(await leadOf(id)).toMatchObject({ score: 5, notes: { nodes: [] } });
  });

  it('cannot fill a lead with notes, nor write lines that look like another’s', async () => {
    const id = await create({ ...known, email: 'loud@known.example' });
    const first = await chat('loud@known.example', { visitor: { name: 'Eve\nphone: 1 (the lead has 2)' } });
    for (let time = 0; time < 22; time += 1)
      await chat(`my name is Eve${'abcdefghijklmnopqrstuv'[time]}`, { on: first });
    const { nodes } = (await leadOf(id)).notes;
    expect(nodes.map(({ body }) => body.split('\n').length)).toEqual([21]);
    expect(nodes[0]?.body).toContain('\nname: Eve phone: 1 (the lead has 2) (the lead has Ada Lovelace)\n');
  });
});

describe('a visitor whose own chat made the lead', () => {
  it('may correct what they said', async () => {
    const first = await chat('I am Ada, ada@typo.example, our budget is $5k');
    await chat('sorry, it is ada@right.example and our budget is $8k', { on: first });
    expect(await leadOfChat(first)).toMatchObject({
      email: 'ada@right.example',
      bant: { budget: '$8k' },
      notes: { nodes: [] },
    });
  });

  it('may not correct what a person put right', async () => {
    const first = await chat('I am Ada, ada@first.example');
    const { id } = await leadOfChat(first);
    await workspace.graph.ask(
      'mutation ($id: ID!) { updateLead(id: $id, input: { email: "ada@checked.example" }) { lead { id } } }',
      { id },
    );
    await chat('use ada@third.example', { on: first });
    expect(await leadOf(id)).toMatchObject({
      email: 'ada@checked.example',
      notes: { nodes: [noteOf(first, 'e-mail address: ada@third.example (the lead has ada@checked.example)')] },
    });
  });

  it.each([
    ['correct their address to', 'I am Ada, ada@mistyped.example', 'ada@mistyped.example'],
    ['add', 'I am Ada, call me at +1 212 555 0123', null],
  ])('does not %s one that another lead has: that becomes a note', async (verb, opening, email) => {
    const theirs = await create({ name: 'Grace', email: `${verb.slice(0, 3)}@taken.example` });
    const first = await chat(opening);
    const { id } = await leadOfChat(first);
    await chat(`my email is ${verb.slice(0, 3)}@taken.example`, { on: first });
    expect(await leadOfChat(first)).toMatchObject({
      id,
      email,
      notes: {
        nodes: [
          noteOf(
            first,
            `e-mail address: ${verb.slice(0, 3)}@taken.example (another lead has it: ${theirs.replace('ld_', '')})`,
          ),
        ],
      },
    });
    expect(await leadOf(theirs)).toMatchObject({ name: 'Grace', phone: null, notes: { nodes: [] } });
  });

  it('does not, with others who do the same at once, make two leads of one address', async () => {
    const chats = await Promise.all([1, 2, 3, 4].map((number) => chat(`call me at +1 212 555 010${number}`)));
    await Promise.all(chats.map((on) => chat('my email is rush@taken.example', { on })));
    const leads = await Promise.all(chats.map(leadOfChat));
    expect(leads.filter(({ email }) => email === 'rush@taken.example')).toHaveLength(1);
    expect(leads.flatMap(({ notes }) => notes.nodes)).toHaveLength(3);
  });
});
