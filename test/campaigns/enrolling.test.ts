import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Campaigns, mail, openCampaigns } from './workspace.ts';

let world: Campaigns;
beforeAll(async () => void (world = await openCampaigns()));
afterAll(() => world.app.close());

describe('enrolling a lead by hand', () => {
  it('lays the mails in the queue as they stand, when their delays and the limits let them', async () => {
    const leadId = await world.lead();
    const campaignId = await world.campaign({
      trigger: 'QUIZ_COMPLETED',
      conditions: { tier: 'HIGH' },
      steps: [mail(), mail(), mail(), mail(), mail(72)],
    });
    const start = world.clock.now().getTime();
    const { enrolLead } = await world.graph.ask<{ enrolLead: object }>(
      `mutation ($campaignId: ID!, $leadId: ID!) {
        enrolLead(campaignId: $campaignId, leadId: $leadId) {
          enrolment { status trigger stopReason campaignName campaign { id } lead { id } }
          scheduledEmails { step subject body dueAt state sentAt campaignId leadId enrolment { status } }
        }
      }`,
      { campaignId, leadId },
    );
    const queued = (step: number, hours: number) => ({
      step,
      subject: 'Hi {{firstName}}',
      body: 'Hello {{firstName}}',
      dueAt: new Date(start + hours * 3_600_000).toISOString(),
      state: 'QUEUED',
      sentAt: null,
      campaignId,
      leadId,
      enrolment: { status: 'ACTIVE' },
    });
    expect(enrolLead).toEqual({
      enrolment: {
        status: 'ACTIVE',
        trigger: 'MANUAL',
        stopReason: null,
        campaignName: 'Welcome',
        campaign: { id: campaignId },
        lead: { id: leadId },
      },
      scheduledEmails: [queued(1, 0), queued(2, 1), queued(3, 2), queued(4, 24), queued(5, 72)],
    });
    expect(await world.events(leadId)).toEqual(['campaign.enrolled']);
    const rows = await world.emails(leadId);
    expect(rows.map(({ step, state }) => [step, state])).toEqual([1, 2, 3, 4, 5].map((step) => [step, 'QUEUED']));
  });

  it('leaves a row in the audit log', async () => {
    const { data } = await world.enrol(await world.campaign(), await world.lead());
    const id = data?.enrolLead.enrolment.id;
    expect(await world.graph.ask('query ($id: ID) { auditLog(subjectId: $id) { nodes { action } } }', { id })).toEqual({
      auditLog: { nodes: [{ action: 'campaign.enrolled' }] },
    });
  });

  it('keeps the mails as they were queued when the campaign changes', async () => {
    const leadId = await world.lead();
    const campaignId = await world.campaign();
    await world.enrol(campaignId, leadId);
    await world.graph.ask(
      `mutation ($id: ID!) { updateCampaign(id: $id, input: { steps: [{ subject: "New", body: "New", delayHours: 9 }] }) { campaign { id } } }`,
      { id: campaignId },
    );
    expect((await world.emails(leadId)).map(({ body }) => body)).toEqual(['Hello {{firstName}}']);
  });

  it('is for a key locked to a business with its own leads', async () => {
    const { createBusiness } = await world.graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
    );
    const { id: businessId } = createBusiness.business;
    const locked = await world.keyOf(['campaigns:write', 'campaigns:read'], businessId);
    const campaignId = await world.campaign();
    const [own, other] = [await world.lead({ businessId }), await world.lead()];
    expect((await locked.send(world.enrolMutation, { campaignId, leadId: own })).errors).toEqual([]);
    expect(await locked.refusal(world.enrolMutation, { campaignId, leadId: other })).toBe('NOT_FOUND');
    await world.enrol(campaignId, other);
    const seen = await locked.ask<object>(
      'query ($id: ID!) { campaign(id: $id) { enrolments { totalCount nodes { leadId } } } }',
      {
        id: campaignId,
      },
    );
    expect(seen).toEqual({ campaign: { enrolments: { totalCount: 1, nodes: [{ leadId: own }] } } });
  });
});

