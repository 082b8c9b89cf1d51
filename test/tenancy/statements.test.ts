import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventTypes } from '../../src/events/catalogue.ts';
import { createTransactions } from '../../src/db/transaction/transaction.ts';
import { createRun, createRunInWrite } from '../../src/db/run/run.ts';
import type { TenantScope } from '../../src/db/scoped.ts';
import type { Bound } from '../../src/db/run/statement.ts';
import { declaredStatements } from './declared-statements.ts';
import { everyRowOf, idsIn, rowIdsOf } from './rows.ts';
import { openWorld, type World } from './world.ts';

const declared = await declaredStatements();
type Declared = (typeof declared)[number];
const reads = declared.filter(({ kind }) => kind === 'read');
const writes = declared.filter(({ kind }) => kind === 'write');

let world: World;
let values: Readonly<Record<string, unknown>>;
let ofTable: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
let emptyBusiness: string;
let theirs: readonly string[];

beforeAll(async () => {
  world = await openWorld();
  const { a, app } = world;
  ({ values, ofTable } = valuesOf(world));
  const made = await a.graph.ask<{ createBusiness: { business: { id: string } } }>(
    'mutation { createBusiness(input: { name: "Empty" }) { business { id } } }',
  );
  emptyBusiness = bare(made.createBusiness.business.id);
  // So that each statement has something to find.
  for (const sql of [
    `update automation_rules set trigger = 'NO_TOUCH', min_days_since_touch = 1, target_stage_id = '${bare(a.parts.one.spareStageId)}'`,
    `update leads set custom_fields = '{"Anchorage_one": "x"}', company = 'acme'`,
    `insert into scheduled_emails (org_id, id, campaign_id, lead_id, business_id, subject, body, due_at, state, unsubscribe_hash, created_at, updated_at)
      select org_id, id || 's', campaign_id, lead_id, business_id, subject, body, due_at, 'SENT', decode(md5(id), 'hex'), created_at, updated_at from scheduled_emails`,
  ])
    await app.database.pool.query(`${sql} where org_id = $1`, [a.orgId]);
  theirs = await rowIdsOf(app.database, a.orgId);
});
afterAll(() => world.close());

const bare = (id: string) => id.slice(id.indexOf('_') + 1);

/** What a statement is given, by name: all of it the first tenant's, in one of its businesses. */
function valuesOf({ a }: World) {
  const { one } = a.parts;
  const ids = Object.fromEntries(Object.entries(one).map(([name, id]) => [name, bare(id)]));
  const { leadId, conversationId, campaignId, enrolmentId, memberId, apiKeyId, stageId } = ids;
  const later = new Date('2100-01-01');
  const values = {
    ...ids,
    ids: [leadId],
    leadIds: [leadId],
    conversationIds: [conversationId],
    stageIds: [stageId],
    subjectIds: [leadId],
    memberIds: [memberId],
    keyIds: [apiKeyId],
    parentIds: [leadId, conversationId, campaignId, enrolmentId, ids['syncSourceId']],
    leads: [{ id: leadId, columns: { confidenceScore: 1, scoredAt: later } }],
    names: ['Anchorage_one'],
    name: 'Anchorage_one',
    email: 'somebody@anchorage.example',
    slug: crypto.randomUUID(),
    ownerEmail: null,
    isDemo: false,
    capabilities: [],
    tier: 'FREE',
    ofBusiness: ids['businessId'],
    afterPosition: 0n,
    isTried: false,
    types: eventTypes,
    pattern: '%hello%',
    limit: 50,
    maxBytes: 1_000_000,
    most: 50,
    offset: 0,
    leadsPerHour: 1000,
    highFrom: 100,
    mediumFrom: 50,
    highSince: later,
    mediumSince: later,
    lowSince: later,
    oldestSince: new Date(0),
    sinceId: '',
    sinceDay: '',
    among: null,
    except: null,
    fromId: '',
    toId: 'zzzz',
    bucket: 'day',
    messages: 50,
    since: later,
    pinned: false,
    status: 'ACTIVE',
    state: 'QUEUED',
    outcome: 'CREATED',
  };
  const ofTable = {
    tasks: { cursor: ids['taskId'] },
    messages: { cursor: ids['messageId'] },
    notes: { cursor: ids['noteId'], type: 'MANUAL' },
    touchpoints: { cursor: ids['touchpointId'], type: 'CTA_CLICKED' },
    automation_runs: { cursor: ids['ruleRunId'] },
    enrolments: { cursor: enrolmentId },
    scheduled_emails: { cursor: ids['emailId'] },
    sync_deliveries: { cursor: ids['syncDeliveryId'] },
    meetings: { cursor: ids['meetingId'], state: 'BOOKED' },
  };
  return { values, ofTable };
}

/** What they share, and since when they were talked in, by the statement whose values are numbered. */
const ofStatement: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'leads-sharing': { v1: 'example.com', v2: 'acme', v3: '', v4: '', v5: 'https://a.example', v6: 'spring' },
  'conversations-found': { v1: new Date(0) },
  'count-conversations-found': { v1: new Date(0) },
  'figures-of-leads': { since: new Date(0) },
};

function givenTo({ name, text, args }: Declared): Readonly<Record<string, unknown>> {
  const table = Object.keys(ofTable).find(
    (known) => text.includes(` from ${known}\n`) || text.includes(` from ${known} `),
  );
  const known = { ...values, ...(table === undefined ? {} : ofTable[table]), ...ofStatement[name] };
  const given = Object.fromEntries(args.map((arg) => [arg, Reflect.get(known, arg)]));
  const unknown = args.filter((arg) => given[arg] === undefined);
  expect(unknown, `Say above what these are of a tenant, of the statement ${name}`).toEqual([]);
  return given;
}

