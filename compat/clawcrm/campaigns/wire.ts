import { exampleId } from '../../../src/ids.ts';
import { z } from 'zod';
import { queryObject, strictObject } from '../../route/strict-object.ts';
import { graphValue, wordsOf } from '../../route/words.ts';
import {
  conditionFields,
  touchTriggerWords,
  toGraphConditions,
  toWireConditions,
} from '../automation-rules/condition-wire.ts';
import { envelope } from '../envelope.ts';
import type { CampaignRowFragment, CampaignTrigger, EnrolmentRowFragment } from '../generated/operations.ts';
import { exampleLeadId, fromGraphLeadId } from '../ids.ts';
import { paging } from '../paging.ts';
import { instant } from '../../route/scalars.ts';

const triggerWords = {
  ...touchTriggerWords,
  STAGE_CHANGED: 'stage_changed',
  MANUAL: 'manual',
} as const satisfies Record<CampaignTrigger, string>;

const toTrigger = graphValue(triggerWords);

const statusWords = { ACTIVE: 'active', COMPLETED: 'completed', STOPPED: 'stopped' } as const satisfies Record<
  EnrolmentRowFragment['status'],
  string
>;

const id = z.string().meta({ example: exampleId('Campaign') });
const trigger = z.enum(wordsOf(triggerWords));
const flexible = z.record(z.string(), z.unknown());
const step = strictObject({
  subject: z.string().meta({ description: '1 to 500 characters; placeholders are filled in when it is sent.' }),
  body: z.string().meta({ description: '1 to 50,000 characters; placeholders are filled in when it is sent.' }),
  delayHours: z.int().min(0).max(8760).meta({ description: 'Hours after the mail before it, or after the enrolment.' }),
}).meta({ id: 'ClawcrmCampaignStep' });

const conditions = strictObject({
  ...conditionFields,
  toStage: z.string().nullish().meta({ description: 'With the trigger stage_changed only.' }),
}).meta({ id: 'ClawcrmCampaignConditions', description: 'Stages by name, key or id.' });

const WireCampaign = z
  .strictObject({
    id,
    name: z.string(),
    trigger,
    conditions: conditions.nullable(),
    ai_enabled: z.boolean(),
    ai_config: z.unknown().meta({ description: 'Flexible; null where there is none.' }),
    steps: z.array(step),
    enabled: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ClawcrmCampaign' });

export const WireCampaignQuery = queryObject(paging);

export const WireCampaignList = envelope({
  campaigns: z.array(WireCampaign),
  total: z.int(),
  limit: z.int(),
  offset: z.int(),
}).meta({ id: 'ClawcrmCampaignList' });

export const WireCampaignMade = envelope({ id, campaign: WireCampaign }).meta({ id: 'ClawcrmCampaignMade' });

export const WireNewCampaign = strictObject({
  name: z.string(),
  trigger,
  conditions: conditions.nullish(),
  ai_enabled: z.boolean().optional(),
  ai_config: flexible.nullish().meta({ description: 'Flexible: model, tone, maxRetries; at most 64 KiB.' }),
  steps: z.array(step).meta({ description: '1 to 8 mails, in order.' }),
}).meta({ id: 'ClawcrmNewCampaign' });

export const WireEnrol = strictObject({
  leadId: z.string().meta({ example: exampleLeadId }),
}).meta({ id: 'ClawcrmEnrol' });

export const WireEnrolled = envelope({
  id: z.string(),
  enrollment: z.strictObject({
    id: z.string(),
    campaignId: id,
    leadId: z.string(),
    status: z.enum(wordsOf(statusWords)),
    createdAt: instant,
  }),
  scheduled: z.array(z.strictObject({ step: z.int(), dueAt: instant })),
}).meta({ id: 'ClawcrmEnrolled' });

export const toNewCampaign = (body: z.output<typeof WireNewCampaign>) => ({
  name: body.name,
  trigger: toTrigger(body.trigger),
  conditions: body.conditions && {
    ...toGraphConditions(body.conditions),
    toStage: body.conditions.toStage,
  },
  aiEnabled: body.ai_enabled,
  aiConfig: body.ai_config,
  steps: body.steps,
});

/** A stage that is gone is shown by its id. */
const toConditions = (row: NonNullable<CampaignRowFragment['conditions']>): z.input<typeof conditions> => ({
  ...toWireConditions(row),
  toStage: row.toStage?.name ?? row.toStageId,
});

export const toClawcrmCampaign = (row: CampaignRowFragment): z.input<typeof WireCampaign> => ({
  id: row.id,
  name: row.name,
  trigger: triggerWords[row.trigger],
  conditions: row.conditions && toConditions(row.conditions),
  ai_enabled: row.aiEnabled,
  ai_config: row.aiConfig,
  steps: [...row.steps],
  enabled: row.enabled,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

export const toEnrollment = ({ id: enrolmentId, campaignId, leadId, status, createdAt }: EnrolmentRowFragment) => ({
  id: enrolmentId,
  campaignId,
  leadId: fromGraphLeadId(leadId),
  status: statusWords[status],
  createdAt,
});
