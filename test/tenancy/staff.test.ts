import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allScopes, workspaceScopes } from '../../src/access/scopes.ts';
import { createLead as makeLead } from '../../src/domain/leads/create-lead.ts';
import { founder } from '../../src/domain/workspaces/provision-workspace.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createWorkspace, type TestWorkspace } from '../support/workspace.ts';
import { everyRowOf } from './rows.ts';

let app: TestApp;
let staff: TestWorkspace;
let other: TestWorkspace;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => {
  staff = await app.workspace('Operators');
  other = await createWorkspace(app.app.services, app.url, 'Other', 'FREE');
});

const setTier = `mutation ($id: ID!, $tier: Tier!) { setOrganizationTier(organisationId: $id, tier: $tier) {
  organisation { id name tier leadLimit campaignLimit leadCount campaignCount }
} }`;
const createLead = 'mutation { createLead(input: { name: "Ada" }) { lead { id } } }';

const auditOf = (orgId: string) =>
  app.database.prisma.auditEntry.findMany({ where: { orgId, action: 'workspace.tier_changed' } });

/** Fills a workspace with leads, but for so many. */
async function fillBut(free: number, { orgId, graph }: TestWorkspace): Promise<void> {
  const { createLead: made } = await graph.ask<{ createLead: { lead: { id: string } } }>(createLead);
  const id = made.lead.id.slice('ld_'.length);
  const row = await app.database.prisma.lead.findFirstOrThrow({ where: { orgId, id } });
  const { stageId, source, createdAt, updatedAt } = row;
  await app.database.prisma.lead.createMany({
    data: Array.from({ length: 99 - free }, (_, n) => ({
      orgId,
      id: `${id.slice(0, -3)}${(id.at(-3) === '1' ? 200 : 100) + n}`,
      stageId,
      source,
      targetType: 'customer_lead',
      context: {},
      createdAt,
      updatedAt,
    })),
  });
}

