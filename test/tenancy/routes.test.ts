import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRestClient, type RestAnswer, type RestClient } from '../support/rest-client.ts';
import { callsWith, routeReferences } from './route-references.ts';
import { everyRowOf, idsIn, rowIdsOf, rowIdsOutside } from './rows.ts';
import { type Caller, deliveriesMade, openWorld, type Part, type World } from './world.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

type RouteAttempt = {
  readonly name: keyof Part;
  /** A status; EMPTY is a list of nothing, FAILED one of several that is not there. */
  readonly answers: 400 | 404 | 'EMPTY' | 'FAILED';
  /** What a key that is locked to a business is told, where that is something else. */
  readonly locked?: 403;
  /** What is the whole workspace's to change: a locked key may not do it at all. */
  readonly notForLocked?: true;
  /** What else a body needs, and what a path that names another row of the caller's. */
  readonly rest?: (own: Part) => object;
  /** It hides a lead, which later calls need again. */
  readonly hides?: true;
  /** It takes the row away: who asks for the same again is answered 404. */
  readonly once?: true;
  /** Members and stages are the whole workspace's: a locked key may name them. */
  readonly ofTheWorkspace?: true;
};

const bare = (id: string) => id.slice(id.indexOf('_') + 1);

const toClawcrmId = (id: string) => id.replace(/^ld_/, 'rp_');

/** AI93 shows the graph's own ids, and so does ClawCRM but for leads; the others show bare ones. */
const shownBy: Readonly<Partial<Record<string, (id: string) => string>>> = {
  AI93: (id) => id,
  CLAWCRM: toClawcrmId,
};

const newLead = () => ({ firstName: 'Ada', email: 'ada@example.com', allowDuplicate: true });

const newRule = { name: 'Rule', triggerEvent: 'cta_clicked' };

const newCampaign = {
  name: 'Campaign',
  trigger: 'stage_changed',
  steps: [{ subject: 'Hi', body: 'Hi', delayHours: 0 }],
};

