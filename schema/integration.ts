import {
  type Capability,
  type Integration,
  type IntegrationState,
  listIntegrations,
} from '../src/domain/integrations/list-integrations.ts';
import { builder } from './builder/builder.ts';
import { fresh } from './builder/fresh.ts';

const CapabilityEnum = builder.enumType('IntegrationCapability', {
  description: 'Something that a server can have done by others.',
  values: {
    MODEL: { description: 'Answering visitors by a language model.' },
    TRANSLATION: { description: 'Putting replies into the language of the visitor.' },
    MAIL: { description: 'Sending mail.' },
    ENRICHMENT: { description: 'Finding out more about a lead.' },
    CALENDLY: { description: 'Turning meetings that are booked on Calendly into touchpoints.' },
    CAL_COM: { description: 'Turning meetings that are booked on Cal.com into touchpoints.' },
  } satisfies Record<Capability, object>,
});

const StateEnum = builder.enumType('IntegrationState', {
  description: 'Who does it.',
  values: {
    CONNECTED: { description: 'A provider outside.' },
    FAILING: { description: 'A provider outside, whose latest call failed: meanwhile it is done without.' },
    NOT_GRANTED: { description: 'Nobody for this workspace: there is a provider, which it may not use.' },
    BUILT_IN: { description: 'The server itself, by rules of its own.' },
    NOT_CONFIGURED: { description: 'Nobody.' },
  } satisfies Record<IntegrationState, object>,
});

const IntegrationRef = builder.objectRef<Integration>('Integration').implement({
  description: 'Something that a server can have done by others, and how it stands.',
  fields: (t) => ({
    capability: t.field({ type: CapabilityEnum, description: 'What it is.', resolve: ({ capability }) => capability }),
    state: t.field({ type: StateEnum, description: 'Who does it.', resolve: ({ state }) => state }),
    detail: t.exposeString('detail', { description: 'What the server does as it stands, in sentences for people.' }),
    lastError: t.exposeString('lastError', {
      nullable: true,
      description: 'Why the latest call of the provider failed; null where none did.',
    }),
  }),
});

builder.queryField('integrations', (t) =>
  t.field({
    type: [IntegrationRef],
    description: 'What this server is able to do beyond itself, and what it does where it is not. Any key may ask.',
    extensions: fresh('operational'),
    resolve: (_, __, context) => listIntegrations(context),
  }),
);
