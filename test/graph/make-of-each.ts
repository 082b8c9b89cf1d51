import type { TestWorkspace } from '../support/workspace.ts';
import type { Ids } from './root-fields.ts';

async function draftOf(graph: TestWorkspace['graph'], lead: string): Promise<string> {
  const { draftEmail } = await graph.ask<{ draftEmail: { email: { id: string } } }>(
    'mutation ($lead: ID!) { draftEmail(leadId: $lead, instructions: "Offer a demo.") { email { id } } }',
    { lead },
  );
  return draftEmail.email.id;
}

/** One of each thing that can be named. Made anew for each field, since some end what they are given. */
export async function makeOfEach({ graph, orgId, widgetId }: TestWorkspace): Promise<Ids> {
  type Made = Record<string, Record<string, { id: string }>>;
  const made = await graph.ask<Made>(
    `mutation ($widgetId: ID!, $stage: String!, $field: String!, $spare: String!) {
      createWebhookEndpoint(input: { url: "http://127.0.0.1:9/", format: STANDARD, types: [LEAD_CREATED] }) { endpoint { id } }
      createLead(input: { name: "Ada", email: "ada@example.com" }) { lead { id } }
      spare: createLead(input: { name: "Eve", email: $spare }) { lead { id } }
      createCampaign(input: { name: "Welcome", trigger: MANUAL, steps: [{ subject: "Hi", body: "Hello", delayHours: 0 }] }) { campaign { id } }
      createCustomField(input: { name: $field, label: "Spare", fieldType: TEXT }) { customField { id } }
      createStage(input: { name: $stage }) { stage { id } }
      createSyncSource(input: { name: "Form", type: FORM_WEBHOOK }) { syncSource { id } }
      submitFeedback(input: { type: BUG, title: "It fails" }) { feedback { id } }
      createAutomationRule(input: { name: "Rule", trigger: CTA_CLICKED, targetStage: "won" }) { rule { id } }
      sendVisitorMessage(widgetId: $widgetId, input: { message: "Hello" }) { conversation { id } }
      createTask(input: { type: OTHER, title: "Call" }) { task { id } }
      createApiKey(input: { name: "Spare", dialect: AI93 }) { apiKey { id } }
      createBusiness(input: { name: "North" }) { business { id } }
      createMember(input: { name: "Ada" }) { member { id } }
    }`,
    {
      widgetId,
      stage: crypto.randomUUID(),
      field: `f${crypto.randomUUID().replaceAll('-', '')}`,
      // Leads of one address are lifted together.
      spare: `${crypto.randomUUID()}@example.com`,
    },
  );
  const endpoint = made['createWebhookEndpoint']!['endpoint']!.id;
  const lead = made['createLead']!['lead']!.id;
  const { createNote } = await graph.ask<{ createNote: { note: { id: string } } }>(
    'mutation ($lead: ID!) { createNote(input: { leadId: $lead, body: "Call" }) { note { id } } }',
    { lead },
  );
  const automated =
    '{ type: ENRICHMENT, title: "Look up", leadId: $lead, dueAt: "2100-01-01T00:00:00Z", automated: true }';
  await graph.ask(
    `mutation ($lead: ID!) { one: createTask(input: ${automated}) { task { id } } two: createTask(input: ${automated}) { task { id } } }`,
    { lead },
  );
  const { jobs } = await graph.ask<{ jobs: { nodes: { id: string }[] } }>('{ jobs(first: 2) { nodes { id } } }');
  const campaign = made['createCampaign']!['campaign']!.id;
  const { enrolLead } = await graph.ask<{ enrolLead: { enrolment: { id: string } } }>(
    'mutation ($campaign: ID!, $lead: ID!) { enrolLead(campaignId: $campaign, leadId: $lead) { enrolment { id } } }',
    { campaign, lead },
  );
  type Listed = Record<'webhookDeliveries' | 'playbooks', { nodes: { id: string }[] }>;
  const { webhookDeliveries, playbooks } = await graph.ask<Listed>(
    'query ($endpoint: ID) { webhookDeliveries(endpointId: $endpoint) { nodes { id } } playbooks { nodes { id } } }',
    { endpoint },
  );
  return {
    lead,
    feedback: made['submitFeedback']!['feedback']!.id,
    organisation: `org_${orgId}`,
    field: made['createCustomField']!['customField']!.id,
    stage: made['createStage']!['stage']!.id,
    syncSource: made['createSyncSource']!['syncSource']!.id,
    rule: made['createAutomationRule']!['rule']!.id,
    note: createNote.note.id,
    campaign,
    enrolment: enrolLead.enrolment.id,
    email: await draftOf(graph, lead),
    spareLead: made['spare']!['lead']!.id,
    playbook: playbooks.nodes[0]!.id,
    conversation: made['sendVisitorMessage']!['conversation']!.id,
    task: made['createTask']!['task']!.id,
    widget: widgetId,
    endpoint,
    delivery: webhookDeliveries.nodes[0]!.id,
    key: made['createApiKey']!['apiKey']!.id,
    business: made['createBusiness']!['business']!.id,
    job: jobs.nodes[0]!.id,
    spareJob: jobs.nodes[1]!.id,
    member: made['createMember']!['member']!.id,
  };
}
