import { exampleId } from '../../../src/ids.ts';
import { z } from 'zod';
import { strictObject } from '../../route/strict-object.ts';
import { envelope } from '../envelope.ts';
import { newStageFields, WireStage } from '../stages/wire.ts';
import { text } from '../../route/scalars.ts';

/** The document's own sample, section "Step 2: Bootstrap workspace". */
export const setupExample = {
  projectSlug: 'my-company',
  org: { name: 'Acme Corp', industry: 'SaaS', bookingLink: 'https://calendly.com/acme/intro' },
  stages: [
    { name: 'Prospects', order: 0, isDefault: true },
    { name: 'Leads', order: 1 },
    { name: 'Engaged', order: 2 },
    { name: 'Contacted', order: 3 },
    { name: 'Negotiated', order: 4 },
    { name: 'Re-engage later', order: 5 },
    { name: 'Closed Won', order: 6 },
    { name: 'Closed Lost', order: 7 },
  ],
};

const { name, order, isDefault, status } = newStageFields;
const wantedStage = strictObject({
  name,
  order: order.meta({ description: 'Its place in the pipeline; its place in this list by default.' }),
  isDefault: isDefault.meta({ description: 'Whether leads that name no stage begin here; one stage at most.' }),
  status: status.meta({
    description:
      'What a lead becomes that moves into it; null is nothing. By default a stage that is made here carries `converted` or `closed` where its name has the word won or lost, and one that is there keeps its own.',
  }),
});

/** The body, without the name under which its document is listed. */
export const setupBody = strictObject({
  projectSlug: z.string().max(100).nullish().meta({
    description: 'What you call the project: letters, digits, dots, hyphens and underscores.',
    example: 'my-company',
  }),
  org: strictObject({
    name: z.string().min(1).max(200).optional().meta({ example: 'Acme Corp' }),
    industry: z.string().max(200).nullish().meta({ example: 'SaaS' }),
    bookingLink: z
      .string()
      .max(2000)
      .nullish()
      .meta({ description: 'An http(s) address where a meeting can be booked.' }),
  })
    .optional()
    .meta({ description: 'An absent field stays, null clears it.' }),
  stages: z.array(wantedStage).min(1).max(100).optional().meta({
    description:
      'The whole pipeline. Stages that are there by name stay; leads of those that are not listed move to the default one.',
  }),
});

export const WireSetup = setupBody.meta({
  id: 'ClawcrmSetup',
  description: 'Everything may be absent, and what is absent stays.',
});

const setupFields = {
  orgId: z.string().meta({ example: exampleId('Organisation') }),
  projectSlug: text,
  org: z.strictObject({ name: z.string(), industry: text, bookingLink: text }),
  stages: z.array(WireStage),
};

export const WireSetUp = envelope({
  ...setupFields,
  movedLeads: z.int().min(0).meta({ description: 'Leads of removed stages, in the default one now.' }),
}).meta({ id: 'ClawcrmSetUp' });

export const WireSetupHelp = envelope({
  endpoint: z.string(),
  schema: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema of the body.' }),
  example: WireSetup,
  current: z.strictObject(setupFields).meta({ description: 'How the workspace is now.' }),
}).meta({ id: 'ClawcrmSetupHelp' });
