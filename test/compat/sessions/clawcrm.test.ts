import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hookOf, postCalendly } from '../../outside/bookings/connected.ts';
import { saying } from '../../outside/chat-completions-server.ts';
import { patiently } from '../../support/patiently.ts';
import { type Agent, each, openAgent, stages } from './clawcrm-agent.ts';
import { openWholeServer, type WholeServer } from './whole-server.ts';

let server: WholeServer;
let agent: Agent;
beforeAll(async () => {
  server = await openWholeServer();
  agent = openAgent(server);
});
afterAll(() => server.close());

const call: Agent['call'] = (...asked) => agent.call(...asked);
const make: Agent['make'] = (...asked) => agent.make(...asked);

const mailsTo = (address: string) => server.mail.taken.filter(({ to }) => to === address);

/** Of the mail that reaches an address next, as its reader sees it. */
async function mailTo(address: string) {
  await vi.waitFor(() => expect(mailsTo(address)).toHaveLength(1), patiently);
  const [mail] = mailsTo(address);
  return PostalMime.parse(mail?.raw ?? '');
}

// Each goes on from where the one before left off, as the document does.
describe('an agent with ClawCRM’s document', { shuffle: false }, () => {
  it('signs up without a key, and is told its plan', async () => {
    expect(await server.ask(200, 'GET', '/api/openclaw/signup', null)).toMatchObject({ success: true });
    const signedUp = await agent.signUp();
    expect(signedUp).toMatchObject({
      success: true,
      apiKey: expect.stringMatching(/^rcm_live_/),
      limits: { leads: 100, campaigns: 3 },
    });
  });

  it('is heard under either header, and not without a key', async () => {
    const health = await server.ask(200, 'GET', '/api/openclaw/health', null, undefined, { 'x-api-key': agent.key });
    expect(health).toMatchObject({ status: 'ok', action_required: false, unread_responses: [] });
    expect(await call('GET', '/api/openclaw/health')).toMatchObject({ status: 'ok', action_required: false });
    expect(await server.ask(401, 'GET', '/api/openclaw/health', null)).toMatchObject({
      success: false,
      error: { hint: expect.any(String) },
    });
  });

  it('sets its workspace up in one call', async () => {
    const body = {
      projectSlug: 'my-company',
      org: { name: 'Acme Corp', industry: 'SaaS', bookingLink: 'https://calendly.com/acme' },
      stages,
    };
    await call('POST', '/api/openclaw/setup', body);
    await call('GET', '/api/openclaw/setup');
    const pipeline = await call('GET', '/api/openclaw/stages');
    expect(each(pipeline.stages, 'name')).toEqual(stages.map(({ name }) => name));
  });

  it('connects Calendly with a person’s token', async () => {
    expect(await call('GET', '/api/openclaw/integrations/calendly')).toMatchObject({ connected: false });
    const refused = { personal_access_token: 'not-that-one' };
    const error = await server.ask(400, 'POST', '/api/openclaw/integrations/calendly', agent.key, refused);
    expect(error).toMatchObject({ success: false, error: { hint: expect.any(String) } });
    await make('/api/openclaw/integrations/calendly', { personal_access_token: 'eyJ-a-good-token' });
    expect(await call('GET', '/api/openclaw/integrations/calendly')).toMatchObject({ connected: true });
  });

  it('creates, reads, changes, hides, restores and removes leads', async () => {
    const created = await make('/api/openclaw/leads', {
      firstName: 'Grace',
      lastName: 'Hopper',
      email: 'grace@bright-dental.com',
      organizationName: 'Bright Dental',
      businessType: 'Dentist',
      phone: '+15555550123',
      tier: 'high',
      status: 'new',
      customFields: { plan: 'gold' },
    });
    expect(created).toMatchObject({
      id: expect.stringMatching(/^rp_/),
      lead: { stage: 'Prospects' },
      enrichmentQueued: false,
    });
    const id = (agent.leads['grace'] = created.id);
    const lead = `/api/openclaw/leads/${id}`;
    expect((await call('GET', lead)).lead).toMatchObject({
      organizationName: 'Bright Dental',
      clinicName: 'Bright Dental',
      businessType: 'Dentist',
      practiceType: 'Dentist',
      customFields: { plan: 'gold' },
    });
    const list = await call('GET', '/api/openclaw/leads?status=new&tier=high&limit=10&offset=0');
    expect(list).toMatchObject({ leads: [{ id }], total: 1 });
    await call('PATCH', '/api/openclaw/leads', { id, crmData: { specialty: 'implants' } });
    await call('PATCH', lead, { crmData: { location: 'Arlington', clinic_type: 'private' }, seniority: 'C-Level' });
    const both = { specialty: 'implants', location: 'Arlington', clinic_type: 'private' };
    expect((await call('GET', lead)).lead).toMatchObject({ crmData: both, seniority: 'C-Level' });
    await call('PUT', '/api/openclaw/leads', {
      id,
      firstName: 'Grace',
      email: 'grace@bright-dental.com',
      tier: 'high',
    });
    expect((await call('GET', lead)).lead).toMatchObject({ lastName: null, organizationName: null, tier: 'high' });

    await call('DELETE', lead);
    await server.ask(404, 'GET', lead, agent.key);
    expect(await call('GET', '/api/openclaw/leads?deletedOnly=true')).toMatchObject({ leads: [{ id }], total: 1 });
    await call('PATCH', lead, { restore: true });
    await call('DELETE', `/api/openclaw/leads?id=${id}`);
    await call('PATCH', lead, { restore: true });
    expect((await call('GET', lead)).lead).toMatchObject({ id });
    const gone = `/api/openclaw/leads/${await agent.newLead('Gone')}`;
    await call('DELETE', `${gone}?permanent=true`);
    await server.ask(404, 'PATCH', gone, agent.key, { restore: true });
  });

  it('enriches explicitly, one and up to five, and is told at once how it went', async () => {
    const leadId = agent.leads['grace'];
    expect(await call('GET', `/api/openclaw/enrich?leadId=${leadId}`)).toMatchObject({ leadId });
    const enriched = await call('POST', '/api/openclaw/enrich', { leadId, force: false });
    expect(enriched).toMatchObject({ status: 'complete', lead: { title: 'Owner', companyName: 'Bright Dental Inc.' } });
    expect(server.enrichment.asked).toHaveLength(1);
    expect(await call('GET', `/api/openclaw/enrich?leadId=${leadId}`)).toMatchObject({ status: 'complete' });
    agent.leads['ada'] = await agent.newLead('Ada');
    const leadIds = [leadId, agent.leads['ada']];
    const bulk = await call('POST', '/api/openclaw/enrich/bulk', { leadIds, forceRefresh: false });
    expect(bulk).toMatchObject({ failed: 0, results: [{ status: 'complete' }, { status: 'complete' }] });
    const six = { leadIds: Array.from({ length: 6 }, () => leadId) };
    await server.ask(400, 'POST', '/api/openclaw/enrich/bulk', agent.key, six);
  });

  it('sees what connects a lead with others', async () => {
    const web = await call('POST', '/api/openclaw/enrich/spider-web', { leadId: agent.leads['grace'] });
    expect(web).toMatchObject({
      leadId: agent.leads['grace'],
      total: 1,
      connections: [{ leadId: agent.leads['ada'], reasons: ['email_domain', 'company'] }],
    });
  });

  it('manages stages and custom fields', async () => {
    const { id } = await make('/api/openclaw/stages', { name: 'Demo booked', order: 8 });
    expect((await call('PUT', '/api/openclaw/stages', { id, name: 'Demo held' })).stage.name).toBe('Demo held');
    await call('DELETE', `/api/openclaw/stages?id=${id}`);
    expect((await call('GET', '/api/openclaw/stages')).stages).toHaveLength(8);
    for (const fieldType of ['text', 'number', 'date', 'select', 'multiselect', 'boolean']) {
      const options = fieldType.endsWith('select') ? { options: ['gold', 'silver'] } : {};
      const field = { name: `a_${fieldType}`, label: 'One', fieldType, ...options };
      const made = await make('/api/openclaw/fields', field);
      await call('PUT', '/api/openclaw/fields', { id: made.id, label: 'Another' });
      await call('DELETE', `/api/openclaw/fields?id=${made.id}`);
    }
    expect(await call('GET', '/api/openclaw/fields')).toMatchObject({ fields: [] });
  });

  it('reads how the pipeline does', async () => {
    expect(await call('GET', '/api/openclaw/analytics?days=30')).toMatchObject({ success: true });
  });

  it('runs campaigns whose mail arrives, as it stands and as a model writes it', async () => {
    const campaign = await make('/api/openclaw/campaigns', {
      name: 'Welcome',
      trigger: 'manual',
      steps: [
        { subject: 'Welcome, {{firstName}}', body: 'Hello {{firstName}}, shall we talk?', delayHours: 0 },
        { subject: 'Still there?', body: 'One more word.', delayHours: 72 },
      ],
    });
    expect(await call('GET', '/api/openclaw/campaigns')).toMatchObject({ campaigns: [{ id: campaign.id }], total: 1 });
    const enroll = `/api/openclaw/campaigns/${campaign.id}/enroll`;
    const body = { leadId: agent.leads['grace'] };
    const enrolled = await make(enroll, body);
    expect(enrolled.warnings).toEqual([]);
    const mail = await mailTo('grace@bright-dental.com');
    expect(mail.subject).toBe('Welcome, Grace');
    expect(mail.text).toContain('Hello Grace, shall we talk?');
    const again = await server.ask(409, 'POST', enroll, agent.key, body);
    expect(again).toMatchObject({ success: false, error: { hint: expect.any(String) } });

    server.model.become(saying(JSON.stringify({ subject: 'For Ada', body: 'Written for you, Ada.' })));
    await make('/api/openclaw/campaigns', {
      name: 'Booked',
      trigger: 'meeting_booked',
      ai_enabled: true,
      ai_config: { model: 'gpt-oss', tone: 'warm', maxRetries: 1 },
      steps: [{ subject: 'Your meeting', body: 'Say that we look forward to it.', delayHours: 0 }],
    });
    for (const trigger of ['quiz_completed', 'proposal_viewed', 'cta_clicked', 'stage_changed']) {
      const one = { name: trigger, trigger, steps: [{ subject: 'One', body: 'Two', delayHours: 1 }] };
      const answer = await server.send('POST', '/api/openclaw/campaigns', agent.key, one);
      // The free plan has three.
      expect(answer.status).toBe(trigger === 'quiz_completed' ? 201 : 403);
    }
    const tooMany = {
      name: 'Nine',
      trigger: 'manual',
      steps: Array.from({ length: 9 }, () => campaign.campaign.steps[0]),
    };
    await server.ask(400, 'POST', '/api/openclaw/campaigns', agent.key, tooMany);
  });

  it('is told of a booking at Calendly, which makes a lead, logs a touchpoint and sets off the campaign', async () => {
    const hook = hookOf(server.app, server.calendly);
    const invitee = { email: 'alan@bletchley.example', name: 'Alan Turing' };
    expect(await postCalendly(hook, 'invitee.created', invitee, server.clock.now())).toBe(202);
    const { leads: listed } = await call('GET', '/api/openclaw/leads');
    expect(listed[0]).toMatchObject({ firstName: 'Alan', email: 'alan@bletchley.example' });
    agent.leads['alan'] = listed[0].id;
    const { touchpoints } = await call('GET', `/api/openclaw/touchpoints?leadId=${agent.leads['alan']}`);
    expect(touchpoints).toMatchObject([{ type: 'meeting_booked', channel: 'calendly' }]);
    const mail = await mailTo('alan@bletchley.example');
    expect([mail.subject, mail.text?.trim()]).toEqual(['For Ada', expect.stringContaining('Written for you, Ada.')]);
  });

  it('disconnects Calendly, and finds the documents it is pointed to', async () => {
    await call('DELETE', '/api/openclaw/integrations/calendly');
    expect(await call('GET', '/api/openclaw/integrations/calendly')).toMatchObject({ connected: false });
    for (const path of ['/openapi.json', '/api-docs', '/pricing']) {
      expect((await server.send('GET', path, null)).status).toBe(200);
    }
  });
});
