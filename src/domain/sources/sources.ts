export type EnrichmentField = {
  readonly name: string;
  readonly type: 'string' | 'number' | 'boolean' | 'url' | 'datetime' | 'string[]';
  readonly description: string;
};

export type LeadSource = {
  readonly name: string;
  /** What kinds of lead it brings, the usual one first. */
  readonly targetTypes: readonly [string, ...string[]];
  /** What a lead of it may hold in `context`. */
  readonly enrichmentFields: readonly EnrichmentField[];
};

const url: EnrichmentField = { name: 'url', type: 'url', description: 'Where it was found.' };

/** Where leads come from: scrapers, forms and people, and the chats of widgets. */
export const leadSources = {
  reddit: {
    name: 'Reddit',
    targetTypes: ['customer_lead', 'partner_lead'],
    enrichmentFields: [
      { name: 'subreddit', type: 'string', description: 'The community it was posted in, without `r/`.' },
      { name: 'title', type: 'string', description: 'The title of the post.' },
      { name: 'body', type: 'string', description: 'The text of the post or comment.' },
      { name: 'author', type: 'string', description: 'Who wrote it, without `u/`.' },
      { name: 'postedAt', type: 'datetime', description: 'When it was written.' },
      { name: 'score', type: 'number', description: 'Upvotes less downvotes when it was seen.' },
      url,
    ],
  },
  realtor_ca: {
    name: 'Realtor.ca',
    targetTypes: ['realtor_lead', 'partner_lead'],
    enrichmentFields: [
      { name: 'brokerage', type: 'string', description: 'The office the agent works for.' },
      { name: 'designation', type: 'string', description: 'Salesperson, broker and so on.' },
      { name: 'areas', type: 'string[]', description: 'The places the agent works in.' },
      { name: 'languages', type: 'string[]', description: 'The languages the agent speaks.' },
      { name: 'listingCount', type: 'number', description: 'How many listings are open.' },
      { name: 'website', type: 'url', description: 'The agent’s own pages.' },
      url,
    ],
  },
  google_maps: {
    name: 'Google Maps',
    targetTypes: ['business_lead', 'partner_lead'],
    enrichmentFields: [
      { name: 'placeId', type: 'string', description: 'The id of the place.' },
      { name: 'category', type: 'string', description: 'What kind of business it is.' },
      { name: 'address', type: 'string', description: 'Its postal address.' },
      { name: 'rating', type: 'number', description: 'Its stars, 1 to 5.' },
      { name: 'reviewCount', type: 'number', description: 'How many reviews it has.' },
      { name: 'website', type: 'url', description: 'Its pages.' },
      url,
    ],
  },
  public_tool: {
    name: 'Public tool',
    targetTypes: ['customer_lead'],
    enrichmentFields: [
      { name: 'tool', type: 'string', description: 'Which tool was used.' },
      { name: 'answers', type: 'string', description: 'What was entered, as JSON.' },
      { name: 'result', type: 'string', description: 'What the tool answered.' },
      { name: 'referrer', type: 'url', description: 'The page the visitor came from.' },
      url,
    ],
  },
  facebook_lead_ad: {
    name: 'Facebook lead ad',
    targetTypes: ['customer_lead'],
    enrichmentFields: [
      { name: 'formId', type: 'string', description: 'The id of the form.' },
      { name: 'formName', type: 'string', description: 'What the form is called.' },
      { name: 'adId', type: 'string', description: 'The id of the ad.' },
      { name: 'campaign', type: 'string', description: 'The campaign the ad belongs to.' },
      { name: 'consent', type: 'boolean', description: 'Whether the person agreed to be contacted.' },
      { name: 'submittedAt', type: 'datetime', description: 'When the form was sent.' },
    ],
  },
  manual: {
    name: 'Entered by hand',
    targetTypes: ['customer_lead', 'business_lead', 'realtor_lead', 'partner_lead'],
    enrichmentFields: [
      { name: 'source', type: 'string', description: 'Where it comes from, if that is none of these sources.' },
      url,
    ],
  },
  chat: { name: 'Chat', targetTypes: ['customer_lead'], enrichmentFields: [] },
} as const satisfies Record<string, LeadSource>;

export type LeadSourceId = keyof typeof leadSources;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets its keys
export const leadSourceIds = Object.keys(leadSources) as [LeadSourceId, ...LeadSourceId[]];

/** What leads of all other sources are listed as. */
export const unlistedAs = 'manual' satisfies LeadSourceId;

export const isLeadSource = (value: string): value is LeadSourceId => Object.hasOwn(leadSources, value);
