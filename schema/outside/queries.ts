import { listProviderCalls } from '../../src/domain/outside/list-provider-calls.ts';
import { builder } from '../builder/builder.ts';
import { connectionType, pageArgs, pageComplexity, toConnection, toPageInput } from '../builder/connection.ts';
import { OutsideCapabilityEnum, ProviderCallOutcomeEnum } from '../builder/enums.ts';
import { fresh } from '../builder/fresh.ts';
import { referencedRowId } from '../builder/global-id.ts';
import { ProviderCallRef } from './type.ts';

const ProviderCallConnection = connectionType(ProviderCallRef, 'ProviderCall');

builder.queryField('providerCalls', (t) =>
  t.field({
    type: ProviderCallConnection,
    description:
      'What left for providers, the operator’s and those whose account the workspace connected, newest first; kept as long as events are. Needs `audit:read`.',
    extensions: fresh('operational'),
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      capability: t.arg({ type: OutsideCapabilityEnum, description: 'That asked for this.' }),
      outcome: t.arg({ type: ProviderCallOutcomeEnum, description: 'That went like this.' }),
      conversationId: t.arg.id({ description: 'For this conversation.' }),
    },
    resolve: async (_, { capability, outcome, conversationId: id, ...page }, context) => {
      const conversationId = referencedRowId('Conversation', 'conversationId', id);
      const filter = { capability, outcome, conversationId };
      return toConnection('ProviderCall', await listProviderCalls(context, filter, toPageInput('ProviderCall', page)));
    },
  }),
);
