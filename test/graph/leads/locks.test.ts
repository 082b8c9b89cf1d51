import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../src/access/actor.ts';
import { moveIdleLead } from '../../../src/domain/automation/move-idle-lead.ts';
import { createTestClock, startTestApp, type TestApp } from '../../support/app.ts';
import { countStatements, type Statement, type StatementCounter } from '../../support/count-statements.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { makeOfEach } from '../make-of-each.ts';
import { type Ids, rootFields } from '../root-fields.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
let counter: StatementCounter;

beforeAll(async () => {
  app = await startTestApp({ clock });
  workspace = await app.workspace();
  counter = countStatements(app.database);
});
afterAll(() => app.close());

const lockOfRows = /\bfrom (\w+) where org_id = \$1 .*\bfor (?:no key )?update$/s;

/** The rows that a statement locks, as `leads 01jqz…`; `leads of several` where it looks for them itself. */
function locksOf({ text, values }: Statement): string[] {
  const table = lockOfRows.exec(text.trim())?.[1];
  if (table === undefined) return [];
  if (!/\bid = (?:\$2|any\(\$2)/.test(text)) return [`${table} of several`];
  return [values[1]].flat().map((id) => `${table} ${String(id)}`);
}

/** Every lock of a lead that was taken meanwhile. */
async function leadLocks(work: () => Promise<unknown>): Promise<string[]> {
  const statements = await counter.statementsDuring(work);
  return statements.flatMap(locksOf).filter((lock) => lock.startsWith('leads '));
}

const rowOf = (id: string) => `leads ${id.slice('ld_'.length)}`;

const change = ({ graph }: TestWorkspace, call: string) => graph.ask<Record<string, unknown>>(`mutation { ${call} }`);

const ofLead = ({ lead }: Ids) => [rowOf(lead)];
const ofSpare = ({ spareLead }: Ids) => [rowOf(spareLead)];

/** What each mutation locks that locks a lead. */
const locking: Readonly<Record<string, (ids: Ids) => string[]>> = {
  updateLead: ofLead,
  enrichLead: ofLead,
  enrichLeads: ofLead,
  createNote: ofLead,
  updateNote: ofLead,
  deleteNote: ofLead,
  recordTouchpoint: ofLead,
  scoreLead: ofLead,
  scoreLeads: () => ['leads of several'],
  recordLeadReply: ofLead,
  replaceLead: ofLead,
  purgeLead: ofLead,
  deleteLead: ofLead,
  updateLeads: ofLead,
  deleteLeads: ofLead,
  restoreLead: ofLead,
  handOffLead: ofLead,
  enrolLead: ofSpare,
  stopEnrolment: ofLead,
  sendEmail: ofSpare,
  draftEmail: ofSpare,
  approveEmail: ofLead,
  discardEmail: ofLead,
  markEmailBounced: ofSpare,
  unsubscribeLead: ofSpare,
  resubscribeLead: ofSpare,
};

const refused = [
  'connectCalendar',
  'connectCalendly',
  'connectMailbox',
  'replyToConversation',
  'tellTyping',
  'testIntegration',
];

const mutations = Object.entries(rootFields).flatMap(([place, { call }]) => {
  const [type, name = ''] = place.split('.');
  return type === 'Mutation' && !refused.includes(name) ? [{ name, call }] : [];
});

const endsWhatOthersNeed = /^(delete|setUp|setOutside)/;

describe('each mutation locks a lead once, or none', () => {
  it.each(mutations)('$name', async ({ name, call }) => {
    const tenant = endsWhatOthersNeed.test(name) ? await app.workspace() : workspace;
    const ids = await makeOfEach(tenant);
    const taken = await leadLocks(() => change(tenant, call(ids)));
    expect(taken).toEqual(locking[name]?.(ids) ?? []);
  });
});

describe('a lead is locked once by', () => {
  it('several that are enriched, each', async () => {
    const { lead, spareLead } = await makeOfEach(workspace);
    const taken = await leadLocks(() =>
      change(workspace, `enrichLeads(ids: ["${spareLead}", "${lead}"]) { complete }`),
    );
    expect(taken).toEqual([rowOf(lead), rowOf(spareLead)].toSorted());
  });

  it('a touch that scores it, moves it by a rule, and enrols it for the move', async () => {
    const tenant = await app.workspace();
    const { lead } = await makeOfEach(tenant);
    const steps = '[{ subject: "Hi", body: "Hello", delayHours: 0 }]';
    await change(
      tenant,
      `createCampaign(input: { name: "Moved", trigger: STAGE_CHANGED, steps: ${steps} }) { campaign { id } }`,
    );
    const touch = (type: string) =>
      leadLocks(() =>
        change(tenant, `recordTouchpoint(input: { leadId: "${lead}", type: ${type} }) { automationRuns { id } }`),
      );
    expect(await touch('CTA_CLICKED')).toEqual([rowOf(lead)]);
    expect(await touch('REPLY')).toEqual([rowOf(lead)]);
  });

  it('time that moves it by a rule', async () => {
    const tenant = await app.workspace();
    const { lead } = await makeOfEach(tenant);
    await change(
      tenant,
      'createAutomationRule(input: { name: "Idle", trigger: NO_TOUCH, targetStage: "contacted" }) { rule { id } }',
    );
    clock.advance(14 * 24 * 60 * 60 * 1000);
    const services = app.app.services.openAs(systemActor(tenant.orgId, 'automation'));
    let moves = 0;
    const taken = await leadLocks(async () => {
      moves = await moveIdleLead(services, lead.slice('ld_'.length));
    });
    expect([moves, taken]).toEqual([1, [rowOf(lead)]]);
  });

  it('a visitor who says more about themselves', async () => {
    const tenant = await app.workspace();
    const said = (message: string, more = '') =>
      `sendVisitorMessage(widgetId: "${tenant.widgetId}", input: { message: "${message}" ${more} }) { conversation { id lead { id } } }`;
    type Sent = { sendVisitorMessage: { conversation: { id: string; lead: { id: string } } } };
    const first = await tenant.graph.ask<Sent>(`mutation { ${said('I am Ada Lovelace, ada@acme.example')} }`);
    const { id, lead } = first.sendVisitorMessage.conversation;
    const taken = await leadLocks(() =>
      change(tenant, said('My phone is +44 20 7946 0958', `conversationId: "${id}"`)),
    );
    expect(taken).toEqual([rowOf(lead.id)]);
  });

  it('a change that is asked for with If-Match', async () => {
    const { lead } = await makeOfEach(workspace);
    const path = `/api/v1/leads/${lead.slice('ld_'.length)}`;
    const found = await workspace.quincer.get(path);
    const taken = await leadLocks(async () => {
      const answer = await workspace.quincer.send(
        'POST',
        path,
        { score: 5 },
        { 'if-match': found.headers.get('etag') ?? '' },
      );
      expect(answer.status).toBe(200);
    });
    expect(taken).toEqual([rowOf(lead)]);
  });
});
