import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, openClawcrm } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());
afterEach(async () => void (await api.database.prisma.campaign.updateMany({ data: { enabled: false } })));

const step = { subject: 'Hi', body: 'Hello', delayHours: 1 };
const due = 'POST /graphql with the query scheduledEmails shows what is due';

const campaign = async (name: string, trigger = 'manual', more: object = {}): Promise<string> =>
  (await api.post('/campaigns', { name, trigger, steps: [step, step], ...more })).json.id;

async function enrolled(name = 'One') {
  const lead = await api.lead();
  await api.post(`/campaigns/${await campaign(name)}/enroll`, { leadId: lead.id });
  return lead;
}

describe('a lead is enrolled', () => {
  const enrolling = {
    warnings: ['The lead was enrolled in the campaign "Qualified": 2 mails were queued.'],
    next_steps: [due],
  };

  it('by another stage, in PATCH and PUT, and not by the same one again', async () => {
    await campaign('Qualified', 'stage_changed', { conditions: { toStage: 'qualified' } });
    const [patched, replaced] = [await api.lead(), await api.lead()];
    const change = { stage: 'qualified' };
    const { firstName, email } = replaced;
    expect((await api.patch(`/leads/${patched.id}`, change)).json).toMatchObject(enrolling);
    expect((await api.put(`/leads/${replaced.id}`, { ...change, firstName, email })).json).toMatchObject(enrolling);
    expect((await api.patch('/leads', { id: patched.id, ...change })).json).toMatchObject({ warnings: [] });
  });

  it('by a rule that a touchpoint sets off', async () => {
    await campaign('Qualified', 'stage_changed', { conditions: { toStage: 'qualified' } });
    const rule = { name: 'Booked', triggerEvent: 'meeting_booked', targetStage: 'qualified' };
    const { id: ruleId } = (await api.post('/automation/rules', rule)).json;
    const lead = await api.lead();
    const { id, warnings, next_steps } = (await api.post('/touchpoints', { leadId: lead.id, type: 'meeting_booked' }))
      .json;
    expect({ warnings, next_steps }).toEqual({
      warnings: [
        `Moved from New to Qualified by the rule "Booked" because of the meeting_booked touchpoint ${id}. The rule’s id is ${ruleId}.`,
        ...enrolling.warnings,
      ],
      next_steps: [`GET /api/openclaw/leads/${lead.id} shows the lead as it is now`, due],
    });
    await api.remove(`/automation/rules?id=${ruleId}`);
  });

  it('with all others that leave a stage which is deleted, or that setup no longer lists', async () => {
    const stage = async (): Promise<{ id: string; name: string }> =>
      (await api.post('/stages', { name: crypto.randomUUID() })).json.stage;
    const fill = async (name: string) => [await api.lead({ stage: name }), await api.lead({ stage: name })];
    const [gone, unlisted] = [await stage(), await stage()];
    const left = ['New', 'Qualified', 'Won', 'Lost'].map((name) => ({ name }));
    await api.post('/setup', { stages: [...left, { name: gone.name }, { name: unlisted.name }] });
    await fill(gone.name);
    await fill(unlisted.name);
    await campaign('Orphans', 'stage_changed');
    const orphans = '2 leads were enrolled in the campaign "Orphans": 4 mails were queued.';
    expect((await api.remove(`/stages?id=${gone.id}`)).json).toMatchObject({
      warnings: ['2 leads moved to "New".', orphans],
      next_steps: [due],
    });
    const { json } = await api.post('/setup', { stages: left });
    expect(json.warnings).toEqual(['2 leads of removed stages are in "New" now.', orphans]);
    expect((json.next_steps as string[]).at(-1)).toBe(due);
  });
});

describe('campaigns end for a lead', () => {
  const ended = (why = '') => `The campaign "One" ended for the lead${why}: 2 queued mails were cancelled.`;

  it('that answers', async () => {
    const lead = await enrolled();
    expect((await api.post('/touchpoints', { leadId: lead.id, type: 'reply' })).json).toMatchObject({
      warnings: ['The lead answered: its status is replied now.', ended(', because it answered')],
      next_steps: [],
    });
    expect((await api.post('/touchpoints', { leadId: lead.id, type: 'reply' })).json.warnings).toEqual([]);
  });

  it.each(['converted', 'closed', 'spam'])('whose status becomes %s', async (status) => {
    const lead = await enrolled();
    expect((await api.patch(`/leads/${lead.id}`, { status })).json.warnings).toEqual([
      ended(`, because its status is ${status}`),
    ]);
  });

  it('whose new stage carries such a status, though a rule moved it there', async () => {
    const carried = 'The stage "Won" carries the status converted: the lead has it now.';
    const because = ended(', because its status is converted');
    const [patched, moved] = [await enrolled(), await enrolled()];
    expect((await api.patch(`/leads/${patched.id}`, { stage: 'won' })).json.warnings).toEqual([carried, because]);
    const rule = { name: 'Seen', triggerEvent: 'proposal_viewed', targetStage: 'won' };
    const { id } = (await api.post('/automation/rules', rule)).json;
    const touchpoint = { leadId: moved.id, type: 'proposal_viewed' };
    expect((await api.post('/touchpoints', touchpoint)).json.warnings).toEqual([
      expect.stringMatching(/^Moved from New to Won by the rule "Seen"/),
      carried,
      because,
    ]);
    await api.remove(`/automation/rules?id=${id}`);
  });

  it('that is deleted, which restoring does not undo', async () => {
    const lead = await enrolled();
    expect((await api.remove(`/leads/${lead.id}`)).json.warnings).toEqual([ended()]);
    expect((await api.remove(`/leads/${lead.id}`)).json.warnings).toEqual([]);
    expect((await api.patch(`/leads/${lead.id}`, { restore: true })).json.warnings).toEqual([]);
  });

  it('that is removed for good', async () => {
    const lead = await enrolled();
    await enrolled('Other');
    expect((await api.remove(`/leads/${lead.id}?permanent=true`)).json.warnings).toEqual([
      'The lead and its notes, touchpoints and enrolments are gone for good.',
      ended(),
    ]);
  });
});

it('a status that a stage carries is told of where the call did not name it', async () => {
  const carried = 'The stage "Lost" carries the status closed: the lead has it now.';
  const body = { firstName: 'Ada', stage: 'lost' };
  const send = async (more: object) =>
    (await api.post('/leads', { ...body, email: `${crypto.randomUUID()}@example.com`, ...more })).json;
  const told = async (more: object = {}) => ((await send(more)).warnings as string[]).includes(carried);
  expect([await told(), await told({ status: 'closed' }), await told({ status: 'new' })]).toEqual([true, false, false]);
  const { id, email } = await api.lead();
  const replace = async (more: object = {}) =>
    (await api.put(`/leads/${id}`, { ...body, email, ...more })).json.warnings;
  expect(await replace()).toEqual([carried]);
  expect(await replace()).toEqual([]);
  await api.patch(`/leads/${id}`, { stage: 'new', status: 'new' });
  expect(await replace({ status: 'closed' })).toEqual([]);
});
