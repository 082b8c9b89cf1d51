import { exampleId } from '../../../src/ids.ts';
import { z } from 'zod';
import { queryObject, strictObject } from '../../route/strict-object.ts';
import { graphValue, wordsOf } from '../../route/words.ts';
import { envelope } from '../envelope.ts';
import type { SyncSourceRowFragment, SyncSourcesQuery, SyncSourceType } from '../generated/operations.ts';
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
const texts = z.record(z.string(), z.string());
const targetStage = z.string().meta({ description: 'The name, key or id of a stage.', example: 'Prospects' });
const config = flexible.meta({ description: 'Notes about it; flexible, at most 64 KiB. Readers of leads see it.' });
const mapping = texts.meta({
  description:
    'Where in a body each field stands, as JSON pointers: of email, name, firstName, lastName, phone, company, jobTitle, need, budget, authority, timeline. Without it the usual names are looked for.',
  example: { email: '/contact/email' },
});
const signed = z.boolean().meta({
  description: 'Whether a generic_webhook signs what it posts or sends its secret; true by default.',
});
const leadsPerHour = z
  .int()
  .min(1)
  .max(100_000)
  .meta({ description: 'Leads that it may make or complete in any hour.' });

const sourceFields = {
  id,
  name: z.string(),
  type,
  targetStage: z.string().nullable().meta({ description: 'The stage’s name; null is the default stage.' }),
  config: flexible.nullable(),
  enabled: z.boolean(),
  mapping: mapping.nullable(),
  signed: z.boolean().meta({ description: 'Whether only who holds its secret may post to it.' }),
  leadsPerHour: z
    .int()
    .nullable()
    .meta({ description: 'Leads that it may make or complete in any hour; null is no limit.' }),
  createdAt: instant,
  updatedAt: instant,
};

const WireSyncSource = z
  .strictObject({
    ...sourceFields,
    lastError: z
      .strictObject({ reason: z.string(), at: instant })
      .nullable()
      .meta({ description: 'What was refused last, as long as it is kept; null where nothing was.' }),
  })
  .meta({ id: 'ClawcrmSyncSource' });

const WireChangedSource = z.strictObject(sourceFields).meta({ id: 'ClawcrmChangedSyncSource' });

const WireNewSource = z
  .strictObject({
    ...sourceFields,
    url: z.string().nullable().meta({
      description: 'The address to post to; null for gmail. Shown this once.',
      example: 'https://crm.example.com/hooks/in/in_…',
    }),
    secret: z.string().nullable().meta({
      description: 'What to send as a Bearer token, or to sign with; null where anybody may post. Shown this once.',
      example: 'whsec_…',
    }),
  })
  .meta({ id: 'ClawcrmSyncSourceWithSecret' });

export const WireSyncSourceList = envelope({ syncSources: z.array(WireSyncSource), total: z.int() }).meta({
  id: 'ClawcrmSyncSourceList',
  description: 'All of them, newest first: at most 100.',
});

export const WireSyncSourceMade = envelope({ id, syncSource: WireNewSource }).meta({ id: 'ClawcrmSyncSourceMade' });
export const WireSyncSourceChanged = envelope({ syncSource: WireChangedSource }).meta({
  id: 'ClawcrmSyncSourceChanged',
});
export const WireSyncSourceDeleted = envelope({ id }).meta({ id: 'ClawcrmSyncSourceDeleted' });

export const WireNewSyncSource = strictObject({
  name,
  type,
  targetStage: targetStage.nullish(),
  config: config.nullish(),
  enabled: z.boolean().optional().meta({ description: 'True by default.' }),
  mapping: mapping.nullish(),
  signed: signed.optional(),
  leadsPerHour: leadsPerHour.nullish(),
}).meta({ id: 'ClawcrmNewSyncSource' });

export const WireSyncSourceUpdate = strictObject({
  id,
  name: name.optional(),
  type: type.optional(),
  targetStage: targetStage.nullish(),
  config: config.nullish(),
  enabled: z.boolean().optional(),
  mapping: mapping.nullish(),
  signed: signed.optional(),
  leadsPerHour: leadsPerHour.nullish(),
}).meta({
  id: 'ClawcrmSyncSourceUpdate',
  description: 'What is left out stays; `config` and `mapping` are replaced as a whole.',
});

export const WireSyncSourceId = queryObject({ id });
export const WireSyncSourceQuery = queryObject({ id: id.optional() });

export const toClawcrmSyncSource = (source: SyncSourceRowFragment): z.input<typeof WireChangedSource> => ({
  id: source.id,
  name: source.name,
  type: typeWords[source.type],
  targetStage: source.targetStage?.name ?? null,
  config: source.config === null ? null : flexible.parse(source.config),
  enabled: source.enabled,
  mapping: source.mapping === null ? null : texts.parse(source.mapping),
  signed: source.isSigned,
  leadsPerHour: source.leadsPerHour,
  createdAt: source.createdAt,
  updatedAt: source.updatedAt,
});

export function toListedSource(
  source: SyncSourcesQuery['syncSources']['nodes'][number],
): z.input<typeof WireSyncSource> {
  const [last] = source.deliveries.nodes;
  const lastError = last ? { reason: last.reason ?? '', at: last.createdAt } : null;
  return { ...toClawcrmSyncSource(source), lastError };
}