describe('the plan of a workspace', () => {
  it('is set by staff for any workspace, and tells nothing else of it', async () => {
    const id = `org_${other.orgId}`;
    expect(await staff.graph.ask(setTier, { id, tier: 'PRO' })).toEqual({
      setOrganizationTier: {
        organisation: {
          id,
          name: 'Other',
          tier: 'PRO',
          leadLimit: 1000,
          campaignLimit: null,
          leadCount: null,
          campaignCount: null,
        },
      },
    });
    expect(await other.graph.ask('{ viewer { organisation { tier leadCount campaignCount } } }')).toEqual({
      viewer: { organisation: { tier: 'PRO', leadCount: 0, campaignCount: 0 } },
    });
  });

  it('is set under the former name of the argument too; one of both is needed, and they may not differ', async () => {
    const [id, another] = [`org_${other.orgId}`, `org_${staff.orgId}`];
    const under = (args: string) => `mutation { setOrganizationTier(${args}) { organisation { id tier } } }`;
    const answer = (tier: string) => ({ setOrganizationTier: { organisation: { id, tier } } });
    const former = `organizationId: "${id}", tier: PRO`;
    expect(await staff.graph.ask(under(former))).toEqual(answer('PRO'));
    const both = `organisationId: "${id}", organizationId: "${id}", tier: ULTRA`;
    expect(await staff.graph.ask(under(both))).toEqual(answer('ULTRA'));
    const nulled = `organisationId: "${id}", organizationId: null, tier: FREE`;
    expect(await staff.graph.ask(under(nulled))).toEqual(answer('FREE'));

    const refusal = async (args: string) => (await staff.graph.send(under(args))).errors[0];
    expect(await refusal(`organisationId: "${id}", organizationId: "${another}", tier: PRO`)).toMatchObject({
      message:
        'organisationId: is not the same as organizationId, which is its former name. Give organisationId alone.',
      extensions: { code: 'INVALID', field: 'organisationId' },
    });
    for (const none of ['tier: PRO', 'organisationId: null, tier: PRO']) {
      expect(await refusal(none)).toMatchObject({
        message: 'organisationId: is required',
        extensions: { code: 'INVALID', field: 'organisationId' },
      });
    }
    expect(await other.graph.ask('{ viewer { organisation { tier } } }')).toEqual({
      viewer: { organisation: { tier: 'FREE' } },
    });
  });

  it('leaves an audit row in both workspaces: who did it, and what was done', async () => {
    await staff.graph.ask(setTier, { id: `org_${other.orgId}`, tier: 'PRO' });
    const [[mine], [theirs]] = [await auditOf(staff.orgId), await auditOf(other.orgId)];
    expect(mine).toMatchObject({ apiKeyId: expect.any(String), subjectId: other.orgId });
    expect(theirs).toMatchObject({ apiKeyId: null, subjectId: other.orgId, requestId: mine?.requestId });
    await staff.graph.ask(setTier, { id: `org_${other.orgId}`, tier: 'PRO' });
    expect([await auditOf(staff.orgId), await auditOf(other.orgId)].map((rows) => rows.length)).toEqual([1, 1]);
  });

  it('can be staff’s own workspace’s, with one row', async () => {
    await staff.graph.ask(setTier, { id: `org_${staff.orgId}`, tier: 'ULTRA' });
    expect(await auditOf(staff.orgId)).toHaveLength(1);
  });

  it('counts from the next insert on, up and down', async () => {
    const id = `org_${other.orgId}`;
    await fillBut(0, other);
    expect(await other.graph.refusal(createLead)).toBe('LEAD_LIMIT_REACHED');
    await staff.graph.ask(setTier, { id, tier: 'PRO' });
    await other.graph.ask(createLead);
    await staff.graph.ask(setTier, { id, tier: 'UNLIMITED' });
    await other.graph.ask(createLead);
    await staff.graph.ask(setTier, { id, tier: 'FREE' });
    expect(await other.graph.refusal(createLead)).toBe('LEAD_LIMIT_REACHED');
  });

  it('counts for a caller who was let in before it changed', async () => {
    await fillBut(1, other);
    await staff.graph.ask(setTier, { id: `org_${other.orgId}`, tier: 'UNLIMITED' });
    const actor = founder({ orgId: other.orgId, apiKeyId: 'k' }, 'UNLIMITED', 'test');
    const context = app.app.services.openAs({ ...actor, scopes: new Set(allScopes) });
    await staff.graph.ask(setTier, { id: `org_${other.orgId}`, tier: 'FREE' });
    await makeLead(context, { name: 'The hundredth' });
    await expect(makeLead(context, { name: 'One too many' })).rejects.toMatchObject({
      code: 'LEAD_LIMIT_REACHED',
      details: { upgradeUrl: 'http://tributary.test/pricing' },
    });
  });

  it('is nobody else’s to set, whatever they hold, and nothing changes', async () => {
    const before = await everyRowOf(app.database, other.orgId);
    const id = `org_${other.orgId}`;
    const all = await staff.graphAs(workspaceScopes);
    const { createBusiness } = await staff.graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
    );
    const locked = await staff.graphAs(allScopes, createBusiness.business.id);
    for (const graph of [all, locked]) {
      for (const named of [id, 'org_01jqz5v8m3k9wfp2c7hx0dtbne', 'nonsense']) {
        expect(await graph.refusal(setTier, { id: named, tier: 'ULTRA' })).toBe('FORBIDDEN');
      }
    }
    expect(await staff.graph.refusal(setTier, { id: 'org_01jqz5v8m3k9wfp2c7hx0dtbne', tier: 'PRO' })).toBe('NOT_FOUND');
    expect(await everyRowOf(app.database, other.orgId)).toEqual(before);
  });
});