/** Every place of a route where a row can be named; null where a route names none. */
const attempts: Readonly<Record<string, RouteAttempt | null>> = {
  'Quincer GET /conversations query.starting_after': { name: 'conversationId', answers: 400 },
  'Quincer GET /conversations query.widget_id': { name: 'widgetId', answers: 'EMPTY' },
  'Quincer GET /conversations/:id path.id': { name: 'conversationId', answers: 404 },
  'Quincer POST /conversations/:id/takeover path.id': { name: 'conversationId', answers: 404 },
  'Quincer POST /conversations/:id/reply path.id': {
    name: 'conversationId',
    answers: 404,
    rest: () => ({ message: 'Hello' }),
  },
  'Quincer POST /conversations/:id/handback path.id': { name: 'conversationId', answers: 404 },
  'Quincer GET /leads query.starting_after': { name: 'leadId', answers: 400 },
  'Quincer GET /leads query.widget_id': { name: 'widgetId', answers: 'EMPTY' },
  'Quincer GET /leads query.stage': { name: 'stageId', answers: 'EMPTY', ofTheWorkspace: true },
  'Quincer GET /leads query.assigned_to': { name: 'memberId', answers: 'EMPTY', ofTheWorkspace: true },
  'Quincer GET /leads/:id path.id': { name: 'leadId', answers: 404 },
  'Quincer POST /leads/:id path.id': { name: 'leadId', answers: 404, rest: () => ({ company: 'Acme' }) },
  'Quincer POST /leads/:id body.stage': { name: 'stageId', answers: 400, ofTheWorkspace: true },
  'Quincer POST /leads/:id body.assigned_to': { name: 'memberId', answers: 400, ofTheWorkspace: true },
  'Quincer GET /tasks query.starting_after': { name: 'taskId', answers: 400 },
  'Quincer GET /tasks query.widget_id': { name: 'widgetId', answers: 'EMPTY' },
  'Quincer GET /tasks query.lead_id': { name: 'leadId', answers: 'EMPTY' },
  'Quincer GET /tasks/:id path.id': { name: 'taskId', answers: 404 },
  'AI93/Krew GET /leads query.after': { name: 'leadId', answers: 400 },
  'AI93/Krew GET /leads.csv query.after': { name: 'leadId', answers: 400 },
  'AI93/Krew GET /leads/:id path.id': { name: 'leadId', answers: 404 },
  'AI93/Krew POST /leads body.businessId': {
    name: 'businessId',
    answers: 400,
    locked: 403,
    rest: () => ({ source: 'manual', targetType: 'customer_lead', displayName: 'Ada' }),
  },
  'AI93/Krew POST /leads/:id/handoff path.id': {
    name: 'leadId',
    answers: 404,
    rest: () => ({ destination: 'krew' }),
  },
  'AI93/Krew GET /sources': null,
  'AI93/Krew GET /scrapers/runs query.after': { name: 'runId', answers: 400, ofTheWorkspace: true },
  'ClawCRM POST /signup': null,
  'ClawCRM GET /signup': null,
  'ClawCRM POST /setup': null,
  'ClawCRM GET /setup': null,
  'ClawCRM GET /leads': null,
  'ClawCRM POST /leads body.stage': { name: 'stageId', answers: 400, ofTheWorkspace: true, rest: newLead },
  'ClawCRM PUT /leads body.id': { name: 'leadId', answers: 404, rest: newLead },
  'ClawCRM PUT /leads body.stage': {
    name: 'stageId',
    answers: 400,
    ofTheWorkspace: true,
    rest: (own) => ({ ...newLead(), id: toClawcrmId(own.leadId) }),
  },
  'ClawCRM PATCH /leads body.id': { name: 'leadId', answers: 404, rest: () => ({ tier: 'low' }) },
  'ClawCRM PATCH /leads body.stage': {
    name: 'stageId',
    answers: 400,
    ofTheWorkspace: true,
    rest: (own) => ({ id: toClawcrmId(own.leadId) }),
  },
  'ClawCRM GET /leads/:id path.id': { name: 'leadId', answers: 404 },
  'ClawCRM PUT /leads/:id path.id': { name: 'leadId', answers: 404, rest: newLead },
  // The path names another lead than the body.
  'ClawCRM PUT /leads/:id body.id': { name: 'leadId', answers: 400, rest: newLead },
  'ClawCRM PUT /leads/:id body.stage': { name: 'stageId', answers: 400, ofTheWorkspace: true, rest: newLead },
  'ClawCRM PATCH /leads/:id path.id': { name: 'leadId', answers: 404, rest: () => ({ tier: 'low' }) },
  'ClawCRM PATCH /leads/:id body.id': { name: 'leadId', answers: 400, rest: () => ({ tier: 'low' }) },
  'ClawCRM PATCH /leads/:id body.stage': { name: 'stageId', answers: 400, ofTheWorkspace: true },
  'ClawCRM DELETE /leads/:id path.id': { name: 'leadId', answers: 404, hides: true },
  'ClawCRM DELETE /leads query.id': { name: 'leadId', answers: 404, hides: true },
  'ClawCRM GET /org/tier': null,
  'ClawCRM GET /health': null,
  'ClawCRM GET /analytics': null,
  'ClawCRM GET /integrations/calendly': null,
  'ClawCRM POST /integrations/calendly': null,
  'ClawCRM DELETE /integrations/calendly': null,
  'ClawCRM POST /feedback': null,
  'ClawCRM GET /feedback query.id': { name: 'feedbackId', answers: 'EMPTY', ofTheWorkspace: true },
  'ClawCRM PATCH /feedback/:id path.id': {
    name: 'feedbackId',
    answers: 404,
    rest: () => ({ acknowledged: true }),
    ofTheWorkspace: true,
  },
  'ClawCRM GET /fields': null,
  'ClawCRM POST /fields': null,
  'ClawCRM PUT /fields body.id': { name: 'fieldId', answers: 404, notForLocked: true },
  'ClawCRM DELETE /fields query.id': { name: 'fieldId', answers: 404, notForLocked: true },
  'ClawCRM GET /stages': null,
  'ClawCRM POST /stages': null,
  'ClawCRM GET /stages/sync-sources query.id': { name: 'syncSourceId', answers: 404, ofTheWorkspace: true },
  'ClawCRM POST /stages/sync-sources body.targetStage': {
    name: 'stageId',
    answers: 400,
    rest: () => ({ name: 'Form', type: 'gmail' }),
    notForLocked: true,
  },
  'ClawCRM PUT /stages/sync-sources body.id': { name: 'syncSourceId', answers: 404, notForLocked: true },
  'ClawCRM PUT /stages/sync-sources body.targetStage': {
    name: 'stageId',
    answers: 400,
    rest: (own) => ({ id: own.syncSourceId }),
    notForLocked: true,
  },
  'ClawCRM DELETE /stages/sync-sources query.id': { name: 'syncSourceId', answers: 404, notForLocked: true },
  'ClawCRM PUT /stages body.id': { name: 'spareStageId', answers: 404, notForLocked: true },
  'ClawCRM DELETE /stages query.id': { name: 'spareStageId', answers: 404, notForLocked: true },
  'ClawCRM DELETE /stages query.moveTo': {
    name: 'stageId',
    answers: 400,
    rest: (own) => ({ id: own.laterStageId }),
    notForLocked: true,
  },
  'ClawCRM GET /leads/stalled': null,
  'ClawCRM GET /automation/rules': null,
  'ClawCRM POST /automation/rules body.conditions.fromStage': {
    name: 'stageId',
    answers: 400,
    rest: () => ({ ...newRule, targetStage: 'won' }),
    notForLocked: true,
  },
  'ClawCRM POST /automation/rules body.targetStage': {
    name: 'stageId',
    answers: 400,
    rest: () => newRule,
    notForLocked: true,
  },
  'ClawCRM PUT /automation/rules body.id': { name: 'ruleId', answers: 404, notForLocked: true },
  'ClawCRM PUT /automation/rules body.conditions.fromStage': {
    name: 'stageId',
    answers: 400,
    rest: (own) => ({ id: own.ruleId, targetStage: 'won' }),
    notForLocked: true,
  },
  'ClawCRM PUT /automation/rules body.targetStage': {
    name: 'stageId',
    answers: 400,
    rest: (own) => ({ id: own.ruleId, conditions: null }),
    notForLocked: true,
  },
  'ClawCRM DELETE /automation/rules query.id': { name: 'ruleId', answers: 404, notForLocked: true },
  'ClawCRM POST /leads/score body.leadId': { name: 'leadId', answers: 404 },
  'ClawCRM GET /notes query.leadId': { name: 'leadId', answers: 404 },
  'ClawCRM POST /notes body.leadId': { name: 'leadId', answers: 404, rest: () => ({ content: 'Call' }) },
  'ClawCRM PUT /notes body.id': { name: 'noteId', answers: 404, rest: () => ({ pinned: true }) },
  'ClawCRM DELETE /notes query.id': { name: 'noteId', answers: 404, once: true },
  'ClawCRM GET /playbooks query.stage': { name: 'stageId', answers: 'EMPTY', ofTheWorkspace: true },
  'ClawCRM POST /playbooks body.leadId': { name: 'leadId', answers: 404 },
  'ClawCRM POST /enrich body.leadId': { name: 'leadId', answers: 404 },
  'ClawCRM GET /enrich query.leadId': { name: 'leadId', answers: 404 },
  'ClawCRM POST /enrich/bulk body.leadIds': { name: 'leadId', answers: 'FAILED' },
  'ClawCRM POST /enrich/spider-web body.leadId': { name: 'leadId', answers: 404 },
  'ClawCRM GET /campaigns': null,
  'ClawCRM POST /campaigns body.conditions.fromStage': {
    name: 'stageId',
    answers: 400,
    rest: () => newCampaign,
    notForLocked: true,
  },
  'ClawCRM POST /campaigns body.conditions.toStage': {
    name: 'stageId',
    answers: 400,
    rest: () => newCampaign,
    notForLocked: true,
  },
  'ClawCRM POST /campaigns/:id/enroll path.id': {
    name: 'campaignId',
    answers: 404,
    ofTheWorkspace: true,
    rest: (own) => ({ leadId: toClawcrmId(own.leadId) }),
  },
  'ClawCRM POST /campaigns/:id/enroll body.leadId': { name: 'leadId', answers: 404 },
  'ClawCRM GET /touchpoints query.leadId': { name: 'leadId', answers: 404 },
  'ClawCRM POST /touchpoints body.leadId': { name: 'leadId', answers: 404, rest: () => ({ type: 'call' }) },
  'Quincer public chat POST / body.conversation_id': {
    name: 'conversationId',
    answers: 404,
    rest: () => ({ message: 'Hello' }),
  },
  'Quincer public chat POST / body.visitor_token': {
    name: 'visitorToken',
    answers: 404,
    rest: (own) => ({ message: 'Hello', conversation_id: bare(own.conversationId) }),
  },
  'Quincer public chat GET /:conversation_id/messages path.conversation_id': { name: 'conversationId', answers: 404 },
  'Quincer public chat GET /:conversation_id/messages query.after': { name: 'messageId', answers: 404 },
  'Quincer public chat GET /:conversation_id/events path.conversation_id': { name: 'conversationId', answers: 404 },
  'Quincer public chat GET /:conversation_id/events query.after': { name: 'eventId', answers: 404 },
  'Quincer public chat POST /:conversation_id/typing path.conversation_id': { name: 'conversationId', answers: 404 },
};

