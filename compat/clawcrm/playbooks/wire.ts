import { exampleLeadId } from '../ids.ts';
import { exampleId } from '../../../src/ids.ts';
import { z } from 'zod';
import { leadTierWords } from '../../lead-mapping.ts';
import { queryObject, strictObject } from '../../route/strict-object.ts';
import { wordOrNull, wordsOf } from '../../route/words.ts';
import { envelope } from '../envelope.ts';
import type { PlaybookRowFragment } from '../generated/operations.ts';
import { instant, text } from '../../route/scalars.ts';

const tier = z.enum(wordsOf(leadTierWords));

const stepFields = {
  title: z.string(),
  instructions: z.string(),
  channel: text.meta({ description: 'By which way: email, phone, linkedin, meeting or the like.' }),
  waitDays: z.int().meta({ description: 'Days to let pass after the contact before.' }),
};

const WirePlaybook = z
  .strictObject({
    id: z.string().meta({ example: exampleId('Playbook') }),
    name: z.string(),
    description: text,
    tier: tier.nullable().meta({ description: 'The tier of leads it is for; null is any.' }),
    stage: text.meta({ description: 'The key of the stage it is for; null is any.', example: 'closed-won' }),
    steps: z.array(z.strictObject(stepFields).meta({ id: 'ClawcrmPlaybookStep' })),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ClawcrmPlaybook' });

export const WirePlaybookList = envelope({
  playbooks: z.array(WirePlaybook),
  total: z.int().meta({ description: 'How many match: a workspace has at most 100.' }),
}).meta({ id: 'ClawcrmPlaybookList' });

export const WirePlaybookQuery = queryObject({
  tier: tier.optional().meta({ description: 'For leads of this tier, or of any.' }),
  stage: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'For leads in this stage, or in any: its name, key or id.', example: 'new' }),
});

export const WireRecommendationRequest = strictObject({
  leadId: z.string().meta({ example: exampleLeadId }),
}).meta({ id: 'ClawcrmRecommendationRequest' });

export const WireRecommendation = envelope({
  leadId: z.string(),
  playbook: WirePlaybook.nullable().meta({ description: 'Null where no playbook is for such a lead.' }),
  reason: z.string().meta({ description: 'Why this playbook, and how far the lead has come in it.' }),
  nextStep: z
    .strictObject({
      number: z.int().meta({ description: 'Its place in the playbook, from 1.' }),
      ...stepFields,
      dueAt: instant.meta({ description: 'The earliest time for it.' }),
      isDue: z.boolean(),
    })
    .nullable()
    .meta({ description: 'Null where there is no playbook, or every step was taken.' }),
  suggestedAction: z.string().meta({ description: 'What to do now, in a sentence.' }),
}).meta({ id: 'ClawcrmRecommendation' });

export const toClawcrmPlaybook = ({
  tier,
  stageKey,
  ...playbook
}: PlaybookRowFragment): z.input<typeof WirePlaybook> => ({
  id: playbook.id,
  name: playbook.name,
  description: playbook.description,
  tier: wordOrNull(leadTierWords, tier),
  stage: stageKey,
  steps: [...playbook.steps],
  createdAt: playbook.createdAt,
  updatedAt: playbook.updatedAt,
});
