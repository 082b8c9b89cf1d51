import { exampleId } from '../../../src/ids.ts';
import { z } from 'zod';
import { queryObject, strictObject } from '../../route/strict-object.ts';
import { graphValue, wordsOf } from '../../route/words.ts';
import { envelope } from '../envelope.ts';
import type { SyncSourceRowFragment, SyncSourceType } from '../generated/operations.ts';
import { instant } from '../../route/scalars.ts';

const typeWords = {
  GMAIL: 'gmail',
  API_SDR: 'api_sdr',
  FORM_WEBHOOK: 'form_webhook',
  GENERIC_WEBHOOK: 'generic_webhook',
} as const satisfies Record<SyncSourceType, string>;

export const syncSourceTypes = wordsOf(typeWords);
export const toSyncSourceType = graphValue(typeWords);

const id = z.string().meta({ description: 'The sync source’s id.', example: exampleId('SyncSource') });
const type = z.enum(syncSourceTypes);
const name = z.string().min(1).max(200).meta({ example: 'Contact form' });
const flexible = z.record(z.string(), z.unknown());
const targetStage = z.string().meta({ description: 'The name, key or id of a stage.', example: 'Prospects' });
const config = flexible.meta({ description: 'How to reach it; flexible, at most 64 KiB. Readers of leads see it.' });

const WireSyncSource = z
  .strictObject({
    id,
    name: z.string(),
    type,
    targetStage: z.string().nullable().meta({ description: 'The stage’s name; null is the default stage.' }),
    config: flexible.nullable(),
    enabled: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ClawcrmSyncSource' });

export const WireSyncSourceList = envelope({ syncSources: z.array(WireSyncSource), total: z.int() }).meta({
  id: 'ClawcrmSyncSourceList',
  description: 'All of them, newest first: at most 100.',
});

export const WireSyncSourceMade = envelope({ id, syncSource: WireSyncSource }).meta({ id: 'ClawcrmSyncSourceMade' });
export const WireSyncSourceChanged = envelope({ syncSource: WireSyncSource }).meta({ id: 'ClawcrmSyncSourceChanged' });
export const WireSyncSourceDeleted = envelope({ id }).meta({ id: 'ClawcrmSyncSourceDeleted' });

export const WireNewSyncSource = strictObject({
  name,
  type,
  targetStage: targetStage.nullish(),
  config: config.nullish(),
  enabled: z.boolean().optional().meta({ description: 'True by default.' }),
}).meta({ id: 'ClawcrmNewSyncSource' });

export const WireSyncSourceUpdate = strictObject({
  id,
  name: name.optional(),
  type: type.optional(),
  targetStage: targetStage.nullish(),
  config: config.nullish(),
  enabled: z.boolean().optional(),
}).meta({ id: 'ClawcrmSyncSourceUpdate', description: 'What is left out stays; `config` is replaced as a whole.' });

export const WireSyncSourceId = queryObject({ id });

export const toClawcrmSyncSource = (source: SyncSourceRowFragment): z.input<typeof WireSyncSource> => ({
  id: source.id,
  name: source.name,
  type: typeWords[source.type],
  targetStage: source.targetStage?.name ?? null,
  config: source.config === null ? null : flexible.parse(source.config),
  enabled: source.enabled,
  createdAt: source.createdAt,
  updatedAt: source.updatedAt,
});
