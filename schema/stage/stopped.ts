import type { ObjectFieldBuilder } from '@pothos/core';
import type { Stopped } from '../../src/domain/stages/stopped.ts';
import type { Types } from '../builder/builder.ts';

/** What stopped as stages are gone, counted. */
export const stoppedFields = <Row extends { readonly stopped: Stopped }>(t: ObjectFieldBuilder<Types, Row>) => ({
  disabledRules: t.int({
    description: 'How many automation rules led to such a stage or away from it: they are switched off.',
    resolve: ({ stopped }) => stopped.rules.length,
  }),
  disabledSyncSources: t.int({
    description: 'How many sync sources fed such a stage: they are switched off.',
    resolve: ({ stopped }) => stopped.syncSources.length,
  }),
  idleCampaigns: t.int({
    description: 'How many enabled campaigns ask for such a stage in their conditions: their triggers enrol nobody.',
    resolve: ({ stopped }) => stopped.campaigns.length,
  }),
});
