import { createRule } from '../../../domain/automation/create-rule.ts';
import { createCampaign } from '../../../domain/campaigns/create-campaign.ts';
import { createCustomField } from '../../../domain/fields/create-custom-field.ts';
import { createPlaybook } from '../../../domain/playbooks/create-playbook.ts';
import { createSyncSource } from '../../../domain/sync-sources/create-sync-source.ts';
import type { DomainContext } from '../../../domain/context.ts';

/** How the team works with its leads: fields of its own, rules, campaigns, a playbook and where leads come from. */
export async function setUpPipeline(admin: DomainContext): Promise<void> {
  await createCustomField(admin, {
    name: 'kitchenStyle',
    label: 'Kitchen style',
    fieldType: 'SELECT',
    options: ['Shaker', 'Modern', 'Classic', 'Industrial'],
  });
  await createCustomField(admin, { name: 'roomSize', label: 'Room size in m²', fieldType: 'NUMBER' });
  await createCustomField(admin, { name: 'installBy', label: 'Wanted by', fieldType: 'DATE' });
  await createRule(admin, {
    name: 'A booked visit is a qualified lead',
    trigger: 'MEETING_BOOKED',
    conditions: { fromStage: 'contacted' },
    targetStage: 'qualified',
    priority: 10,
  });
  await createRule(admin, {
    name: 'Looked at the quote twice',
    trigger: 'PROPOSAL_VIEWED',
    conditions: { fromStage: 'qualified', minViewCount: 2 },
    targetStage: 'proposal',
  });
  await createRule(admin, {
    name: 'Silent for three weeks',
    trigger: 'NO_TOUCH',
    conditions: { fromStage: 'contacted', minDaysSinceTouch: 21 },
    targetStage: 'lost',
    enabled: false,
  });
  await setUpCampaigns(admin);
}

async function setUpCampaigns(admin: DomainContext): Promise<void> {
  await createCampaign(admin, {
    name: 'After the quote',
    trigger: 'PROPOSAL_VIEWED',
    steps: [
      { subject: 'Your kitchen, drawn', body: 'Here is the drawing we talked about.', delayHours: 24 },
      { subject: 'Any questions?', body: 'Reply to this mail, or book a call.', delayHours: 72 },
      { subject: 'We hold your date until Friday', body: 'Then somebody else may have it.', delayHours: 120 },
    ],
  });
  await createCampaign(admin, {
    name: 'From the fair',
    trigger: 'MANUAL',
    steps: [
      { subject: 'Nice to meet you', body: 'Here is the catalogue you asked for.', delayHours: 1 },
      { subject: 'Come and see it', body: 'The showroom is open until eight on Thursdays.', delayHours: 96 },
    ],
  });
  await createPlaybook(admin, {
    name: 'Restaurant and café fit-out',
    description: 'Work in a running business: what to settle before anybody measures.',
    tier: 'HIGH',
    stageKey: 'qualified',
    steps: [
      {
        title: 'Ask for opening hours',
        instructions: 'Fitting happens outside of them.',
        channel: 'phone',
        waitDays: 0,
      },
      { title: 'Send the hygiene sheet', instructions: 'Materials and certificates.', channel: 'email', waitDays: 1 },
      { title: 'Offer two dates', instructions: 'A Monday and a night.', channel: 'phone', waitDays: 3 },
    ],
  });
  await createSyncSource(admin, { name: 'Shared mailbox', type: 'GMAIL', targetStage: 'new', enabled: false });
  await createSyncSource(admin, { name: 'Fair sign-up form', type: 'FORM_WEBHOOK', enabled: false });
}
