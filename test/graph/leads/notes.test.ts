import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { createGraphClient } from '../../support/graph-client.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let graph: GraphClient;

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  graph = workspace.graph;
});
afterAll(() => app.close());

const newLead = async () =>
  (await graph.ask<{ createLead: { lead: { id: string } } }>('mutation { createLead(input: {}) { lead { id } } }'))
    .createLead.lead.id;

type Note = { id: string; body: string };
const create = 'mutation ($input: CreateNoteInput!) { createNote(input: $input) { note { id body } } }';
const newNote = async (leadId: string, input: object = {}) =>
  (await graph.ask<{ createNote: { note: Note } }>(create, { input: { leadId, body: 'Call', ...input } })).createNote
    .note.id;

type Page = { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: Note[] };
async function notesOf(leadId: string, args = 'first: 50'): Promise<Page> {
  const list = `notes(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { id body } }`;
  const { lead } = await graph.ask<{ lead: { notes: Page } }>(`query ($id: ID!) { lead(id: $id) { ${list} } }`, {
    id: leadId,
  });
  return lead.notes;
}
const idsOf = ({ nodes }: Page) => nodes.map(({ id }) => id);

async function eventsOf(leadId: string): Promise<string[]> {
  const { events } = await graph.ask<{ events: { nodes: { type: string; lead?: { id: string } }[] } }>(
    '{ events(first: 200) { nodes { type ... on LeadEvent { lead { id } } } } }',
  );
  return events.nodes.filter(({ lead }) => lead?.id === leadId).map(({ type }) => type);
}

describe('a note', () => {
  it('is answered with its author and its lead, whose own time of change stays', async () => {
    const { connectOpenClaw } = await graph.ask<{ connectOpenClaw: { secret: string } }>(
      'mutation { connectOpenClaw { secret } }',
    );
    const agent = createGraphClient(app.url, connectOpenClaw.secret);
    const id = await newLead();
    const times = async () => graph.ask('query ($id: ID!) { lead(id: $id) { createdAt updatedAt } }', { id });
    const before = await times();
    const answer = await agent.ask(
      `mutation ($id: ID!) { createNote(input: { leadId: $id, body: "  Likes tea ", type: AI_INSIGHT, pinned: true }) {
        note { type body pinned author { name type } leadId lead { id } } lead { id }
      } }`,
      { id },
    );
    expect(answer).toEqual({
      createNote: {
        note: {
          type: 'AI_INSIGHT',
          body: 'Likes tea',
          pinned: true,
          author: { name: 'OpenClaw', type: 'AGENT' },
          leadId: id,
          lead: { id },
        },
        lead: { id },
      },
    });
    expect(await times()).toEqual(before);
    expect(await eventsOf(id)).toEqual(['LEAD_CREATED', 'NOTE_CREATED']);
  });

  it('is 1 to 50,000 characters long', async () => {
    const leadId = await newLead();
    await newNote(leadId, { body: 'a'.repeat(50_000) });
    for (const body of ['', '  ', 'a'.repeat(50_001)]) {
      expect(await graph.refusal(create, { input: { leadId, body } })).toBe('INVALID');
    }
  });

  it('changes in what it says and whether it is pinned, and keeps the rest', async () => {
    const leadId = await newLead();
    const id = await newNote(leadId, { type: 'SYSTEM' });
    const update = `mutation ($id: ID!, $input: UpdateNoteInput!) { updateNote(id: $id, input: $input) { note { type body pinned } } }`;
    const change = async (input: object) => graph.ask(update, { id, input });
    expect(await change({ body: 'Called' })).toEqual({
      updateNote: { note: { type: 'SYSTEM', body: 'Called', pinned: false } },
    });
    await change({ pinned: true, body: null });
    expect(await change({ pinned: true, body: 'Called' })).toEqual({
      updateNote: { note: { type: 'SYSTEM', body: 'Called', pinned: true } },
    });
    expect(await eventsOf(leadId)).toEqual(['LEAD_CREATED', 'NOTE_CREATED', 'NOTE_UPDATED', 'NOTE_UPDATED']);
  });

  it('is removed once, however many ask at once', async () => {
    const leadId = await newLead();
    const id = await newNote(leadId);
    const remove = async () => graph.send('mutation ($id: ID!) { deleteNote(id: $id) { note { id } } }', { id });
    const answers = await Promise.all([remove(), remove(), remove()]);
    const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']));
    expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await eventsOf(leadId)).toEqual(['LEAD_CREATED', 'NOTE_CREATED', 'NOTE_DELETED']);
    expect(idsOf(await notesOf(leadId))).toEqual([]);
  });
});

