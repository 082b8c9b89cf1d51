import { createHmac, randomUUID } from 'node:crypto';
import { answerJson, type Behaviour, openProviderServer, type ProviderServer } from '../provider-server.ts';

export const goodToken = 'eyJ-a-good-token';

const refused = answerJson({ title: 'Unauthenticated', message: 'The access token is invalid' }, 401);

const withToken =
  (answer: Behaviour): Behaviour =>
  (response, request) =>
    (request.headers.authorization === `Bearer ${goodToken}` ? answer : refused)(response, request);

/** Says that something is done, and nothing else. */
const noContent: Behaviour = (response) => response.writeHead(204).end();

const user = {
  uri: 'https://api.calendly.test/users/AAA',
  name: 'Grace Hopper',
  email: 'grace@navy.example',
  current_organization: 'https://api.calendly.test/organizations/ORG',
  timezone: 'UTC',
};

/** Who the good token is of, and how its subscriptions stand. */
export const knowsToken = (state = 'active'): Behaviour =>
  withToken((response, request) =>
    answerJson({ resource: request.path.startsWith('/webhook_subscriptions/') ? { state } : user })(response, request),
  );

/** Calendly's part that is asked: who somebody is, and webhook subscriptions. */
export async function openCalendly(options = {}): Promise<ProviderServer> {
  const subscribe = withToken((response, request) =>
    request.method === 'DELETE'
      ? noContent(response, request)
      : answerJson(
          { resource: { uri: `https://api.calendly.test/webhook_subscriptions/${randomUUID()}`, state: 'active' } },
          201,
        )(response, request),
  );
  const server = await openProviderServer(subscribe, options);
  server.beFound(knowsToken());
  return server;
}

/** The same of Cal.com. */
export async function openCalCom(): Promise<ProviderServer> {
  const subscribe = withToken((response, request) =>
    answerJson({ status: 'success', data: { id: randomUUID() } }, request.method === 'DELETE' ? 200 : 201)(
      response,
      request,
    ),
  );
  const server = await openProviderServer(subscribe);
  const data = { id: 7, username: 'grace', email: 'grace@navy.example' };
  server.beFound(withToken(answerJson({ status: 'success', data })));
  return server;
}

export type Invitee = {
  readonly uri?: string;
  readonly email?: string;
  readonly name?: string;
  readonly event?: string;
  readonly old?: string;
  readonly rescheduled?: boolean;
  readonly start?: string;
  readonly more?: object;
};

export const inviteeUri = () => `https://api.calendly.test/scheduled_events/EV/invitees/${randomUUID()}`;

/** What Calendly posts of an invitee, as its documentation shows it. */
export const calendlyBody = (
  event: string,
  {
    uri = inviteeUri(),
    email = `${randomUUID()}@example.org`,
    name = 'Ada Lovelace',
    event: eventUri = 'https://api.calendly.test/scheduled_events/EV',
    old,
    rescheduled = false,
    start = '2026-05-20T10:00:00.000000Z',
    more = {},
  }: Invitee,
) => ({
  event,
  created_at: '2026-05-04T13:22:00.000000Z',
  created_by: user.uri,
  payload: {
    cancel_url: 'https://calendly.test/cancellations/CC',
    email,
    event: eventUri,
    name,
    first_name: null,
    last_name: null,
    new_invitee: null,
    old_invitee: old ?? null,
    rescheduled,
    status: event === 'invitee.created' ? 'active' : 'canceled',
    text_reminder_number: null,
    questions_and_answers: [{ question: 'What is it about?', answer: 'An oak kitchen', position: 0 }],
    uri,
    scheduled_event: {
      uri: eventUri,
      name: '30 Minute Meeting',
      start_time: start,
      end_time: '2026-05-20T10:30:00.000000Z',
      location: { type: 'zoom', join_url: 'https://zoom.test/j/1' },
    },
    ...more,
  },
});

export const hexHmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex');

export const calendlySignature = (key: string, body: string, at: Date): Record<string, string> => {
  const t = Math.floor(at.getTime() / 1000);
  return { 'calendly-webhook-signature': `t=${t},v1=${hexHmac(key, `${t}.${body}`)}` };
};
