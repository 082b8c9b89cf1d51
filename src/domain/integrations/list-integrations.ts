import type { ProviderHealth } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';

/** What reaches beyond this server, or would. */
const capabilities = ['MODEL', 'TRANSLATION', 'MAIL', 'ENRICHMENT', 'CALENDLY'] as const;
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
      'No mail leaves this server. Campaigns put their mail into a queue, where it stays; a program of yours can read it as scheduledEmails and send it. Invitations are links to hand over.',
  },
  ENRICHMENT: {
    state: 'BUILT_IN',
    detail:
      'A lead is enriched from its own e-mail address, company and job title. Nobody is asked, so no profile and no figures about a company are found.',
  },
  CALENDLY: {
    state: 'NOT_CONFIGURED',
    detail:
      'This version cannot connect to Calendly, and keeps no token of it. Record a booking as a touchpoint of the type MEETING_BOOKED: rules and campaigns act on it.',
  },
} as const satisfies Record<Capability, Standing>;

/** What a provider does that is set up. */
const withProvider: Partial<Record<Capability, string>> = {
  MODEL:
    'Visitors are answered by a language model, from the text of their widget and what was said in the chat. Where it fails, takes longer than 18 seconds or has used up its tokens of the day, fixed rules answer, which say so.',
  TRANSLATION:
    'Replies reach visitors in their language, as far as it is known. One that cannot be translated in 5 seconds goes out as it was typed.',
};

const notGranted =
  'The operator set a provider up, which this workspace may not use: staff grants it with setOutsideCapabilities.';

/** What this server is able to do beyond itself, and what it does where it is not. */
export async function listIntegrations({ actor, db, services }: DomainContext): Promise<readonly Integration[]> {
  const setUp: readonly Capability[] = services.providers;
  const organisation = setUp.length > 0 ? await db.organisation.findFirst({ where: { id: actor.orgId } }) : null;
  const health = setUp.length > 0 ? await db.providerHealth.findMany() : [];
  return capabilities.map((capability) => {
    const detail = withProvider[capability];
    if (detail === undefined || !setUp.includes(capability))
      return { capability, ...without[capability], lastError: null };
    if (!organisation?.outsideCapabilities.includes(capability))
      return {
        capability,
        state: 'NOT_GRANTED',
        detail: `${without[capability].detail} ${notGranted}`,
        lastError: null,
      };
    const latest = health.find((row) => row.capability === capability);
    return { capability, ...fares(detail, latest) };
  });
}

function fares(detail: string, health: ProviderHealth | undefined): Omit<Integration, 'capability'> {
  const isFailing = health !== undefined && health.failures > 0;
  return { state: isFailing ? 'FAILING' : 'CONNECTED', detail, lastError: isFailing ? health.lastError : null };
}
