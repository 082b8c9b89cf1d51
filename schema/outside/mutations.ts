import type { Organisation } from '../../src/db/generated/prisma/client.ts';
import { setOutsideCapabilities } from '../../src/domain/outside/set-outside-capabilities.ts';
import { type IntegrationTest, testIntegration } from '../../src/domain/outside/test-integration.ts';
import { builder } from '../builder/builder.ts';
import { OutsideCapabilityEnum } from '../builder/enums.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { OrganisationRef } from '../workspace/type.ts';

const SetOutsideCapabilitiesPayload = builder
  .objectRef<{ organisation: Organisation }>('SetOutsideCapabilitiesPayload')
  .implement({
    description: 'The workspace whose capabilities were set.',
    fields: (t) => ({
      organisation: t.field({
        type: OrganisationRef,
        description: 'The workspace.',
        resolve: ({ organisation }) => organisation,
      }),
    }),
  });

const TestIntegrationPayload = builder.objectRef<IntegrationTest>('TestIntegrationPayload').implement({
  description: 'Whether a provider answered.',
  fields: (t) => ({
    capability: t.field({
      type: OutsideCapabilityEnum,
      description: 'What it was tried for.',
      resolve: ({ capability }) => capability,
    }),
    works: t.boolean({ description: 'Whether it answered as it should.', resolve: ({ error }) => error === null }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'Why it did not, as a sentence; null where it did.',
    }),
  }),
});

builder.mutationField('testIntegration', (t) =>
  t.field({
    type: TestIntegrationPayload,
    description:
      'Asks a provider that the operator set up, or whose account the workspace connected, whether it answers, at no cost: one call that `providerCalls` lists. CONFLICT where there is none, where this workspace may not use it, and while it is left alone after failures. Needs `workspace:write`.',
    args: { capability: t.arg({ type: OutsideCapabilityEnum, required: true, description: 'What it is for.' }) },
    resolve: (_, { capability }, context) => testIntegration(context, capability),
  }),
);

builder.mutationField('setOutsideCapabilities', (t) =>
  t.field({
    type: SetOutsideCapabilitiesPayload,
    description:
      'Says what of the operator’s providers any workspace of the installation may use, in place of what it might before. The workspace an installation begins with may use all, one that signs itself up what `SIGNUP_CAPABILITIES` says. The same again changes nothing. Needs `staff`, and a key that is locked to no business.',
    args: {
      organisationId: t.arg.id({ required: true, description: 'The workspace’s id, `org_…`.' }),
      capabilities: t.arg({
        type: [OutsideCapabilityEnum],
        required: true,
        description: 'All that it may use; an empty list is nothing.',
      }),
      modelTokensPerDay: t.arg.int({
        description: 'How many tokens all of its widgets together may have a model use in a day; absent leaves that.',
      }),
      enrichmentsPerDay: t.arg.int({
        description: 'How many leads it may have enriched by a provider in a day, 0 to 1,000,000; absent leaves that.',
      }),
    },
    resolve: async (_, { organisationId, ...wanted }, context) => ({
      organisation: await setOutsideCapabilities(context, rowIdOf('Organisation', organisationId), wanted),
    }),
  }),
);
