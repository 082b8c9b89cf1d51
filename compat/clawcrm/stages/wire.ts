import { exampleId } from '../../../src/ids.ts';
import { z } from 'zod';
import { queryObject, strictObject } from '../../route/strict-object.ts';
import { leadStatusWords } from '../../lead-mapping.ts';
import { wordOrNull } from '../../route/words.ts';
import { envelope } from '../envelope.ts';
import type { StageRowFragment } from '../generated/operations.ts';
import { leadStatus } from '../leads/wire.ts';

const stageFields = {
  id: z.string().meta({ description: 'The stage’s id.', example: exampleId('Stage') }),
  key: z.string().meta({ description: 'Its name as lower-case words joined by hyphens.', example: 'closed-won' }),
  name: z.string().meta({ example: 'Closed Won' }),
  order: z.int().min(0).meta({ description: 'Its place in the pipeline.' }),
  isDefault: z.boolean().meta({ description: 'Whether a lead that names no stage begins here.' }),
  status: leadStatus.nullable().meta({ description: 'What a lead becomes that moves into it; null changes nothing.' }),
};

export const WireStage = z.strictObject(stageFields).meta({ id: 'ClawcrmStage' });

const WireCountedStage = z
  .strictObject({
    ...stageFields,
    leadCount: z.int().min(0).meta({ description: 'How many leads are in it now, of those the key can see.' }),
  })
  .meta({ id: 'ClawcrmCountedStage' });

export const WireStageList = envelope({ stages: z.array(WireCountedStage), total: z.int() }).meta({
  id: 'ClawcrmStageList',
  description: 'The whole pipeline in its order: at most 100 stages.',
});

const { id } = stageFields;

export const WireStageMade = envelope({ id, stage: WireStage }).meta({ id: 'ClawcrmStageMade' });
export const WireStageChanged = envelope({ stage: WireStage }).meta({ id: 'ClawcrmStageChanged' });
export const WireStageDeleted = envelope({
  id,
  movedTo: WireStage.meta({ description: 'Where its leads are now.' }),
  movedLeads: z.int().min(0),
}).meta({ id: 'ClawcrmStageDeleted' });

const order = z.int().min(0).max(10_000);

const carried = leadStatus.nullish().meta({
  description: 'What a lead becomes that moves into it, unless the same call says otherwise; null is nothing.',
});

/** One stage as a body gives it: here and in `setup`. */
export const newStageFields = {
  name: z.string().min(1).max(100).meta({ example: 'Prospects' }),
  order: order.optional().meta({ description: 'Its place in the pipeline; behind the last stage by default.' }),
  isDefault: z.boolean().optional().meta({ description: 'Whether leads that name no stage begin here.' }),
  status: carried,
};

export const WireNewStage = strictObject(newStageFields).meta({ id: 'ClawcrmNewStage' });

export const WireStageUpdate = strictObject({
  id,
  name: z.string().min(1).max(100).optional().meta({ description: 'The key follows it.' }),
  order: order.optional(),
  isDefault: z.boolean().optional(),
  status: carried.meta({ description: 'Leads that are in it keep theirs; null is none.' }),
}).meta({ id: 'ClawcrmStageUpdate', description: 'An absent field stays.' });

export const WireStageDeletion = queryObject({
  id,
  moveTo: z
    .string()
    .optional()
    .meta({ description: 'The name, key or id of the stage its leads move to; the default one by default.' }),
});

/** A stage in this dialect's words, with whatever else was read of it. */
export const toClawcrmStage = <Row extends StageRowFragment>({ status, ...row }: Row) => ({
  ...row,
  status: wordOrNull(leadStatusWords, status),
});
