import { listSyncSources } from '../../src/domain/sync-sources/list-sync-sources.ts';
import { previewMapping } from '../../src/domain/sync-sources/preview-mapping.ts';
import { builder } from '../builder/builder.ts';
import { connectionType, pageArgs, pageComplexity, toConnection, toPageInput } from '../builder/connection.ts';
import { SyncSourceRef } from './type.ts';

const SyncSourceConnection = connectionType(SyncSourceRef, 'SyncSource');

builder.queryField('syncSources', (t) =>
  t.field({
    type: SyncSourceConnection,
    description: 'Where leads come from, newest first: at most 100 in a workspace. Needs `leads:read`.',
    complexity: pageComplexity,
    args: pageArgs(t.arg),
    resolve: async (_, page, context) =>
      toConnection('SyncSource', await listSyncSources(context, toPageInput('SyncSource', page))),
  }),
);

const MappedFieldRef = builder.objectRef<{ field: string; value: string }>('MappedField').implement({
  description: 'A field of a lead, as it would be read of a body.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The field, as a mapping calls it.' }),
    value: t.exposeString('value', { description: 'What the body says.' }),
  }),
});

const PreviewRef = builder.objectRef<ReturnType<typeof previewMapping>>('SyncSourceMappingPreview').implement({
  description: 'What would be read of a body.',
  fields: (t) => ({
    fields: t.field({
      type: [MappedFieldRef],
      description: 'The fields that it gives.',
      resolve: ({ fields }) => [...fields],
    }),
    problem: t.exposeString('problem', {
      nullable: true,
      description: 'Why it would be refused; null where a lead could be made of it.',
    }),
  }),
});

builder.queryField('previewSyncSourceMapping', (t) =>
  t.field({
    type: PreviewRef,
    description: 'Reads a sample as a sync source with this mapping would. Nothing is kept of it. Needs `leads:read`.',
    args: {
      sample: t.arg.string({
        required: true,
        description: 'A body as it would come, in JSON or as a form posts it; up to 65,536 characters.',
      }),
      mapping: t.arg({
        type: 'JSON',
        description: 'Where each field stands, as JSON pointers; absent for the usual names.',
      }),
    },
    resolve: (_, { sample, mapping }, context) => previewMapping(context, { sample, mapping }),
  }),
);
