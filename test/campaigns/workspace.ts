import { createTestClock, startTestApp, type TestAppOptions } from '../support/app.ts';
import { createGraphClient } from '../support/graph-client.ts';

type Identified = { readonly id: string };

export type Enrolment = Identified & {
  readonly status: string;
  readonly trigger: string;
  readonly stopReason: string | null;
  readonly campaignName: string | null;
};

export const mail = (delayHours = 0) => ({ subject: 'Hi {{firstName}}', body: 'Hello {{firstName}}', delayHours });

/** A workspace whose clock stands still until it is told to move, and what campaigns are tried with. */
export async function openCampaigns(options: Omit<TestAppOptions, 'clock'> = {}) {
  const clock = createTestClock();
  const app = await startTestApp({ ...options, clock });
  const workspace = await app.workspace();
  const { graph, orgId } = workspace;
  const { prisma } = app.database;

  const enrolMutation =
    'mutation ($campaignId: ID!, $leadId: ID!) { enrolLead(campaignId: $campaignId, leadId: $leadId) { enrolment { id } } }';
  const enrolment = 'id status trigger stopReason campaignName';

  return {
    ...workspace,
    app,
    clock,
    enrolMutation,
    hours: (count: number) => clock.advance(count * 3_600_000),

    /** A campaign of one mail at once, started by hand, where nothing else is said. */
    async campaign(input: object = {}): Promise<string> {
      const made = await graph.ask<{ createCampaign: { campaign: Identified } }>(
        'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } } }',
        { input: { name: 'Welcome', trigger: 'MANUAL', steps: [mail()], ...input } },
      );
      return made.createCampaign.campaign.id;
    },

    async lead(input: object = {}): Promise<string> {
      const made = await graph.ask<{ createLead: { lead: Identified } }>(
        'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
        { input: { firstName: 'Ada', email: `${crypto.randomUUID()}@example.com`, ...input } },
      );
      return made.createLead.lead.id;
    },

    change: (leadId: string, input: object) =>
      graph.ask(
        'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }',
        {
          id: leadId,
          input,
        },
      ),

    touch: (leadId: string, type: string) =>
      graph.ask('mutation ($input: RecordTouchpointInput!) { recordTouchpoint(input: $input) { lead { id } } }', {
        input: { leadId, type },
      }),

    enrol: (campaignId: string, leadId: string) =>
      graph.send<{ enrolLead: { enrolment: Identified } }>(enrolMutation, { campaignId, leadId }),

    /** What the guardrails say: the reason, and when to try again. */
    async refusal(campaignId: string, leadId: string) {
      const { errors } = await graph.send(enrolMutation, { campaignId, leadId });
      const { code, reason, retryAt } = errors[0]?.extensions ?? {};
      return retryAt === undefined ? [code, reason] : [code, reason, retryAt];
    },

    /** The lead's enrolments, newest first. */
    async enrolments(leadId: string): Promise<readonly Enrolment[]> {
      const { lead } = await graph.ask<{ lead: { enrolments: { nodes: Enrolment[] } } }>(
        `query ($id: ID!) { lead(id: $id) { enrolments { nodes { ${enrolment} } } } }`,
        { id: leadId },
      );
      return lead.enrolments.nodes;
    },

    /** The mails to a lead, straight from their table. */
    emails: (leadId: string) =>
      prisma.scheduledEmail.findMany({
        where: { orgId, leadId: leadId.slice('ld_'.length) },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      }),

    /** The campaigns' events of a lead, oldest first. */
    async events(leadId: string): Promise<string[]> {
      const rows = await prisma.event.findMany({
        where: { orgId, leadId: leadId.slice('ld_'.length), type: { startsWith: 'campaign.' } },
        orderBy: { position: 'asc' },
      });
      return rows.map(({ type }) => type);
    },

    async keyOf(scopes: readonly string[], businessId: string | null = null) {
      const { createApiKey } = await graph.ask<{ createApiKey: { secret: string } }>(
        'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }',
        { input: { name: 'Further', dialect: 'GRAPHQL', scopes, businessId } },
      );
      return createGraphClient(app.url, createApiKey.secret);
    },
  };
}

export type Campaigns = Awaited<ReturnType<typeof openCampaigns>>;
