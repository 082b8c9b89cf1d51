import { afterAll, beforeAll, expect, it } from 'vitest';
import { limits } from '../../../src/limits.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Shown = { messages: { content: string }[]; has_earlier_messages: boolean };

/** A conversation of so many messages of such a length, none of which waits for an answer; answers its row id. */
async function converse(count: number, length: number): Promise<string> {
  const { sendVisitorMessage: sent } = await workspace.graph.ask<{
    sendVisitorMessage: { conversation: { id: string } };
  }>('mutation ($id: ID!) { sendVisitorMessage(widgetId: $id, input: { message: "Hello" }) { conversation { id } } }', {
    id: workspace.widgetId,
  });
  const id = sent.conversation.id.slice('cv_'.length);
  const { pool } = app.database;
  await pool.query('delete from messages where org_id = $1 and conversation_id = $2', [workspace.orgId, id]);
  await pool.query(
    `insert into messages (org_id, id, conversation_id, role, content, original_content, created_at)
     select $1, $2 || lpad(n::text, 6, '0'), $2, 'HUMAN', rpad(n || ' ', $4, 'ä'), '', now() from generate_series(1, $3) n`,
    [workspace.orgId, id, count, length],
  );
  await pool.query('update conversations set message_count = $3 where org_id = $1 and id = $2', [
    workspace.orgId,
    id,
    count,
  ]);
  return id;
}

const shown = async (id: string) => (await workspace.quincer.send('GET', `/api/v1/conversations/${id}`)).body as Shown;

/** The numbers that its messages begin with. */
const numbers = ({ messages }: Shown) => messages.map(({ content }) => Number.parseInt(content, 10));
const upTo = (last: number, count: number) => Array.from({ length: count }, (_, n) => last - count + 1 + n);

it('has all messages where they are few, and says so', async () => {
  const answer = await shown(await converse(60, 10));
  expect([numbers(answer), answer.has_earlier_messages]).toEqual([upTo(60, 60), false]);
});

it('has the latest thousand messages, and says that there are more', async () => {
  const answer = await shown(await converse(limits.transcriptMessages + 5, 10));
  expect([numbers(answer), answer.has_earlier_messages]).toEqual([upTo(limits.transcriptMessages + 5, 1000), true]);
});

it('has the latest messages up to a mebibyte of text, and one further in part of it, whoever asks and changes it', async () => {
  const id = await converse(100, 10_000);
  const answer = await shown(id);
  expect([numbers(answer), answer.has_earlier_messages]).toEqual([upTo(100, 53), true]);
  for (const verb of ['takeover', 'handback']) {
    const { status, body } = await workspace.quincer.send('POST', `/api/v1/conversations/${id}/${verb}`);
    expect([status, numbers(body as Shown)]).toEqual([200, upTo(100, 53)]);
  }
  const query =
    '{ conversation(id: "cv_ID") { messageCount transcript { content } messages(first: 200) { nodes { id } } } }';
  const { conversation } = await workspace.graph.ask<{
    conversation: { messageCount: number; transcript: unknown[]; messages: { nodes: unknown[] } };
  }>(query.replace('ID', id));
  const { messageCount, transcript, messages } = conversation;
  expect([messageCount, transcript.length, messages.nodes.length]).toEqual([100, 53, 100]);
});

it('is priced by how many messages it may have', async () => {
  const conversations = (first: number, last: string) =>
    `{ conversations(first: ${first}) { nodes { transcript${last} { id content } } } }`;
  await workspace.graph.ask(conversations(20, '(last: 10)'));
  expect(await workspace.graph.refusal(conversations(200, ''))).toBe('LIMITED');
});
