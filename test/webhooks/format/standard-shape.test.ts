import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { schema } from '../../../schema/index.ts';
import { isEventType } from '../../../src/events/catalogue.ts';
import { newEventId } from '../../events/test-log.ts';
import { typesOfFormat } from '../../../src/vendors/format-rules.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { eventFields, missingIn, toSelection } from './event-fields.ts';
import { fullSnapshotOf } from './full-events.ts';
import { openReceiver } from '../receiver.ts';
import firstSnapshots from '../samples/first-snapshots.json' with { type: 'json' };
import { patiently } from '../../support/patiently.ts';

const live = 'It is read when it is asked for, and may tell what the event did not: its id stands beside it.';

/** The fields of the graph that a STANDARD body does not have, and why. */
const leftOut = {
  'Lead.conversation': `${live} Needs conversations:read.`,
  'Conversation.lead': `${live} Needs leads:read.`,
  'Message.conversation': live,
  'Message.translation': 'It comes after the event, in the language of whoever reads.',
  'Message.awaitsTranslation': 'The same.',
  'Task.lead': `${live} Needs leads:read.`,
  'Task.conversation': `${live} Needs conversations:read.`,
  'Note.lead': live,
  'Touchpoint.lead': live,
  'Meeting.lead': live,
  'Email.lead': live,
  'Email.campaign': live,
  'Enrolment.lead': live,
  'Enrolment.campaign': live,
  'Enrolment.mailing': 'It tells how mail goes when it is asked for, which may change behind the event.',
  'Widget.business': 'It is read when it is asked for; what came through the widget has its business beside it.',
  'Widget.conversationsNotCaptured': 'It is counted when it is asked for. Needs conversations:read.',
  'Widget.demoKey': 'A key, which the demo page of the first widget alone shows.',
  'Widget.knowledge': 'It is kept apart from the widget, so that no event holds it: up to 20,000 characters.',
  'Widget.modelTokensPerDay': 'The same.',
  'Widget.modelTokensToday': 'It is counted when it is asked for.',
  'Stage.leadCount': 'It is counted when it is asked for.',
  'Member.email': 'Needs members:read, which the maker of an endpoint need not hold.',
  'Member.role': 'The same.',
  'Member.joinedAt': 'The same.',
  'WebhookEndpointEvent.sampleOf': 'It is of a test alone, which is sent as what it is a sample of.',
};

const told = eventFields(schema, leftOut);

type Answer = Record<string, unknown> & { id: string; kind: string };

/** Where a body has what the graph tells of an endpoint in the event itself. */
function aboutEndpoint({ endpointId, url, disabledReason, ...rest }: Record<string, unknown>) {
  return { ...rest, webhookEndpoint: expect.objectContaining({ id: endpointId, url, disabledReason }) };
}

/** The body that says what the graph says: what is about the event itself outside, what it is about inside `data`. */
function bodySaying({ id, kind, type: _, createdAt, businessId, ...about }: Answer, type: string): unknown {
  const known = Object.entries(about).filter(([, value]) => value !== null);
  const data = Object.fromEntries(known);
  return {
    id,
    type,
    timestamp: createdAt,
    businessId,
    data: kind === 'WebhookEndpointEvent' ? aboutEndpoint(data) : data,
  };
}

let app: TestApp;
let workspace: TestWorkspace;
let answers: Map<string, Answer>;
let bodies: Map<string, unknown>;

const storedNow = typesOfFormat('STANDARD').map((type) => ({ id: newEventId(), type, snapshot: fullSnapshotOf(type) }));
const storedFirst = Object.entries(firstSnapshots).map(([type, snapshot]) => ({ id: newEventId(), type, snapshot }));
const stored = [...storedNow, ...storedFirst];

async function store({ orgId }: TestWorkspace): Promise<void> {
  const { prisma } = app.database;
  await prisma.event.createMany({
    data: stored.map(({ snapshot, ...event }, index) => ({
      ...event,
      orgId,
      position: BigInt(index + 1),
      businessId: '01biz',
      version: 1,
      snapshot: JSON.parse(JSON.stringify(snapshot)) as object,
      createdAt: new Date('2026-05-04T14:00:00.123Z'),
    })),
  });
  await prisma.organisation.update({ where: { id: orgId }, data: { position: BigInt(stored.length) } });
}

type Page = { events: { nodes: Answer[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };

/** In pages, since all of it at once would cost too much. */
async function answersOf({ graph }: TestWorkspace): Promise<Answer[]> {
  const parts = Object.entries(told).map(([type, fields]) => `... on ${type} { ${toSelection(fields)} }`);
  const query = `query ($after: ID) { events(first: 10, after: $after) {
    nodes { kind: __typename ${parts.join(' ')} } pageInfo { hasNextPage endCursor }
  } }`;
  const answers: Answer[] = [];
  for (let after: string | null = null; ;) {
    const { events }: Page = await graph.ask<Page>(query, { after });
    answers.push(...events.nodes);
    if (!events.pageInfo.hasNextPage) return answers;
    after = events.pageInfo.endCursor;
  }
}

async function bodiesOf({ graph }: TestWorkspace): Promise<{ id: string }[]> {
  await using receiver = await openReceiver();
  const { createWebhookEndpoint: made } = await graph.ask<{ createWebhookEndpoint: { endpoint: { id: string } } }>(
    'mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, format: STANDARD }) { endpoint { id } } }',
    { url: receiver.url },
  );
  const replay = 'mutation ($id: ID!) { replayEvents(endpointId: $id, after: "evt_0000000000000000") { replayed } }';
  await graph.ask(replay, made.endpoint);
  await vi.waitFor(() => expect(receiver.received).toHaveLength(stored.length), patiently);
  return receiver.received.map(({ rawBody }) => JSON.parse(rawBody.toString()) as { id: string });
}

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  await store(workspace);
  answers = new Map((await answersOf(workspace)).map((answer) => [answer.id, answer]));
  bodies = new Map((await bodiesOf(workspace)).map((body) => [body.id, body]));
});
afterAll(() => app.close());

const answerTo = (id: string): Answer => {
  const answer = answers.get(id);
  if (!answer) throw new Error(`The graph does not show ${id}.`);
  return answer;
};

describe('a STANDARD body', () => {
  it.each(storedNow)('of $type says what the graph says of the event, field by field', ({ id, type }) => {
    expect(bodies.get(id)).toEqual(bodySaying(answerTo(id), type));
  });

  it.each(storedFirst)('of $type from before later columns says what the graph says of it', ({ id, type }) => {
    expect(isEventType(type)).toBe(true);
    expect(bodies.get(id)).toEqual(bodySaying(answerTo(id), type));
  });

  it('is compared where the graph has a value for every field', () => {
    const missing = storedNow.flatMap(({ id }) => {
      const answer = answerTo(id);
      return missingIn(answer, told[answer.kind] ?? {}).map((field) => `${answer.kind}.${field}`);
    });
    expect(missing).toEqual([]);
  });

  it('has no e-mail address of a member, whatever its maker may read', () => {
    const text = JSON.stringify([...bodies.values()]);
    expect({ names: text.includes('"Mo"'), addresses: text.includes('mo@example.com') }).toEqual({
      names: true,
      addresses: false,
    });
  });
});