const nobody: TenantScope = { orgId: 'nobody', businessId: null, conversationId: null };
const read = (statement: Declared, scope: TenantScope) =>
  createRun(world.app.database.pool, scope)({ ...statement, kind: 'read' }, givenTo(statement));

const now = new Date();
/** Runs it in a transaction, which is undone where it is only to be looked at. */
async function write(statement: Declared, scope: TenantScope, isKept: boolean) {
  const undone = new Error('Undone.');
  const bound: Bound = { ...scope, now, sharedNow: null };
  let answer: unknown;
  const running = createTransactions(world.app.database.pool)(
    { maxWaitMs: 4000, timeoutMs: 10_000 },
    async (transaction) => {
      const run = createRunInWrite(transaction, bound, () => undefined);
      answer = await run({ ...statement, kind: 'write' }, givenTo(statement));
      if (!isKept) throw undone;
    },
  );
  await running.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return answer;
}

const told = (answer: unknown) =>
  JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
const numbersIn = (answer: unknown) =>
  [...told(answer).matchAll(/[:[,](-?\d[\d.]*)(?=[,}\]])|^(\d+)$/g)].map(([, within, whole]) =>
    Number(within ?? whole),
  );
/** Ids and names of the tenant, and what was counted. */
const tells = (answer: unknown) => ({
  ids: idsIn(told(answer), theirs),
  names: /anchorage/i.exec(told(answer))?.[0] ?? null,
  counted: numbersIn(answer).filter((number) => number !== 0),
});
const nothing = { ids: [], names: null, counted: [] };

const reaches = (statement: Declared, bound: string) => !statement.bound.includes(bound);
const shown = (statements: readonly Declared[]) => statements.map((one) => [one.name, one] as const);

describe('every statement', () => {
  test('has a name of its own, for connections know it by that', () => {
    const texts = Map.groupBy(
      declared.filter(({ isPrepared }) => isPrepared),
      ({ name }) => name,
    );
    expect([...texts].filter(([, same]) => new Set(same.map(({ text }) => text)).size > 1)).toEqual([]);
  });

  test('is bound to a tenant, but for those that look for one', () => {
    const unbound = declared.filter((statement) => reaches(statement, 'org')).map(({ name }) => name);
    expect(unbound.toSorted()).toEqual([
      'due-emails',
      'due-mailboxes',
      'ended-takeovers',
      'find-invitation',
      'find-people',
      'find-workspace',
      'idle-leads',
      'mail-of-message-id',
      'mail-of-token',
    ]);
  });
});

describe('a statement that reads', () => {
  /** There is one row of each, beside which a page ends. */
  const isBehind = ({ args, name }: Declared) => args.includes('cursor') && /-from/.test(name) && !/-beside/.test(name);

  const finding = reads.filter((statement) => !isBehind(statement));
  test.each(shown(finding))('%s tells a tenant of its own', async (_, statement) => {
    expect(tells(await read(statement, { ...nobody, orgId: world.a.orgId }))).not.toEqual(nothing);
  });

  test.each(shown(reads))('%s tells another one nothing, whatever it asks for', async (_, statement) => {
    expect(tells(await read(statement, nobody))).toEqual(nothing);
    const { ids, names } = tells(await read(statement, { ...nobody, orgId: world.b.orgId }));
    expect({ ids, names }).toEqual({ ids: [], names: null });
  });

  const locked = reads.filter((statement) => !reaches(statement, 'business'));
  test.each(shown(locked))('%s tells a key locked to another business nothing', async (_, statement) => {
    const scope = { orgId: world.a.orgId, businessId: emptyBusiness, conversationId: null };
    expect(tells(await read(statement, scope))).toEqual(nothing);
  });

  const ofVisitors = reads.filter(({ name }) => name !== 'authors-of');
  test.each(shown(ofVisitors))('%s tells the visitor of another conversation nothing', async (_, statement) => {
    const scope = { orgId: world.a.orgId, businessId: null, conversationId: 'another' };
    expect(tells(await read(statement, scope))).toEqual(nothing);
  });
});

describe('a statement of writes', () => {
  const finding = writes.filter(({ name }) => name !== 'create-organisation');

  test.each(shown(finding))('%s reaches rows of its own tenant', async (_, statement) => {
    expect(tells(await write(statement, { ...nobody, orgId: world.a.orgId }, false))).not.toEqual(nothing);
  });

  test.each(shown(finding))('%s reaches none of another tenant', async (_, statement) => {
    const before = await everyRowOf(world.app.database, world.a.orgId);
    expect(tells(await write(statement, nobody, true))).toEqual(nothing);
    expect(await everyRowOf(world.app.database, world.a.orgId)).toEqual(before);
  });

  const locked = finding.filter((statement) => !reaches(statement, 'business'));
  test.each(shown(locked))('%s reaches none of another business', async (_, statement) => {
    const scope = { orgId: world.a.orgId, businessId: emptyBusiness, conversationId: null };
    expect(tells(await write(statement, scope, false))).toEqual(nothing);
  });

  test('create-organisation makes the one that is bound, and no other', async () => {
    const statement = writes.find(({ name }) => name === 'create-organisation');
    const before = await everyRowOf(world.app.database, world.a.orgId);
    expect(await write(statement!, { ...nobody, orgId: 'new' }, true)).toBe(1);
    expect(await everyRowOf(world.app.database, world.a.orgId)).toEqual(before);
  });
});