test('every place of every route where a row can be named is tried', () => {
  expect(Object.keys(attempts).toSorted()).toEqual(routeReferences.map(({ place }) => place).toSorted());
});

const tried = routeReferences.flatMap((reference) => {
  const attempt = attempts[reference.place];
  return attempt ? [{ place: reference.place, reference, attempt }] : [];
});

function kindOf({ status, body }: RestAnswer): number | string {
  const { total } = { total: undefined, ...(body as { total?: number }) };
  const list = Object.values(body ?? {}).find((value) => Array.isArray(value));
  if (status === 200 && list?.length === 0 && total === 0) return 'EMPTY';
  const failed = { failed: undefined, ...(body as { failed?: number }) }.failed;
  return status === 200 && failed !== undefined && failed === list?.length ? 'FAILED' : status;
}

type Tried = (typeof tried)[number];

/** Every spelling of the call, and how each is answered: never with an id that was not asked for and is out of reach. */
async function answersTo(
  { reference, attempt }: Tried,
  client: RestClient,
  [their, own]: [Part, Part],
  hidden: readonly string[],
) {
  const named = their[attempt.name];
  const shown = (id: string) => shownBy[reference.dialect.keys]?.(id) ?? bare(id);
  const value = attempt.name === 'visitorToken' ? named : shown(named);
  const calls = callsWith(reference, value, attempt.rest?.(own) ?? {});
  const answers: (number | string)[] = [];
  for (const { method, path, body } of calls) {
    const answer = await client.send(
      method,
      path.replace(':id', path.includes('/campaigns/') ? own.campaignId : shown(own.leadId)),
      body,
    );
    expect(
      idsIn(
        answer.text,
        hidden.filter((id) => id !== value && id !== bare(value)),
      ),
    ).toEqual([]);
    answers.push(kindOf(answer));
  }
  return [...new Set(answers)];
}

