import { base } from '../base.ts';
import { z } from 'zod';
import { route, type Route } from '../../route/route.ts';
import { strictObject } from '../../route/strict-object.ts';
import { envelope, succeed } from '../envelope.ts';
import {
  type CalendlyAccountFragment,
  CalendlyAccountsDocument,
  CalendlyConnectionDocument,
  ConnectCalendlyDocument,
  DisconnectCalendlyDocument,
} from '../generated/operations.ts';
import { takesNothing } from '../hints.ts';

const path = '/integrations/calendly';

const WireConnection = envelope({ connected: z.boolean() }).meta({ id: 'ClawcrmCalendly' });

const WireConnected = envelope({
  connected: z.boolean(),
  user: z
    .strictObject({ name: z.string().nullable(), email: z.string().nullable(), uri: z.string().nullable() })
    .meta({ description: 'Whose account it is, as Calendly tells.' }),
  webhook: z.string().nullable().meta({ description: 'What Calendly calls the webhook that tells of bookings.' }),
}).meta({ id: 'ClawcrmCalendlyConnected' });

const WireToken = strictObject({
  personal_access_token: z.string().meta({ description: 'A Calendly personal access token.', example: 'eyJraWQiOiIx' }),
}).meta({ id: 'ClawcrmCalendlyToken' });

const connect = `POST ${base}${path} { personal_access_token } connects it, with a token from https://calendly.com/integrations/api_webhooks`;
const logMeetings = `POST ${base}/touchpoints { leadId, type: "meeting_booked" } logs a booking by hand`;
const makeRule = `POST ${base}/automation/rules { name, triggerEvent: "meeting_booked", targetStage } moves who books`;

const presentAccount = (account: CalendlyAccountFragment, warning: string | null | undefined = null) =>
  succeed(
    {
      connected: account.connected,
      user: {
        name: account.accountName ?? null,
        email: account.accountEmail ?? null,
        uri: account.accountUri ?? null,
      },
      webhook: account.webhookUri ?? null,
    },
    { nextSteps: [makeRule], warnings: warning == null ? [] : [warning] },
  );

const isCalendly = ({ provider }: { readonly provider: string }): boolean => provider === 'CALENDLY';

/** Section "Integrations". */
export const calendlyRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    kind: 'read',
    scope: null,
    summary: 'Whether Calendly is connected',
    hints: takesNothing,
    reply: WireConnection,
    operation: CalendlyConnectionDocument,
    variables: () => ({}),
    present({ calendars }) {
      const connected = calendars.some((calendar) => isCalendly(calendar) && calendar.connected);
      return succeed({ connected }, { nextSteps: connected ? [] : [connect, logMeetings] });
    },
  }),
  route({
    method: 'post',
    path,
    kind: 'write',
    scope: 'workspace:write',
    status: 201,
    summary: 'Connect Calendly',
    description:
      'Registers a webhook: each booking then makes a lead, or finds it by the e-mail address, and logs a touchpoint `meeting_booked`. 409 `not_configured` where Calendly could not reach the installation, `provider_failed` where it did not do it.',
    hints: {
      INVALID:
        'Send `personal_access_token`, as Calendly gave it to a person. One that Calendly refuses has to be made anew.',
      CONFLICT: `Tell a person what the message says. Until Calendly is connected, ${logMeetings}.`,
    },
    body: WireToken,
    example: { personal_access_token: 'eyJraWQiOiIx' },
    reply: WireConnected,
    operation: ConnectCalendlyDocument,
    variables: ({ body }) => ({ input: { provider: 'CALENDLY' as const, token: body.personal_access_token } }),
    present: ({ connectCalendar: { calendar, warning } }) => presentAccount(calendar, warning),
    rebuild: {
      operation: CalendlyAccountsDocument,
      scope: 'workspace:write',
      variables: () => ({}),
      present: ({ calendars }) => presentAccount(accountOf(calendars)),
    },
  }),
  route({
    method: 'delete',
    path,
    kind: 'write',
    scope: 'workspace:write',
    summary: 'Disconnect Calendly',
    description:
      'Removes the webhook at Calendly and forgets the token. What Calendly could not be told is a warning. Where it is not connected, nothing changes.',
    hints: { INVALID: 'Send neither parameters nor a body.' },
    reply: WireConnection,
    operation: DisconnectCalendlyDocument,
    variables: () => ({}),
    present: ({ disconnectCalendar: { calendar, warning } }) =>
      succeed({ connected: calendar.connected }, { warnings: warning == null ? [] : [warning] }),
  }),
];

function accountOf(calendars: readonly CalendlyAccountFragment[]): CalendlyAccountFragment {
  const account = calendars.find(isCalendly);
  if (!account) throw new Error('The graph lists no Calendly.');
  return account;
}