describe('the notes of a lead', () => {
  it('come newest first, by cursor or by offset, all of them or those of a type or pinned', async () => {
    const leadId = await newLead();
    const [a, b, c] = [
      await newNote(leadId, { pinned: true }),
      await newNote(leadId, { type: 'SYSTEM' }),
      await newNote(leadId, { type: 'SYSTEM', pinned: true }),
    ];
    expect(await notesOf(leadId)).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
    expect(idsOf(await notesOf(leadId))).toEqual([c, b, a]);
    const first = await notesOf(leadId, 'first: 1');
    expect([idsOf(first), first.pageInfo]).toEqual([[c], { hasNextPage: true, endCursor: c }]);
    expect(idsOf(await notesOf(leadId, `first: 1, after: "${c}"`))).toEqual([b]);
    expect(idsOf(await notesOf(leadId, 'first: 1, offset: 2'))).toEqual([a]);
    expect(await notesOf(leadId, 'type: SYSTEM')).toMatchObject({ totalCount: 2, nodes: [{ id: c }, { id: b }] });
    expect(await notesOf(leadId, 'pinned: true')).toMatchObject({ totalCount: 2, nodes: [{ id: c }, { id: a }] });
    expect(idsOf(await notesOf(leadId, 'type: SYSTEM, pinned: false'))).toEqual([b]);
    expect(idsOf(await notesOf(leadId, 'type: null, pinned: null'))).toEqual([c, b, a]);
    for (const args of [`offset: 1, after: "${c}"`, 'offset: -1', 'first: 0', 'first: 201', `after: "${leadId}"`]) {
      expect(await graph.refusal(`{ lead(id: "${leadId}") { notes(${args}) { nodes { id } } } }`)).toBe('INVALID');
    }
  });

  it('stand below many leads in one answer, narrowed alike or not', async () => {
    const leads = [await newLead(), await newLead()];
    const notes = await Promise.all(leads.map(async (leadId) => newNote(leadId)));
    const answer = await graph.ask<{ leads: { nodes: object[] } }>(
      '{ leads(first: 2) { nodes { id notes(first: 5) { nodes { id } } pinned: notes(pinned: true) { totalCount nodes { id } } } } }',
    );
    expect(answer.leads.nodes).toEqual(
      leads.toReversed().map((id) => ({
        id,
        notes: { nodes: [{ id: notes[leads.indexOf(id)] }] },
        pinned: { totalCount: 0, nodes: [] },
      })),
    );
  });

  it('are out of reach while the lead is deleted, and back once it is restored', async () => {
    const id = await newLead();
    const note = await newNote(id);
    const notes = 'lead { notes { nodes { id } } }';
    expect(await graph.ask(`mutation ($id: ID!) { deleteLead(id: $id) { ${notes} } }`, { id })).toEqual({
      deleteLead: { lead: { notes: null } },
    });
    const seen =
      '{ node(id: $note) { id } events(first: 100) { nodes { ... on LeadEvent { lead { id notes(first: 5) { nodes { id } } } } } } }';
    type Seen = { node: unknown; events: { nodes: { lead?: { id: string; notes: unknown } }[] } };
    const look = async () => {
      const { node, events } = await graph.ask<Seen>(`query ($note: ID!) ${seen}`, { note });
      return [node, ...new Set(events.nodes.filter(({ lead }) => lead?.id === id).map(({ lead }) => lead?.notes))];
    };
    expect(await look()).toEqual([null, null]);
    for (const call of ['updateNote(id: $note, input: { pinned: true })', 'deleteNote(id: $note)']) {
      expect(await graph.refusal(`mutation ($note: ID!) { ${call} { note { id } } }`, { note })).toBe('NOT_FOUND');
    }
    expect(await graph.refusal(create, { input: { leadId: id, body: 'Call' } })).toBe('NOT_FOUND');
    expect(await graph.ask(`mutation ($id: ID!) { restoreLead(id: $id) { ${notes} } }`, { id })).toEqual({
      restoreLead: { lead: { notes: { nodes: [{ id: note }] } } },
    });
    expect((await look()).at(0)).toEqual({ id: note });
  });
});
