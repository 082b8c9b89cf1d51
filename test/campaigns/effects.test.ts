import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Campaigns, mail, openCampaigns } from './workspace.ts';

let world: Campaigns;
beforeAll(async () => void (world = await openCampaigns()));
afterAll(() => world.app.close());
afterEach(async () => void (await world.app.database.prisma.campaign.updateMany({ data: { enabled: false } })));

const shown =
  'campaignEffects { campaignId campaignName enrolledLeads queuedEmails endedEnrolments cancelledEmails stopReason }';
const none = { enrolledLeads: 0, queuedEmails: 0, endedEnrolments: 0, cancelledEmails: 0, stopReason: null };

/** What a mutation answers of campaigns, which takes one id. */
async function effects(call: string, id: string | undefined): Promise<unknown> {
  const [name = ''] = call.split('(');
  const answer = await world.graph.ask<Record<string, { campaignEffects: unknown }>>(
    `mutation ($id: ID!) { ${call} { ${shown} } }`,
    { id },
  );
  return answer[name]?.campaignEffects;
}

async function enrolled() {
  const leadId = await world.lead();
  const campaignId = await world.campaign({ name: 'Welcome', steps: [mail(1), mail(24)] });
  const { data } = await world.enrol(campaignId, leadId);
  return { leadId, campaignId, enrolmentId: data?.enrolLead.enrolment.id };
}

const send = async (leadId: string, step: number) => {
  const sent = { state: 'SENT', sentAt: new Date(0) } as const;
  await world.app.database.prisma.scheduledEmail.updateMany({ where: { leadId: leadId.slice(3), step }, data: sent });
};

describe('what ended is told, with the mails that were still queued,', () => {
  it.each([
    ['updateLead(id: $id, input: { status: CLOSED })', 'lead_closed'],
    ['replaceLead(id: $id, input: { firstName: "Ada", status: SPAM })', 'lead_spam'],
    ['recordLeadReply(id: $id)', 'lead_replied'],
    ['recordTouchpoint(input: { leadId: $id, type: REPLY })', 'lead_replied'],
    ['markEmailBounced(id: $id)', 'email_bounced'],
    ['unsubscribeLead(id: $id)', 'unsubscribed'],
    ['deleteLead(id: $id)', 'lead_deleted'],
    ['purgeLead(id: $id)', null],
  ])('by %s', async (call, stopReason) => {
    const { leadId, campaignId } = await enrolled();
    await send(leadId, 1);
    const effect = { ...none, campaignId, campaignName: 'Welcome', endedEnrolments: 1, cancelledEmails: 1, stopReason };
    expect(await effects(call, leadId)).toEqual([effect]);
  });

  it('by purgeLead, drafts too', async () => {
    const { leadId, campaignId } = await enrolled();
    await world.app.database.prisma.scheduledEmail.updateMany({
      where: { leadId: leadId.slice(3), step: 1 },
      data: { state: 'DRAFT' },
    });
    const effect = { ...none, campaignId, campaignName: 'Welcome', endedEnrolments: 1, cancelledEmails: 2 };
    expect(await effects('purgeLead(id: $id)', leadId)).toEqual([effect]);
  });

  it('by stopEnrolment, once', async () => {
    const { campaignId, enrolmentId } = await enrolled();
    const call = 'stopEnrolment(id: $id, reason: "Called")';
    const effect = { endedEnrolments: 1, cancelledEmails: 2, stopReason: 'Called' };
    expect(await effects(call, enrolmentId)).toEqual([{ ...none, campaignId, campaignName: 'Welcome', ...effect }]);
    expect(await effects(call, enrolmentId)).toEqual([]);
  });

  it('by deleteCampaign, of all its leads', async () => {
    const { leadId, campaignId } = await enrolled();
    for (const id of [await world.lead(), await world.lead()]) await world.enrol(campaignId, id);
    await world.change(leadId, { status: 'CLOSED' });
    const effect = { ...none, campaignId, campaignName: 'Welcome', endedEnrolments: 2, cancelledEmails: 4 };
    expect(await effects('deleteCampaign(id: $id)', campaignId)).toEqual([effect]);
    expect(await effects('deleteCampaign(id: $id)', await world.campaign())).toEqual([]);
  });
});

describe('a campaign that enrols is told', () => {
  const moved = { name: 'Moved', trigger: 'STAGE_CHANGED', steps: [mail(), mail(), mail()] };

  it.each([
    'updateLead(id: $id, input: { stage: "qualified" })',
    'replaceLead(id: $id, input: { firstName: "Ada", email: "ada@example.com", stage: "qualified" })',
  ])('by %s', async (call) => {
    const campaignId = await world.campaign(moved);
    const effect = { ...none, campaignId, campaignName: 'Moved', enrolledLeads: 1, queuedEmails: 3 };
    expect(await effects(call, await world.lead())).toEqual([effect]);
  });

  it('by a touchpoint whose rule moves the lead, in enrolledIn too', async () => {
    const campaignId = await world.campaign(moved);
    await world.graph.ask(
      'mutation { createAutomationRule(input: { name: "Clicked", trigger: CTA_CLICKED, targetStage: "qualified" }) { rule { id } } }',
    );
    const mutation = `mutation ($id: ID!) { recordTouchpoint(input: { leadId: $id, type: CTA_CLICKED }) { enrolledIn ${shown} } }`;
    expect(await world.graph.ask(mutation, { id: await world.lead() })).toEqual({
      recordTouchpoint: {
        enrolledIn: ['Moved'],
        campaignEffects: [{ ...none, campaignId, campaignName: 'Moved', enrolledLeads: 1, queuedEmails: 3 }],
      },
    });
  });

  it('in one sum by deleteStage, over all its writes', async () => {
    const { createStage } = await world.graph.ask<{ createStage: { stage: { id: string } } }>(
      'mutation { createStage(input: { name: "Full" }) { stage { id } } }',
    );
    // One write moves a hundred.
    const count = 101;
    const { prisma } = world.app.database;
    const id = (await world.lead({ stage: 'Full' })).slice('ld_'.length);
    const row = await prisma.lead.findFirstOrThrow({ where: { id } });
    const { orgId, stageId, source, email, createdAt, updatedAt } = row;
    const further = Array.from(
      { length: count - 1 },
      (_, index) => `${id.slice(0, -4)}${(id.at(-4) === '1' ? 5000 : 1000) + index}`,
    );
    const origin = { source, targetType: 'customer_lead', context: {} };
    const shared = { orgId, stageId, ...origin, email, createdAt, updatedAt };
    await prisma.lead.createMany({ data: further.map((other) => ({ ...shared, id: other })) });
    const campaignId = await world.campaign(moved);
    const effect = { ...none, campaignId, campaignName: 'Moved', enrolledLeads: count, queuedEmails: 3 * count };
    expect(await effects('deleteStage(id: $id)', createStage.stage.id)).toEqual([effect]);
  });
});

it('a write that campaigns make nothing of tells of none', async () => {
  const { leadId } = await enrolled();
  expect(await effects('updateLead(id: $id, input: { company: "Acme", stage: "qualified" })', leadId)).toEqual([]);
});
