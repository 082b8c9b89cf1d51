import { connectCalendar, type Connected } from '../../src/domain/calendars/connect-calendar.ts';
import { disconnectCalendar } from '../../src/domain/calendars/disconnect-calendar.ts';
import { type Calendar, findCalendars } from '../../src/domain/calendars/find-calendars.ts';
import { builder } from '../builder/builder.ts';
import { fresh } from '../builder/fresh.ts';
import { CalendarProviderEnum } from './meeting.ts';

const isOperators = { scope: 'workspace:write' } as const;

const CalendarRef = builder.objectRef<Calendar>('Calendar').implement({
  description: 'A provider where meetings are booked, and the account that the workspace has connected there.',
  extensions: fresh('operational'),
  fields: (t) => {
    const text = (column: 'accountName' | 'accountEmail' | 'accountUri' | 'webhookUri', what: string) =>
      t.string({
        nullable: true,
        description: `${what} Needs \`workspace:write\`.`,
        authScopes: isOperators,
        resolve: ({ connection }) => connection?.[column],
      });
    const instant = (column: 'lastReceivedAt' | 'createdAt', description: string) =>
      t.field({ type: 'DateTime', nullable: true, description, resolve: ({ connection }) => connection?.[column] });
    return {
      provider: t.field({
        type: CalendarProviderEnum,
        description: 'The provider.',
        resolve: ({ provider }) => provider,
      }),
      connected: t.boolean({
        description: 'Whether meetings booked there become leads and touchpoints.',
        resolve: ({ connection }) => connection !== null,
      }),
      accountName: text('accountName', 'Whose account it is.'),
      accountEmail: text('accountEmail', 'Their address.'),
      accountUri: text('accountUri', 'What the provider calls the account.'),
      webhookUri: text('webhookUri', 'What the provider calls the webhook that tells of bookings.'),
      connectedAt: instant('createdAt', 'Since when it is connected.'),
      lastReceivedAt: instant('lastReceivedAt', 'When the provider last posted something that was rightly signed.'),
      lastRefusal: t.string({
        nullable: true,
        description: 'Why what it posted last was refused; null where it was taken.',
        resolve: ({ connection }) => connection?.lastRefusal,
      }),
    };
  },
});

const ConnectCalendarInput = builder.inputType('ConnectCalendarInput', {
  description: 'An account where meetings are booked.',
  fields: (t) => ({
    provider: t.field({ type: CalendarProviderEnum, required: true, description: 'The provider.' }),
    token: t.string({
      required: true,
      description:
        'A personal access token of Calendly, or an API key of Cal.com; up to 4,096 characters. It is kept encrypted, and answered nowhere.',
    }),
  }),
});

const ConnectCalendarPayload = builder.objectRef<Connected>('ConnectCalendarPayload').implement({
  description: 'The account that was connected.',
  fields: (t) => ({
    calendar: t.field({
      type: CalendarRef,
      description: 'The provider and the account.',
      resolve: ({ connection }) => ({ provider: connection.provider, connection }),
    }),
    warning: t.exposeString('warning', {
      nullable: true,
      description: 'What is left to do there about the account before, where it could not be told to post no more.',
    }),
  }),
});

const DisconnectCalendarPayload = builder
  .objectRef<Pick<Calendar, 'provider'> & { warning: string | null }>('DisconnectCalendarPayload')
  .implement({
    description: 'The provider of which no account is connected any more.',
    fields: (t) => ({
      calendar: t.field({
        type: CalendarRef,
        description: 'The provider.',
        resolve: ({ provider }) => ({ provider, connection: null }),
      }),
      warning: t.exposeString('warning', {
        nullable: true,
        description: 'What is left to do there, where it could not be told to post no more.',
      }),
    }),
  });

builder.queryField('calendars', (t) =>
  t.field({
    type: [CalendarRef],
    description: 'Where meetings may be booked, and what of it is connected. Any key may ask.',
    resolve: (_, __, context) => findCalendars(context),
  }),
);

builder.mutationFields((t) => ({
  connectCalendar: t.field({
    type: ConnectCalendarPayload,
    description:
      'Connects an account where meetings are booked: the provider is asked whose token it is, and to post each booking here. An account that was connected before is taken off. A CONFLICT with the reason `not_configured` where the provider could not reach this server, and `provider_failed` where it did not do it. Needs `workspace:write`.',
    args: { input: t.arg({ type: ConnectCalendarInput, required: true, description: 'The account.' }) },
    resolve: (_, { input }, context) => connectCalendar(context, input),
  }),
  disconnectCalendar: t.field({
    type: DisconnectCalendarPayload,
    description:
      'Forgets an account and its token, and has the provider remove the webhook; where nothing is connected, nothing changes. Meetings stay. Needs `workspace:write`.',
    args: { provider: t.arg({ type: CalendarProviderEnum, required: true, description: 'The provider.' }) },
    resolve: (_, { provider }, context) => disconnectCalendar(context, provider),
  }),
}));