describe('a guardrail refuses', () => {
  it('a lead that was ever enrolled in the campaign', async () => {
    const [campaignId, leadId] = [await world.campaign(), await world.lead()];
    const { data } = await world.enrol(campaignId, leadId);
    expect(await world.refusal(campaignId, leadId)).toEqual(['CONFLICT', 'already_enrolled']);
    await world.graph.ask('mutation ($id: ID!) { stopEnrolment(id: $id) { enrolment { id } } }', {
      id: data?.enrolLead.enrolment.id,
    });
    expect(await world.refusal(campaignId, leadId)).toEqual(['CONFLICT', 'already_enrolled']);
  });

  it('a campaign that is disabled', async () => {
    const [campaignId, leadId] = [await world.campaign(), await world.lead()];
    const set = (enabled: boolean) =>
      world.graph.ask(
        'mutation ($id: ID!, $enabled: Boolean!) { updateCampaign(id: $id, input: { enabled: $enabled }) { campaign { id } } }',
        { id: campaignId, enabled },
      );
    await set(false);
    expect(await world.refusal(campaignId, leadId)).toEqual(['CONFLICT', 'campaign_disabled']);
    await set(true);
    expect((await world.enrol(campaignId, leadId)).errors).toEqual([]);
  });

  it.each(['CONVERTED', 'CLOSED', 'SPAM'])('a lead that is %s', async (status) => {
    expect(await world.refusal(await world.campaign(), await world.lead({ status }))).toEqual([
      'CONFLICT',
      'lead_closed',
    ]);
  });

  it('a lead without an e-mail address', async () => {
    expect(await world.refusal(await world.campaign(), await world.lead({ email: null }))).toEqual([
      'CONFLICT',
      'no_email',
    ]);
  });

  it('a deleted lead as if it were not there, until it is restored', async () => {
    const [campaignId, leadId] = [await world.campaign(), await world.lead()];
    await world.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: leadId });
    expect(await world.refusal(campaignId, leadId)).toEqual(['NOT_FOUND', undefined]);
    await world.graph.ask('mutation ($id: ID!) { restoreLead(id: $id) { lead { id } } }', { id: leadId });
    expect((await world.enrol(campaignId, leadId)).errors).toEqual([]);
  });

  it('a lead that unsubscribed, with another address too, until a person lifts it', async () => {
    const [campaignId, leadId] = [await world.campaign(), await world.lead()];
    const unsubscribe = 'mutation ($id: ID!) { unsubscribeLead(id: $id) { lead { unsubscribedAt } } }';
    const at = world.clock.now().toISOString();
    expect(await world.graph.ask(unsubscribe, { id: leadId })).toEqual({
      unsubscribeLead: { lead: { unsubscribedAt: at } },
    });
    expect(await world.refusal(campaignId, leadId)).toEqual(['CONFLICT', 'unsubscribed']);
    await world.change(leadId, { email: `${crypto.randomUUID()}@example.com` });
    expect(await world.refusal(campaignId, leadId)).toEqual(['CONFLICT', 'unsubscribed']);
    const listed = '{ leads(filter: { unsubscribed: true }) { nodes { id } } }';
    expect(await world.graph.ask(listed)).toEqual({ leads: { nodes: [{ id: leadId }] } });
    await world.graph.ask('mutation ($id: ID!) { resubscribeLead(id: $id) { lead { id } } }', { id: leadId });
    expect(await world.graph.ask(listed)).toEqual({ leads: { nodes: [] } });
    expect((await world.enrol(campaignId, leadId)).errors).toEqual([]);
  });

  it('a lead whose address bounced, until it has another one', async () => {
    const [campaignId, leadId] = [await world.campaign(), await world.lead()];
    const bounce = 'mutation ($id: ID!) { markEmailBounced(id: $id) { lead { emailBouncedAt } } }';
    const bounced = { markEmailBounced: { lead: { emailBouncedAt: world.clock.now().toISOString() } } };
    expect(await world.graph.ask(bounce, { id: leadId })).toEqual(bounced);
    expect(await world.refusal(campaignId, leadId)).toEqual(['CONFLICT', 'email_bounced']);
    await world.change(leadId, { company: 'Acme' });
    expect(await world.refusal(campaignId, leadId)).toEqual(['CONFLICT', 'email_bounced']);
    await world.change(leadId, { email: `${crypto.randomUUID()}@example.com` });
    expect((await world.enrol(campaignId, leadId)).errors).toEqual([]);
  });

  it('a lead that another campaign wrote to, for 48 hours from its last mail', async () => {
    const leadId = await world.lead();
    await world.enrol(await world.campaign({ steps: [mail(), mail(24)] }), leadId);
    const start = world.clock.now().getTime();
    const campaignId = await world.campaign();
    const retryAt = new Date(start + (24 + 48) * 3_600_000).toISOString();
    expect(await world.refusal(campaignId, leadId)).toEqual(['CONFLICT', 'cooldown', retryAt]);
    world.clock.advance(72 * 3_600_000 - 1);
    const { errors } = await world.enrol(campaignId, leadId);
    expect(errors[0]?.extensions).toMatchObject({ reason: 'cooldown', retryAt, retryAfterSeconds: 1 });
    world.clock.advance(1);
    expect((await world.enrol(campaignId, leadId)).errors).toEqual([]);
  });

  it('counts the cooldown from when a mail went out, where that was later than it was due', async () => {
    const leadId = await world.lead();
    await world.enrol(await world.campaign(), leadId);
    world.hours(5);
    const sentAt = world.clock.now();
    const [queued] = await world.emails(leadId);
    await world.app.database.prisma.scheduledEmail.updateMany({
      where: { id: queued!.id },
      data: { state: 'SENT', sentAt },
    });
    const retryAt = new Date(sentAt.getTime() + 48 * 3_600_000).toISOString();
    expect(await world.refusal(await world.campaign(), leadId)).toEqual(['CONFLICT', 'cooldown', retryAt]);
  });

  it('and nothing is written', async () => {
    const leadId = await world.lead({ email: null });
    const campaignId = await world.campaign();
    const cursor = await world.graph.ask('{ eventCursor }');
    await world.refusal(campaignId, leadId);
    expect([await world.graph.ask('{ eventCursor }'), await world.emails(leadId)]).toEqual([cursor, []]);
  });
});

