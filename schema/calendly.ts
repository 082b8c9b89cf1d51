import { connectCalendly, disconnectCalendly } from '../src/domain/integrations/calendly.ts';
import { builder } from './builder/builder.ts';

type Connection = { readonly connected: boolean };

const notConnected: Connection = { connected: false };

const CalendlyConnectionRef = builder.objectRef<Connection>('CalendlyConnection').implement({
  description: 'Whether meetings booked on Calendly become leads and touchpoints.',
  fields: (t) => ({ connected: t.exposeBoolean('connected', { description: 'Whether they do.' }) }),
});

const ConnectCalendlyInput = builder.inputType('ConnectCalendlyInput', {
  description: 'Access to somebody’s Calendly.',
  fields: (t) => ({
    personalAccessToken: t.string({
      required: true,
      description: 'A personal access token; up to 4,096 characters. Kept nowhere while no provider is configured.',
    }),
  }),
});

const payload = (name: string, description: string) =>
  builder.objectRef<{ connection: Connection }>(name).implement({
    description,
    fields: (t) => ({
      connection: t.field({
        type: CalendlyConnectionRef,
        description: 'The connection.',
        resolve: ({ connection }) => connection,
      }),
    }),
  });

builder.queryField('calendlyConnection', (t) =>
  t.field({
    type: CalendlyConnectionRef,
    description: 'Whether Calendly is connected. Any key may ask.',
    resolve: () => notConnected,
  }),
);

builder.mutationFields((t) => ({
  connectCalendly: t.field({
    type: payload('ConnectCalendlyPayload', 'The connection that was made.'),
    description:
      'Connects Calendly. A CONFLICT with the reason `not_configured` while no provider is. Needs `workspace:write`.',
    args: { input: t.arg({ type: ConnectCalendlyInput, required: true, description: 'The access.' }) },
    resolve: (_, { input }, context) => connectCalendly(context, input),
  }),
  disconnectCalendly: t.field({
    type: payload('DisconnectCalendlyPayload', 'The connection that is no more.'),
    description: 'Disconnects Calendly; where it is not connected, nothing changes. Needs `workspace:write`.',
    resolve(_, __, context) {
      disconnectCalendly(context);
      return { connection: notConnected };
    },
  }),
}));
