import { connectCalendar } from '../../src/domain/calendars/connect-calendar.ts';
import { disconnectCalendar } from '../../src/domain/calendars/disconnect-calendar.ts';
import { findCalendars } from '../../src/domain/calendars/find-calendars.ts';
import { builder } from '../builder/builder.ts';
import { fresh } from '../builder/fresh.ts';

type Connection = { readonly connected: boolean };

const CalendlyConnectionRef = builder.objectRef<Connection>('CalendlyConnection').implement({
  description: 'Whether meetings booked on Calendly become leads and touchpoints.',
  fields: (t) => ({ connected: t.exposeBoolean('connected', { description: 'Whether they do.' }) }),
});

const ConnectCalendlyInput = builder.inputType('ConnectCalendlyInput', {
  description: 'Access to somebody’s Calendly.',
  fields: (t) => ({
    personalAccessToken: t.string({
      required: true,
      description: 'A personal access token; up to 4,096 characters.',
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
    deprecationReason: 'Use `calendars`.',
    extensions: fresh('operational'),
    async resolve(_, __, context) {
      const calendars = await findCalendars(context);
      return {
        connected: calendars.some(({ provider, connection }) => provider === 'CALENDLY' && connection !== null),
      };
    },
  }),
);

builder.mutationFields((t) => ({
  connectCalendly: t.field({
    type: payload('ConnectCalendlyPayload', 'The connection that was made.'),
    description: 'Connects Calendly, as `connectCalendar` does. Needs `workspace:write`.',
    deprecationReason: 'Use `connectCalendar`.',
    args: { input: t.arg({ type: ConnectCalendlyInput, required: true, description: 'The access.' }) },
    async resolve(_, { input }, context) {
      await connectCalendar(context, { provider: 'CALENDLY', token: input.personalAccessToken });
      return { connection: { connected: true } };
    },
  }),
  disconnectCalendly: t.field({
    type: payload('DisconnectCalendlyPayload', 'The connection that is no more.'),
    description: 'Disconnects Calendly, as `disconnectCalendar` does. Needs `workspace:write`.',
    deprecationReason: 'Use `disconnectCalendar`.',
    async resolve(_, __, context) {
      await disconnectCalendar(context, 'CALENDLY');
      return { connection: { connected: false } };
    },
  }),
}));