function speakerOf(dialect: string, { quincer, ai93, clawcrm }: Caller, own: Part): RestClient {
  if (dialect === 'WIDGET') return createRestClient(world.app.url, own.widgetKey);
  if (dialect === 'CLAWCRM') return clawcrm;
  return dialect === 'AI93' ? ai93 : quincer;
}

const lockedAnswer = ({ answers, locked, notForLocked }: RouteAttempt) => (notForLocked ? 403 : (locked ?? answers));

// In this order, shuffled or not: what is asked in vain comes before what takes rows away, and the routes from making to removing.
describe('naming a row in a route', { shuffle: false }, () => {
  describe('another tenant', () => {
    test('reaches nothing by any route, and changes nothing', async () => {
      const { app, a, b } = world;
      await deliveriesMade(app);
      const before = await everyRowOf(app.database, a.orgId);
      const hidden = await rowIdsOf(app.database, a.orgId);
      const met: Record<string, unknown> = {};
      for (const one of tried) {
        const own = b.parts.one;
        const { keys } = one.reference.dialect;
        const unlocked = await answersTo(one, speakerOf(keys, b, own), [a.parts.one, own], hidden);
        const locked = await answersTo(one, speakerOf(keys, b.locked, own), [a.parts.two, own], hidden);
        met[one.place] = [unlocked, locked];
      }
      expect(met).toEqual(
        Object.fromEntries(tried.map(({ place, attempt }) => [place, [[attempt.answers], [lockedAnswer(attempt)]]])),
      );
      expect(await everyRowOf(app.database, a.orgId)).toEqual(before);
    });
  });

  describe('a key locked to a business', () => {
    const bound = tried.filter(({ attempt }) => !attempt.ofTheWorkspace);

    test('reaches nothing outside of it by any route, and changes nothing', async () => {
      const { app, a } = world;
      const { one, two, none } = a.parts;
      await deliveriesMade(app);
      const before = await everyRowOf(app.database, a.orgId);
      const hidden = await rowIdsOutside(app.database, a.orgId, bare(one.businessId));
      const met: Record<string, unknown> = {};
      for (const attempt of bound) {
        const client = speakerOf(attempt.reference.dialect.keys, a.locked, one);
        met[attempt.place] = [
          await answersTo(attempt, client, [two, one], hidden),
          await answersTo(attempt, client, [none, one], hidden),
        ];
      }
      expect(met).toEqual(
        Object.fromEntries(
          bound.map(({ place, attempt }) => [place, [[lockedAnswer(attempt)], [lockedAnswer(attempt)]]]),
        ),
      );
      expect(await everyRowOf(app.database, a.orgId)).toEqual(before);
    });
  });

  test.each(tried.filter(({ reference }) => reference.dialect.keys !== 'WIDGET'))(
    'who may is not refused: $place',
    async (one) => {
      const { locked, parts } = world.b;
      for (const [caller, own] of [
        [world.b, parts.none],
        [world.b, parts.one],
        [locked, parts.one],
      ] as const) {
        const client = speakerOf(one.reference.dialect.keys, caller, own);
        const again = caller === locked && one.attempt.once ? [404] : [200, 201, 409];
        const done = caller === locked && one.attempt.notForLocked ? [403] : again;
        for (const answer of await answersTo(one, client, [own, own], [])) expect(done).toContain(answer);
        if (one.attempt.hides)
          await client.send('PATCH', `/api/openclaw/leads/${toClawcrmId(own.leadId)}`, { restore: true });
      }
    },
  );
});

