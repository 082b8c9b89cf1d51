import type { Organisation } from '../../src/db/generated/prisma/client.ts';
import { setOutsideCapabilities } from '../../src/domain/outside/set-outside-capabilities.ts';
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
    },
    resolve: async (_, { organisationId, ...wanted }, context) => ({
      organisation: await setOutsideCapabilities(context, rowIdOf('Organisation', organisationId), wanted),
    }),
  }),
);
