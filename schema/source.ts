import type { ScraperRun } from '../src/db/generated/prisma/client.ts';
import { listScraperRuns } from '../src/domain/sources/list-scraper-runs.ts';
import { type ListedSource, listSources } from '../src/domain/sources/list-sources.ts';
import { recordScraperRun } from '../src/domain/sources/record-scraper-run.ts';
import type { EnrichmentField } from '../src/domain/sources/sources.ts';
import { builder } from './builder/builder.ts';
import { connectionType, pageArgs, pageComplexity, toConnection, toPageInput } from './builder/connection.ts';
import { enumOf } from './builder/enums.ts';
import { toGlobalId } from '../src/ids.ts';
import { rowIdOf } from './builder/global-id.ts';
import { NodeRef } from './builder/refs.ts';
import { ScraperRunStatus } from '../src/db/generated/prisma/enums.ts';

const ScraperRunStatusEnum = enumOf('ScraperRunStatus', 'How a scraper’s run went.', ScraperRunStatus, {
  RUNNING: 'It has not ended.',
  SUCCEEDED: 'It read its source to the end.',
  FAILED: 'It broke off.',
});

const EnrichmentFieldRef = builder.objectRef<EnrichmentField>('EnrichmentField').implement({
  description: 'A field that a lead of some source may hold in its `context`.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its key.' }),
    type: t.exposeString('type', { description: 'string, number, boolean, url, datetime or string[].' }),
    description: t.exposeString('description', { description: 'What it tells.' }),
  }),
});

const LeadSourceRef = builder.objectRef<ListedSource>('LeadSource').implement({
  description: 'Where leads come from.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description:
        'What `Lead.source` says: reddit, manual, chat and so on. A lead may come from a source that is not listed.',
    }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    targetTypes: t.stringList({
      description: 'The kinds of lead it brings.',
      resolve: ({ targetTypes }) => targetTypes,
    }),
    enrichmentFields: t.field({
      type: [EnrichmentFieldRef],
      description: 'What its leads may hold in `context`.',
      resolve: ({ enrichmentFields }) => enrichmentFields,
    }),
  }),
});

export const ScraperRunRef = builder.objectRef<ScraperRun>('ScraperRun').implement({
  description: 'One run of a scraper over a source, as the scraper reported it.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('ScraperRun', id) }),
    source: t.exposeString('source', { description: 'The source that was read.' }),
    status: t.field({ type: ScraperRunStatusEnum, description: 'How it went.', resolve: ({ status }) => status }),
    startedAt: t.field({ type: 'DateTime', description: 'When it began.', resolve: ({ startedAt }) => startedAt }),
    finishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it ended; null while it runs.',
      resolve: ({ finishedAt }) => finishedAt,
    }),
    leadsFound: t.exposeInt('leadsFound', { description: 'How many leads it came upon.' }),
    leadsCreated: t.exposeInt('leadsCreated', { description: 'How many of them were new.' }),
    error: t.exposeString('error', { nullable: true, description: 'Why it failed.' }),
  }),
});

const ScraperRunConnection = connectionType(ScraperRunRef, 'ScraperRun');

builder.queryFields((t) => ({
  sources: t.field({
    type: [LeadSourceRef],
    description: 'Where leads come from. Needs `sources:read`.',
    resolve: (_, __, context) => listSources(context),
  }),
  scraperRuns: t.field({
    type: ScraperRunConnection,
    description: 'Runs of the scrapers, the latest reported first. Needs `sources:read`.',
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      source: t.arg.string({ description: 'Over this source.' }),
      status: t.arg({ type: ScraperRunStatusEnum, description: 'That went like this.' }),
      since: t.arg({ type: 'DateTime', description: 'Begun at or after this instant.' }),
    },
    resolve: async (_, { source, status, since, ...page }, context) => {
      const found = await listScraperRuns(context, { source, status, since }, toPageInput('ScraperRun', page));
      return toConnection('ScraperRun', found);
    },
  }),
}));

const RecordScraperRunInput = builder.inputType('RecordScraperRunInput', {
  description: 'How a scraper’s run went.',
  fields: (t) => ({
    id: t.id({ description: 'The run this tells more of; absent for one that was not told of before.' }),
    source: t.string({ required: true, description: 'The id of a source.' }),
    status: t.field({ type: ScraperRunStatusEnum, required: true, description: 'How it went.' }),
    startedAt: t.field({ type: 'DateTime', description: 'When it began; now by default.' }),
    finishedAt: t.field({ type: 'DateTime', description: 'When it ended; now by default, once it does not run.' }),
    leadsFound: t.int({ description: 'How many leads it came upon; 0 or more.' }),
    leadsCreated: t.int({ description: 'How many of them were new; 0 or more.' }),
    error: t.string({ description: 'Why it failed; up to 2,000 characters.' }),
  }),
});

const RecordScraperRunPayload = builder.objectRef<{ scraperRun: ScraperRun }>('RecordScraperRunPayload').implement({
  description: 'The run that was recorded.',
  fields: (t) => ({
    scraperRun: t.field({ type: ScraperRunRef, description: 'The run.', resolve: ({ scraperRun }) => scraperRun }),
  }),
});

builder.mutationField('recordScraperRun', (t) =>
  t.field({
    type: RecordScraperRunPayload,
    description: 'Records how a scraper’s run went. Needs `sources:write`.',
    args: { input: t.arg({ type: RecordScraperRunInput, required: true, description: 'The run.' }) },
    resolve: async (_, { input }, context) => {
      const id = input.id == null ? null : rowIdOf('ScraperRun', input.id);
      return { scraperRun: await recordScraperRun(context, { ...input, id }) };
    },
  }),
);
