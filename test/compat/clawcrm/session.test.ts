import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestClock } from '../../support/app.ts';
import type { Json } from '../gateway.ts';
import { type Clawcrm, openClawcrm } from './workspace.ts';

const dayMs = 24 * 60 * 60 * 1000;
const clock = createTestClock();
let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm({ clock })));
afterAll(() => api.close());

const stages = [
  { name: 'Prospects', order: 0, isDefault: true },
  { name: 'Leads', order: 1 },
  { name: 'Engaged', order: 2 },
  { name: 'Contacted', order: 3 },
  { name: 'Negotiated', order: 4 },
  { name: 'Re-engage later', order: 5 },
  { name: 'Closed Won', order: 6 },
  { name: 'Closed Lost', order: 7 },
];

const each = (rows: Json[], field: string): unknown[] => rows.map((row) => row[field]);

/** An agent that knows its key and the vendor's document, and stops at the first answer that is no success. */
function agentWith(key: string) {
  return async (method: string, path: string, body?: unknown): Promise<Json> => {
    const { status, json } = await api.call(method, path, body, key);
    expect([200, 201], `${method} ${path}: ${JSON.stringify(json)}`).toContain(status);
    expect(json).toMatchObject({ success: true, warnings: expect.any(Array), next_steps: expect.any(Array) });
    return json;
  };
}

it('an agent works from signing up to an acknowledged answer', async () => {
  const signedUp = await api.call(
    'POST',
    '/signup',
    {
      email: 'your-human@example.com',
      workspace_name: 'My Sales Pipeline',
      agent_name: 'Your Name',
      agent_platform: 'openclaw',
    },
    null,
  );
  expect(signedUp.json).toMatchObject({ success: true, tier: 'free', limits: { leads: 100, campaigns: 3 } });
  const agent = agentWith(signedUp.json.apiKey);

  const setup = {
    projectSlug: 'my-company',
    org: { name: 'Acme Corp', industry: 'SaaS', bookingLink: 'https://calendly.com/acme' },
    stages,
  };
  await agent('POST', '/setup', setup);
  await agent('POST', '/setup', setup);
  const pipeline = await agent('GET', '/stages');
  expect(each(pipeline.stages, 'name')).toEqual(stages.map(({ name }) => name));
  expect(await agent('GET', '/health')).toMatchObject({ status: 'ok', action_required: false, unread_responses: [] });

  const created = await agent('POST', '/leads', {
    firstName: 'Grace',
    lastName: 'Hopper',
    email: 'grace@flowmatic-systems.com',
    clinicName: 'Flowmatic',
    tier: 'high',
    crmData: { specialty: 'compilers' },
  });
  const leadId: string = created.id;
  expect(leadId).toMatch(/^rp_/);
  expect(created.lead).toMatchObject({ stage: 'Prospects', organizationName: 'Flowmatic', clinicName: 'Flowmatic' });
  expect(created.enrichmentQueued ?? created.lead.enrichmentQueued).toBe(false);
  expect(created.next_steps).toContainEqual(expect.stringContaining('/api/openclaw/enrich'));

  expect(await agent('POST', '/enrich', { leadId, force: false })).toMatchObject({ status: 'complete' });
  expect(await agent('GET', `/enrich?leadId=${leadId}`)).toMatchObject({ status: 'complete' });

  await agent('POST', '/notes', { leadId, content: 'Wants a demo of the compiler.', type: 'ai_insight', pinned: true });
  const rule = await agent('POST', '/automation/rules', {
    name: 'Booked means engaged',
    triggerEvent: 'meeting_booked',
    conditions: { fromStage: 'Prospects', tier: 'high' },
    targetStage: 'Engaged',
    priority: 10,
  });
  expect(await agent('GET', '/automation/rules')).toMatchObject({ rules: [rule.rule], total: 1 });
  const campaign = await agent('POST', '/campaigns', {
    name: 'After the demo',
    trigger: 'manual',
    ai_enabled: true,
    ai_config: { model: 'any', tone: 'plain', maxRetries: 2 },
    steps: [
      { subject: 'Thank you', body: 'It was good to talk.', delayHours: 0 },
      { subject: 'Next', body: 'Shall we go on?', delayHours: 72 },
    ],
  });

  const before = await agent('POST', '/leads/score', { leadId });
  const booked = await agent('POST', '/touchpoints', { leadId, type: 'meeting_booked', channel: 'calendly' });
  expect(booked.warnings).toEqual([expect.stringContaining(rule.id)]);
  expect(await agent('GET', `/leads/${leadId}`)).toMatchObject({ lead: { stage: 'Engaged' } });
  const after = await agent('POST', '/leads/score', { leadId });
  expect(after).toMatchObject({ label: expect.stringMatching(/^(hot|warm|cool|cold)$/), factors: expect.anything() });
  expect(after.score).toBeGreaterThan(before.score);
  expect(await agent('POST', '/leads/score', { all: true })).toMatchObject({ scored: 1 });

  expect(await agent('GET', '/leads/stalled')).toMatchObject({ leads: [], total: 0 });
  clock.advance(4 * dayMs);
  const stalled = await agent('GET', '/leads/stalled');
  const overdue = { daysSinceTouch: 4, stalledReason: expect.any(String), suggestedAction: 'send_follow_up_email' };
  expect(stalled.leads).toMatchObject([{ leadId, ...overdue, priority: 'high' }]);
  await agent('POST', '/touchpoints', { leadId, type: 'email', summary: 'Sent the slides.' });
  expect(await agent('GET', '/leads/stalled')).toMatchObject({ leads: [], total: 0 });

  const enrolled = await agent('POST', `/campaigns/${campaign.id}/enroll`, { leadId });
  expect(each(enrolled.scheduled, 'step')).toEqual([1, 2]);
  expect((await agent('GET', '/campaigns')).total).toBe(1);
  await agent('GET', '/playbooks?tier=high&stage=Engaged');
  await agent('POST', '/playbooks', { leadId });
  await agent('GET', '/analytics?days=30');
  expect(await agent('GET', '/org/tier')).toMatchObject({ tier: 'free', limits: { leads: 100 } });

  const { feedbackId } = await agent('POST', '/feedback', {
    type: 'bug',
    agent: 'your-agent-name',
    priority: 'high',
    title: 'Enrichment failing for leads',
    description: 'It says failed for a free mail address.',
    context: { endpoint: '/api/openclaw/enrich', statusCode: 200 },
  });
  expect(feedbackId).toMatch(/^fb_/);
  expect(await agent('GET', '/health')).toMatchObject({ action_required: false });

  const response = 'A free address tells of no company: add companyName, then enrich with force: true.';
  await agentWith(await api.keyOf(['staff']))('PATCH', `/feedback/${feedbackId}`, { status: 'resolved', response });
  const health = await agent('GET', '/health');
  expect(health).toMatchObject({
    action_required: true,
    unread_responses: [{ feedbackId, title: 'Enrichment failing for leads', status: 'resolved', response }],
  });
  expect(health.unread_responses[0].acknowledge).toBe(
    `PATCH /api/openclaw/feedback/${feedbackId} { acknowledged: true }`,
  );
  await agent('PATCH', `/feedback/${feedbackId}`, { acknowledged: true });
  expect(await agent('GET', '/health')).toMatchObject({ action_required: false, unread_responses: [] });
});
