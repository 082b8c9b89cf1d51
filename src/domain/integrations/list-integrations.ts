/** What reaches beyond this server, or would. */
const capabilities = ['MODEL', 'TRANSLATION', 'MAIL', 'ENRICHMENT', 'CALENDLY'] as const;
export type Capability = (typeof capabilities)[number];

/** Who does it: a provider outside, rules of the product's own, or nobody. */
export type IntegrationState = 'CONNECTED' | 'BUILT_IN' | 'NOT_CONFIGURED';

export type Integration = {
  readonly capability: Capability;
  readonly state: IntegrationState;
  /** What the server does as it stands, in sentences for people. */
  readonly detail: string;
  /** Why the provider's latest call failed; null where none did. */
  readonly lastError: string | null;
};

type Standing = Pick<Integration, 'state' | 'detail'>;

/** This version has a provider for none of them. */
const standing = {
  MODEL: {
    state: 'BUILT_IN',
    detail:
      'Visitors are answered by fixed rules, which say so. They ask for what is missing about a lead and leave questions to the team. No model is asked, and none can be set up yet.',
  },
  TRANSLATION: {
    state: 'NOT_CONFIGURED',
    detail:
      'Replies reach visitors as they were typed, and their answers say "translated": false. No translator can be set up yet.',
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

/** What this server is able to do beyond itself, and what it does where it is not. */
export const listIntegrations = (): readonly Integration[] =>
  capabilities.map((capability) => ({ capability, ...standing[capability], lastError: null }));
