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

const subscribed = () => ({
  resource: { uri: `https://api.calendly.test/webhook_subscriptions/${randomUUID()}`, state: 'active' },
});

/** Calendly's part that is asked: who somebody is, and webhook subscriptions. */
export const calendlyUsual: Behaviour = (response, request) => {
  const answers = { GET: knowsToken(), DELETE: withToken(noContent), POST: withToken(answerJson(subscribed(), 201)) };
  (answers[request.method as keyof typeof answers] ?? answers.POST)(response, request);
};

export async function openCalendly(options = {}): Promise<ProviderServer> {
  const server = await openProviderServer(calendlyUsual, options);
  server.beFound(calendlyUsual);
  return server;
}

const grace = { id: 7, username: 'grace', email: 'grace@navy.example' };

/** The same of Cal.com. */
export const calComUsual: Behaviour = (response, request) => {
  const [data, status] = request.method === 'GET' ? [grace, 200] : [{ id: randomUUID() }, 201];
  const answer = answerJson({ status: 'success', data }, request.method === 'DELETE' ? 200 : status);
  withToken(answer)(response, request);
};

export async function openCalCom(): Promise<ProviderServer> {
  const server = await openProviderServer(calComUsual);
  server.beFound(calComUsual);
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