describe('the reports of all workspaces', () => {
  const submit = 'mutation { submitFeedback(input: { type: BUG, title: "It fails" }) { feedback { id } } }';
  const answer = `mutation ($id: ID!) { answerFeedback(id: $id, input: { status: RESOLVED, response: "Done" }) {
    feedback { id organisationId status response acknowledgedAt }
  } }`;
  const inbox = `query ($after: String, $id: ID) { feedbackInbox(first: 1, after: $after, filter: { id: $id }) {
    totalCount nodes { id organisationId } pageInfo { endCursor }
  } }`;
  const report = async ({ graph }: TestWorkspace): Promise<string> =>
    (await graph.ask<{ submitFeedback: { feedback: { id: string } } }>(submit)).submitFeedback.feedback.id;

  it('are read by staff, newest first, page by page', async () => {
    const [first, second] = [await report(other), await report(staff)];
    const at = (id: string, { orgId }: TestWorkspace) => ({ id, organisationId: `org_${orgId}` });
    expect(await staff.graph.ask(inbox)).toMatchObject({ feedbackInbox: { nodes: [at(second, staff)] } });
    const formerly = 'query ($id: ID!) { feedbackInbox(filter: { id: $id }) { nodes { organizationId } } }';
    expect(await staff.graph.ask(formerly, { id: first })).toEqual({
      feedbackInbox: { nodes: [{ organizationId: `org_${other.orgId}` }] },
    });
    expect(await staff.graph.ask(inbox, { after: second })).toMatchObject({
      feedbackInbox: { nodes: [at(first, other)] },
    });
    expect(await staff.graph.ask(inbox, { id: first })).toMatchObject({ feedbackInbox: { totalCount: 1 } });
    expect(await staff.graph.refusal(inbox, { after: 'fb_01jqz5v8m3k9wfp2c7hx0dtbne' })).toBe('INVALID');
  });

  it('are answered by staff: an event where they come from, and an audit row in both', async () => {
    const id = await report(other);
    const feedback = {
      id,
      organisationId: `org_${other.orgId}`,
      status: 'RESOLVED',
      response: 'Done',
      acknowledgedAt: null,
    };
    expect(await staff.graph.ask(answer, { id })).toEqual({ answerFeedback: { feedback } });
    await staff.graph.ask(answer, { id });
    const count = (orgId: string) =>
      app.database.prisma.auditEntry.count({ where: { orgId, action: 'feedback.answered', subjectId: id.slice(3) } });
    expect([await count(staff.orgId), await count(other.orgId)]).toEqual([1, 1]);
    const events =
      '{ events(types: [FEEDBACK_ANSWERED]) { nodes { ... on FeedbackEvent { feedback { id response } } } } }';
    expect(await other.graph.ask(events)).toEqual({ events: { nodes: [{ feedback: { id, response: 'Done' } }] } });
    expect(await staff.graph.ask(events)).toEqual({ events: { nodes: [] } });
  });

  it('answered by two of staff at once in the same words are answered once', async () => {
    const id = await report(other);
    await Promise.all([1, 2, 3].map(async () => staff.graph.ask(answer, { id })));
    const where = { orgId: other.orgId, type: 'feedback.answered' };
    expect(await app.database.prisma.event.count({ where })).toBe(1);
  });

  it('are nobody else’s: neither seen nor answered', async () => {
    const id = await report(other);
    const before = await everyRowOf(app.database, other.orgId);
    const all = await staff.graphAs(workspaceScopes);
    for (const named of [id, 'fb_01jqz5v8m3k9wfp2c7hx0dtbne', 'nonsense']) {
      expect(await all.refusal(answer, { id: named })).toBe('FORBIDDEN');
    }
    expect(await all.refusal(inbox)).toBe('FORBIDDEN');
    const own = '{ feedback { totalCount } unreadFeedback { id } }';
    expect(await all.ask(own)).toEqual({ feedback: { totalCount: 0 }, unreadFeedback: [] });
    expect(await staff.graph.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
    expect(await everyRowOf(app.database, other.orgId)).toEqual(before);
  });
});
