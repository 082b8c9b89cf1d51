import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import type { ProviderServer } from '../provider-server.ts';
import { calendlyBody, calendlySignature, goodToken, type Invitee } from './booking-servers.ts';

export type Provider = 'CALENDLY' | 'CAL_COM';
export type Hook = { readonly url: string; readonly key: string };

export const connectDocument = `mutation ($input: ConnectCalendarInput!) {
  connectCalendar(input: $input) {
    calendar { provider connected accountName accountEmail accountUri webhookUri lastReceivedAt lastRefusal } warning } }`;

/** A server that providers at these addresses can reach, as far as its PUBLIC_URL tells. */
export const openBookings = (
  servers: { readonly calendly: string; readonly calCom: string },
  options: Parameters<typeof startTestApp>[0] = {},
): Promise<TestApp> =>
  startTestApp({
    publicUrl: 'https://crm.tributary.dev',
    outside: { translate: null, calendars: { CALENDLY: servers.calendly, CAL_COM: servers.calCom } },
    outsideAllowedRanges: ['127.0.0.0/8'],
    ...options,
  });

/** Connects an account; answers where the provider was asked to post, and what it is to sign with. */
export async function connect(
  app: TestApp,
  { graph }: Pick<TestWorkspace, 'graph'>,
  server: ProviderServer,
  provider: Provider = 'CALENDLY',
): Promise<Hook> {
  await graph.ask(connectDocument, { input: { provider, token: goodToken } });
  return hookOf(app, server);
}

/** Of the last webhook that was asked for. The address stands behind the public one, the server on a port of its own. */
export function hookOf(app: Pick<TestApp, 'url'>, server: ProviderServer): Hook {
  const body = server.asked.findLast(({ method }) => method === 'POST')?.body ?? {};
  const url = new URL(String(body['url'] ?? body['subscriberUrl']));
  return { url: app.url + url.pathname, key: String(body['signing_key'] ?? body['secret']) };
}

export async function send(url: string, body: string, headers: Record<string, string> = {}) {
  const init = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } };
  const response = await fetch(url, init);
  return { status: response.status, json: (await response.json()) as object };
}

export const postCalendly = async ({ url, key }: Hook, event: string, invitee: Invitee, at: Date): Promise<number> => {
  const body = JSON.stringify(calendlyBody(event, invitee));
  return (await send(url, body, calendlySignature(key, body, at))).status;
};

type Touchpoint = { type: string; channel: string; summary: string; metadata: Record<string, unknown> };
type Booked = {
  id: string;
  name: string;
  email: string;
  source: string;
  stage: { key: string };
  touchpoints: { nodes: Touchpoint[] };
};

export const leadsOf = async ({ graph }: Pick<TestWorkspace, 'graph'>, email: string): Promise<Booked[]> =>
  (
    await graph.ask<{ leads: { nodes: Booked[] } }>(
      `query ($email: String!) { leads(filter: { email: $email }) { nodes { id name email source stage { key }
        touchpoints { nodes { type channel summary metadata } } } } }`,
      { email },
    )
  ).leads.nodes;

type MeetingEvent = {
  type: string;
  lead: { email: string } | null;
  meeting: {
    id: string;
    state: string;
    title: string;
    joinUrl: string;
    startsAt: string;
    movedFromAt: string | null;
    cancelReason: string | null;
  };
};

/** What the log tells of meetings, oldest first. */
export const meetingEvents = async ({ graph }: Pick<TestWorkspace, 'graph'>): Promise<MeetingEvent[]> =>
  (
    await graph.ask<{ events: { nodes: MeetingEvent[] } }>(
      `{ events(first: 200, types: [MEETING_BOOKED, MEETING_RESCHEDULED, MEETING_CANCELLED]) { nodes { type ... on LeadEvent {
        lead { email } meeting { id state title joinUrl startsAt movedFromAt cancelReason } } } } }`,
    )
  ).events.nodes;

export const typesOf = (events: readonly MeetingEvent[]): string[] => events.map(({ type }) => type);
