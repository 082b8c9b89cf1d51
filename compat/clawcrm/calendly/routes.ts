import { base } from '../base.ts';
import { z } from 'zod';
import { route, type Route } from '../../route/route.ts';
import { strictObject } from '../../route/strict-object.ts';
import { envelope, succeed } from '../envelope.ts';
import {
  CalendlyConnectionDocument,
  ConnectCalendlyDocument,
  DisconnectCalendlyDocument,
} from '../generated/operations.ts';
import { takesNothing } from '../hints.ts';

const path = '/integrations/calendly';

const WireConnection = envelope({ connected: z.boolean() }).meta({ id: 'ClawcrmCalendly' });

const WireToken = strictObject({
  personal_access_token: z.string().meta({ description: 'A Calendly personal access token.', example: 'eyJ…' }),
}).meta({ id: 'ClawcrmCalendlyToken' });

const logMeetings = `POST ${base}/touchpoints { leadId, type: "meeting_booked" } logs a booking by hand`;

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
    present: ({ calendlyConnection: { connected } }) =>
      succeed({ connected }, { nextSteps: connected ? [] : [logMeetings] }),
  }),
  route({
    method: 'post',
    path,
    kind: 'write',
    scope: 'workspace:write',
    status: 201,
    summary: 'Connect Calendly',
    description: '409 `not_configured` while the installation has no provider for it; the token is then kept nowhere.',
    hints: {
      INVALID: 'Send `personal_access_token`.',
      CONFLICT: `This installation cannot connect Calendly: ask its operator. Until then, ${logMeetings}.`,
    },
    body: WireToken,
    example: { personal_access_token: 'eyJraWQiOiIx…' },
    reply: WireConnection,
    operation: ConnectCalendlyDocument,
    variables: ({ body }) => ({ input: { personalAccessToken: body.personal_access_token } }),
    present: ({ connectCalendly: { connection } }) => succeed(connection),
    rebuild: {
      operation: CalendlyConnectionDocument,
      scope: 'workspace:write',
      variables: () => ({}),
      present: ({ calendlyConnection }) => succeed(calendlyConnection),
    },
  }),
  route({
    method: 'delete',
    path,
    kind: 'write',
    scope: 'workspace:write',
    summary: 'Disconnect Calendly',
    description: 'Where it is not connected, nothing changes.',
    hints: { INVALID: 'Send neither parameters nor a body.' },
    reply: WireConnection,
    operation: DisconnectCalendlyDocument,
    variables: () => ({}),
    present: ({ disconnectCalendly: { connection } }) => succeed(connection),
  }),
];