describe('a visitor’s conversation', () => {
  const speak = (key: string, conversationId?: string, token?: string | null) =>
    createRestClient(world.app.url, key).send('POST', '/api/chat', {
      message: 'It is me',
      conversation_id: conversationId && bare(conversationId),
      visitor_token: token,
    });

  test('goes on with its own token on its own widget, and in no other way', async () => {
    const { a, b, app } = world;
    const { widgetKey, conversationId, visitorToken } = a.parts.one;
    const other = (await speak(widgetKey)).body as { visitor_token: string };
    await deliveriesMade(app);
    const before = await everyRowOf(app.database, a.orgId);
    const refused = [
      await speak(widgetKey, conversationId),
      await speak(widgetKey, conversationId, null),
      await speak(widgetKey, conversationId, other.visitor_token),
      await speak(widgetKey, conversationId, 'vt_unknown'),
      await speak(a.parts.two.widgetKey, conversationId, visitorToken),
      await speak(a.parts.none.widgetKey, conversationId, visitorToken),
      await speak(b.parts.one.widgetKey, conversationId, visitorToken),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 404));
    expect(new Set(refused.map(({ text }) => text)).size).toBe(1);
    expect(await everyRowOf(app.database, a.orgId)).toEqual(before);
    expect((await speak(widgetKey, conversationId, visitorToken)).status).toBe(201);
  });
});

test('an Idempotency-Key replays only to the key that used it', async () => {
  const { a, b } = world;
  const headers = { 'idempotency-key': 'the-same' };
  const post = (client: RestClient, part: Part) =>
    client.send('POST', `/api/v1/leads/${bare(part.leadId)}`, { company: 'Kept' }, headers);
  const [first, others] = [await post(a.quincer, a.parts.one), await post(b.quincer, b.parts.one)];
  const locked = await post(a.locked.quincer, a.parts.one);
  expect([first.status, others.status, locked.status]).toEqual([200, 200, 200]);
  expect([others, locked].map((answer) => answer.headers.get('idempotency-replayed'))).toEqual([null, null]);
  expect(others.text).toContain(bare(b.parts.one.leadId));
  expect((await post(b.quincer, a.parts.one)).status).toBe(409);
});