describe('at once', () => {
  const times = (count: number) => Array.from({ length: count }, (_, index) => index);

  it('50 enrolments of a lead in a campaign make one', async () => {
    const [campaignId, leadId] = [await world.campaign({ steps: [mail(), mail(1)] }), await world.lead()];
    const answers = await Promise.all(times(50).map(() => world.enrol(campaignId, leadId)));
    const refused = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['reason']));
    expect(refused).toEqual(times(49).map(() => 'already_enrolled'));
    expect(await world.enrolments(leadId)).toHaveLength(1);
    expect(await world.emails(leadId)).toHaveLength(2);
    expect(await world.events(leadId)).toEqual(['campaign.enrolled']);
  });

  it('enrolments in five campaigns end up in one of them', async () => {
    const leadId = await world.lead();
    const campaigns = await Promise.all(times(5).map(() => world.campaign({ steps: [mail(), mail(1)] })));
    const answers = await Promise.all(campaigns.map((id) => world.enrol(id, leadId)));
    const refused = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['reason']));
    expect(refused).toEqual(times(4).map(() => 'cooldown'));
    expect(await world.enrolments(leadId)).toHaveLength(1);
    expect(await world.emails(leadId)).toHaveLength(2);
  });

  it('enrolments of many leads, and the end of the campaign, leave no mail of a campaign that is gone', async () => {
    const campaignId = await world.campaign();
    const leads = await Promise.all(times(10).map(() => world.lead()));
    const remove = 'mutation ($id: ID!) { deleteCampaign(id: $id) { campaign { id } } }';
    const [removed, ...answers] = await Promise.all([
      world.graph.send(remove, { id: campaignId }),
      ...leads.map((id) => world.enrol(campaignId, id)),
    ]);
    expect(removed.errors).toEqual([]);
    const codes = new Set(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code'])));
    expect([[], ['NOT_FOUND']]).toContainEqual([...codes]);
    expect((await Promise.all(leads.map(world.emails))).flat()).toEqual([]);
  });

  it('an enrolment and a bounce leave nothing in the queue', async () => {
    const campaignId = await world.campaign();
    const leads = await Promise.all(times(10).map(() => world.lead()));
    await Promise.all(
      leads.flatMap((id) => [
        world.enrol(campaignId, id),
        world.graph.ask('mutation ($id: ID!) { markEmailBounced(id: $id) { lead { id } } }', { id }),
      ]),
    );
    const emails = (await Promise.all(leads.map(world.emails))).flat();
    expect(emails.filter(({ state }) => state !== 'SKIPPED')).toEqual([]);
  });
});
