import type { CalendarConnection, ProviderHealth } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';

/** What reaches beyond this server, or would. */
const capabilities = ['MODEL', 'TRANSLATION', 'MAIL', 'ENRICHMENT', 'CALENDLY', 'CAL_COM'] as const;
export type Capability = (typeof capabilities)[number];

/** Who does it: a provider outside, one that fails or that the workspace may not use, rules of the product's own, or nobody. */
export type IntegrationState = 'CONNECTED' | 'FAILING' | 'NOT_GRANTED' | 'BUILT_IN' | 'NOT_CONFIGURED';

export type Integration = {
  readonly capability: Capability;
  readonly state: IntegrationState;
  /** What the server does as it stands, in sentences for people. */
  readonly detail: string;
  /** Why the provider's latest call failed; null where none did. */
  readonly lastError: string | null;
};

type Standing = Pick<Integration, 'state' | 'detail'>;

/** What is done where no provider does it. */
const without = {
  MODEL: {
    state: 'BUILT_IN',
    detail:
      'Visitors are answered by fixed rules, which say so. They ask for what is missing about a lead and leave questions to the team. No model is asked: AI_BASE_URL and AI_MODEL set one up.',
  },
  TRANSLATION: {
    state: 'NOT_CONFIGURED',
    detail:
      'Replies reach visitors as they were typed, and their answers say "translated": false. TRANSLATE_URL sets a translator up.',
  },
  MAIL: {
    state: 'NOT_CONFIGURED',
    detail:
      'No mail leaves this server. What is due of a workspace that may mail is put into the folder outbox of its data, a file each, and reaches nobody: its state is KEPT. SMTP_URL and MAIL_FROM set a mail server up. Invitations are links to hand over.',
  },
  ENRICHMENT: {
    state: 'BUILT_IN',
    detail:
      'A lead is enriched from its own e-mail address, company and job title. Nobody is asked, so no profile and no figures about a company are found. ENRICH_URL sets a provider up.',
  },
  CALENDLY: {
    state: 'NOT_CONFIGURED',
    detail:
      'Calendly is not connected. A personal access token connects it: then bookings make leads and touchpoints. Until then a touchpoint of the type MEETING_BOOKED records one by hand.',
  },
  CAL_COM: {
    state: 'NOT_CONFIGURED',
    detail: 'Cal.com is not connected. An API key connects it: then bookings make leads and touchpoints.',
  },
} as const satisfies Record<Capability, Standing>;

/** What is done with an account of the workspace's own. */
const connected =
  'Who books becomes a lead, or is found by the e-mail address, and gets a touchpoint MEETING_BOOKED, on which rules and campaigns act. Moving and cancelling are told as well.';

/** What a provider does that is set up. */
const withProvider: Partial<Record<Capability, string>> = {
  MODEL:
    'Visitors are answered by a language model, from the text of their widget and what was said in the chat. Where it fails, takes longer than 18 seconds or has used up its tokens of the day, fixed rules answer, which say so.',
  MAIL: 'Mail of campaigns and of people leaves by the mail server. A lead is written to at most three times a day and once an hour. What the server takes no more of for now stays in the queue. Invitations are links to hand over.',
  ENRICHMENT:
    'A lead is enriched by a provider: its name, contact details and company leave this server. What people wrote stays. An enrichment that takes longer than 10 seconds has failed and may be asked for again.',
  TRANSLATION:
    'Replies reach visitors in their language, as far as it is known. One that cannot be translated in 5 seconds goes out as it was typed.',
};

/** What is done for a workspace that may not use the provider, where that is not what is done without one. */
const ungranted: Partial<Record<Capability, string>> = {
  MAIL: 'No mail of this workspace leaves the server. What is due stays in the queue.',
};

const notGranted =
  'The operator set a provider up, which this workspace may not use: staff grants it with setOutsideCapabilities.';

/** What this server is able to do beyond itself, and what it does where it is not. */
export async function listIntegrations({ actor, db, services }: DomainContext): Promise<readonly Integration[]> {
  const accounts = await db.calendarConnection.findMany({ select: { provider: true, createdAt: true } });
  const ofWorkspace: readonly Capability[] = accounts.map(({ provider }) => provider);
  const setUp: readonly Capability[] = [...services.providers, ...ofWorkspace];
  const organisation = setUp.length > 0 ? await db.organisation.findFirst({ where: { id: actor.orgId } }) : null;
  const health = setUp.length > 0 ? await db.providerHealth.findMany() : [];
  return capabilities.map((capability) => {
    const account = accounts.find(({ provider }) => provider === capability);
    const detail = account ? connected : withProvider[capability];
    if (detail === undefined || !setUp.includes(capability))
      return { capability, ...without[capability], lastError: null };
    if (!account && !organisation?.outsideCapabilities.includes(capability))
      return {
        capability,
        state: 'NOT_GRANTED',
        detail: `${ungranted[capability] ?? without[capability].detail} ${notGranted}`,
        lastError: null,
      };
    const latest = health.find((row) => row.capability === capability);
    return { capability, ...fares(detail, latest, account) };
  });
}

/** A token that is refused tells nothing against a provider, and that the workspace's account fails: since it is connected with that token. */
function fares(
  detail: string,
  health: ProviderHealth | undefined,
  account: Pick<CalendarConnection, 'createdAt'> | undefined,
): Omit<Integration, 'capability'> {
  const { failures = 0, lastFailedAt = null, lastSucceededAt = null, lastError = null } = health ?? {};
  const isFailing = account
    ? lastFailedAt !== null && lastFailedAt > account.createdAt && lastFailedAt > (lastSucceededAt ?? 0)
    : failures > 0;
  return { state: isFailing ? 'FAILING' : 'CONNECTED', detail, lastError: isFailing ? lastError : null };
}
