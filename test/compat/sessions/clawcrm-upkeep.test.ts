import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../gateway.ts';
import { type Agent, each, openAgent, stages } from './clawcrm-agent.ts';
import { openWholeServer, type WholeServer } from './whole-server.ts';

const dayMs = 24 * 60 * 60 * 1000;

let server: WholeServer;
let agent: Agent;
beforeAll(async () => {
  server = await openWholeServer();
  agent = openAgent(server);
  await agent.signUp();
  await call('POST', '/api/openclaw/setup', { projectSlug: 'my-company', stages });
  const tier = { firstName: 'Grace', email: 'grace@bright-dental.com', tier: 'high' };
  agent.leads['grace'] = (await make('/api/openclaw/leads', tier)).id;
  agent.leads['ada'] = await agent.newLead('Ada');
});
afterAll(() => server.close());

const call: Agent['call'] = (...asked) => agent.call(...asked);
const make: Agent['make'] = (...asked) => agent.make(...asked);

// Each goes on from where the one before left off, as the second half of the document does.
describe('an agent with ClawCRM’s document, from its notes on', { shuffle: false }, () => {
  it('keeps notes', async () => {
    const leadId = agent.leads['grace'];
    for (const type of ['manual', 'transcript_summary', 'ai_insight', 'system']) {
      await make('/api/openclaw/notes', { leadId, content: `A note: ${type}`, type });
    }
    const { notes } = await call('GET', `/api/openclaw/notes?leadId=${leadId}&type=ai_insight`);
    expect(notes).toMatchObject([{ content: 'A note: ai_insight' }]);
    await call('PUT', '/api/openclaw/notes', { id: notes[0].id, content: 'Changed', pinned: true });
    const pinned = await call('GET', `/api/openclaw/notes?leadId=${leadId}&pinned=true`);
    expect(pinned.notes).toMatchObject([{ content: 'Changed', pinned: true }]);
    await call('DELETE', `/api/openclaw/notes?id=${notes[0].id}`);
    expect(await call('GET', `/api/openclaw/notes?leadId=${leadId}`)).toMatchObject({ total: 3 });
  });

  it('makes sync sources of each kind, whose leads come in', async () => {
    const path = '/api/openclaw/stages/sync-sources';
    for (const type of ['gmail', 'api_sdr', 'generic_webhook']) {
      await make(path, { name: type, type, targetStage: 'Leads' });
    }
    const form = await make(path, { name: 'Contact form', type: 'form_webhook', targetStage: 'Leads' });
    const address = new URL(form.syncSource.url).pathname;
    const posted = { email: 'form@example.org', name: 'Filled In' };
    expect(await server.ask(202, 'POST', address, null, posted)).toEqual({ accepted: true });
    const { leads: listed } = await call('GET', '/api/openclaw/leads');
    expect(listed[0]).toMatchObject({ email: 'form@example.org', stage: 'Leads' });
    await call('PUT', path, { id: form.id, enabled: false });
    expect(await call('GET', path)).toMatchObject({ total: 4 });
    await call('DELETE', `${path}?id=${form.id}`);
    expect(await call('GET', path)).toMatchObject({ total: 3 });
  });

  it('asks what to do next, by playbook', async () => {
    const { playbooks } = await call('GET', '/api/openclaw/playbooks?tier=high&stage=new');
    expect(playbooks.length).toBeGreaterThan(0);
    const next = await call('POST', '/api/openclaw/playbooks', { leadId: agent.leads['ada'] });
    expect(next).toMatchObject({ leadId: agent.leads['ada'], playbook: { name: expect.any(String) } });
  });

  it('lets rules move leads', async () => {
    const path = '/api/openclaw/automation/rules';
    const available = each((await call('GET', path)).availableTriggers, 'trigger');
    expect(available).toEqual(
      expect.arrayContaining(['meeting_booked', 'proposal_viewed', 'cta_clicked', 'quiz_completed', 'no_touch']),
    );
    const { id } = await make(path, {
      name: 'Reads the proposal',
      triggerEvent: 'proposal_viewed',
      conditions: { fromStage: 'Prospects', tier: 'high', viewCount: { gte: 2 }, confidenceScore: { gte: 1 } },
      targetStage: 'Contacted',
      priority: 1,
    });
    await call('PUT', path, { id, enabled: true, targetStage: 'Negotiated', priority: 2 });
    const leadId = agent.leads['grace'];
    await call('POST', '/api/openclaw/leads/score', { leadId });
    const touch = { leadId, type: 'proposal_viewed' };
    for (let times = 0; times < 2; times += 1) await make('/api/openclaw/touchpoints', touch);
    expect((await call('GET', `/api/openclaw/leads/${leadId}`)).lead.stage).toBe('Negotiated');
    await call('DELETE', `${path}?id=${id}`);
  });

  it('scores leads, higher once they booked a meeting', async () => {
    const label = expect.stringMatching(/^(hot|warm|cool|cold)$/);
    const shown = { score: expect.any(Number), label, factors: expect.anything(), suggestedAction: expect.any(String) };
    const leadId = agent.leads['grace'];
    const before = await call('POST', '/api/openclaw/leads/score', { leadId });
    expect(before).toMatchObject(shown);
    await make('/api/openclaw/touchpoints', { leadId, type: 'meeting_booked', channel: 'calendly' });
    const after = await call('POST', '/api/openclaw/leads/score', { leadId });
    expect(after).toMatchObject(shown);
    expect(after.score).toBeGreaterThan(before.score);
    expect(await call('POST', '/api/openclaw/leads/score', { all: true })).toMatchObject({ scored: 3 });
  });

  it('finds leads that stall, until somebody is in touch', async () => {
    const leadId = agent.leads['grace'];
    expect(await call('GET', '/api/openclaw/leads/stalled')).toMatchObject({ leads: [], total: 0 });
    server.clock.advance(4 * dayMs);
    const overdue = { daysSinceTouch: 4, stalledReason: expect.any(String), suggestedAction: 'send_follow_up_email' };
    const first = await call('GET', '/api/openclaw/leads/stalled');
    expect(first.leads).toMatchObject([{ leadId, ...overdue, priority: 'high' }]);
    await make('/api/openclaw/touchpoints', { leadId, type: 'email', summary: 'Sent the slides.' });
    expect(await call('GET', '/api/openclaw/leads/stalled')).toMatchObject({ leads: [], total: 0 });
    server.clock.advance(20 * dayMs);
    const stalled: Json[] = (await call('GET', '/api/openclaw/leads/stalled')).leads;
    const one = stalled.find((lead) => lead.leadId === leadId);
    expect(one).toMatchObject({ daysSinceTouch: 20, stalledReason: expect.any(String), priority: 'high' });
    expect(['send_breakup_email', 'send_follow_up_email', 'check_in_call']).toContain(one.suggestedAction);
    await make('/api/openclaw/touchpoints', { leadId, type: 'call', channel: 'phone' });
    const left = (await call('GET', '/api/openclaw/leads/stalled')).leads;
    expect(each(left, 'leadId')).not.toContain(leadId);
    const history = await call('GET', `/api/openclaw/touchpoints?leadId=${leadId}`);
    expect(history.touchpoints[0]).toMatchObject({ type: 'call' });
  });

  it('reports a fault, and is told of its answer when its next session starts', async () => {
    const { feedbackId, next_steps: steps } = await make('/api/openclaw/feedback', {
      type: 'bug',
      agent: 'your-agent-name',
      priority: 'high',
      title: 'Enrichment failing for leads',
      description: 'What happened',
      context: { endpoint: '/api/openclaw/enrich', statusCode: 500, errorMessage: '...' },
    });
    expect(feedbackId).toMatch(/^fb_/);
    expect(String(steps)).toContain(feedbackId);
    expect(await call('GET', '/api/openclaw/health')).toMatchObject({ action_required: false });
    const answer = { status: 'resolved', response: 'Enrichment now synchronous. Re-enrich with force:true.' };
    await server.ask(403, 'PATCH', `/api/openclaw/feedback/${feedbackId}`, agent.key, answer);
    const staff = await server.graph.ask<{ createApiKey: { secret: string } }>(
      'mutation { createApiKey(input: { name: "EIR", dialect: CLAWCRM, scopes: ["staff"] }) { secret } }',
    );
    await server.ask(200, 'PATCH', `/api/openclaw/feedback/${feedbackId}`, staff.createApiKey.secret, answer);
    for (const filter of ['status=resolved', 'type=bug', `id=${feedbackId}`]) {
      const { feedback } = await call('GET', `/api/openclaw/feedback?${filter}`);
      expect(feedback).toMatchObject([{ id: feedbackId, ...answer }]);
    }
    expect(await call('GET', '/api/openclaw/health')).toMatchObject({
      action_required: true,
      unread_responses: [
        {
          feedbackId,
          title: 'Enrichment failing for leads',
          ...answer,
          acknowledge: `PATCH /api/openclaw/feedback/${feedbackId} { acknowledged: true }`,
        },
      ],
      next_steps: expect.arrayContaining([expect.any(String)]),
    });
    await call('PATCH', `/api/openclaw/feedback/${feedbackId}`, { acknowledged: true });
    expect(await call('GET', '/api/openclaw/health')).toMatchObject({ action_required: false, unread_responses: [] });
  });

  it('meets the limit of its plan, and is told where it stands and what to do', async () => {
    const { total } = await call('GET', '/api/openclaw/leads');
    for (let count = total; count < 100; count += 1) await agent.newLead(`Lead${count}`);
    const full = await server.ask(403, 'POST', '/api/openclaw/leads', agent.key, {
      firstName: 'N',
      email: 'n@example.com',
    });
    expect(full).toMatchObject({ success: false, error: { code: 'lead_limit_reached' } });
    expect(String(full.next_steps)).toContain('GET /api/openclaw/org/tier');
    expect(await call('GET', '/api/openclaw/org/tier')).toMatchObject({
      orgId: expect.stringMatching(/^org_/),
      tier: 'free',
      limits: { leads: 100 },
      upgrade_url: expect.stringMatching(/\/pricing$/),
    });
    await server.ask(404, 'GET', '/api/openclaw/nothing', agent.key);
  });
});
