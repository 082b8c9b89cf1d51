import type { CreateLeadInput } from '../../../domain/leads/fields/lead-input.ts';
import type { Chance } from '../stage/chance.ts';
import type { Visitor } from './visitors.ts';

/** A way in which a lead comes to be known. */
export type Arrival = {
  readonly source: string;
  /** Of so many leads together, how many come this way. */
  readonly share: number;
  /** Who makes it known: somebody on the team, or an integration. */
  readonly via: 'collector' | 'scout' | 'english' | 'french';
  readonly isFirm: boolean;
  readonly describe: (visitor: Visitor, chance: Chance) => CreateLeadInput;
};

const styles = ['Shaker', 'Modern', 'Classic', 'Industrial'] as const;

export const arrivals: readonly Arrival[] = [
  {
    source: 'facebook_lead_ad',
    share: 9,
    via: 'collector',
    isFirm: false,
    describe: ({ phone }, chance) => ({
      phone,
      tags: ['ad', chance.pick(['spring-offer', 'island'])],
      context: { formId: 'kitchen-quote', formName: 'Kitchen quote', campaign: 'Spring kitchens', consent: true },
      customFields: { kitchenStyle: chance.pick(styles) },
    }),
  },
  {
    source: 'public_tool',
    share: 6,
    via: 'scout',
    isFirm: false,
    describe: (_, chance) => ({
      tags: ['calculator'],
      context: { tool: 'Kitchen price calculator', result: `$${12 + chance.below(30)},500` },
      customFields: { kitchenStyle: chance.pick(styles), roomSize: 8 + chance.below(20) },
      bant: { budget: `$${12 + chance.below(30)},000` },
    }),
  },
  {
    source: 'google_maps',
    share: 5,
    via: 'collector',
    isFirm: true,
    describe: ({ city, email, phone }, chance) => ({
      phone,
      jobTitle: chance.pick(['Owner', 'Operations manager', 'Project manager']),
      tags: ['partner'],
      context: {
        category: chance.pick(['Interior designer', 'Property manager', 'Café']),
        address: `${10 + chance.below(400)} King Street, ${city}`,
        rating: 3 + chance.below(20) / 10,
        website: `https://${email.split('@')[1]}`,
      },
    }),
  },
  {
    source: 'realtor_ca',
    share: 4,
    via: 'collector',
    isFirm: true,
    describe: ({ city, phone, company }, chance) => ({
      phone,
      jobTitle: 'Broker',
      tags: ['realtor'],
      context: { brokerage: company, areas: [city], listingCount: 3 + chance.below(30) },
    }),
  },
  {
    source: 'reddit',
    share: 4,
    via: 'collector',
    isFirm: false,
    describe: ({ city, first }, chance) => ({
      handle: `${first.toLowerCase()}_${chance.below(90) + 10}`,
      tags: ['reddit'],
      context: {
        subreddit: chance.pick(['HomeImprovement', 'kitchens', 'RenovationAdvice']),
        title: `Kitchen fitters around ${city}?`,
        score: chance.below(80),
      },
    }),
  },
  {
    source: 'manual',
    share: 4,
    via: 'english',
    isFirm: true,
    describe: ({ phone, city }, chance) => ({
      phone,
      jobTitle: chance.pick(['Architect', 'Site manager', 'Founder']),
      tags: ['fair', 'newsletter'],
      remark: `Met at the home show in ${city}.`,
      tier: chance.pick(['HIGH', 'MEDIUM']),
    }),
  },
  {
    source: 'manual',
    share: 2,
    via: 'french',
    isFirm: false,
    describe: ({ phone }) => ({ phone, tags: ['recommandation'], remark: 'Recommandé par un ancien client.' }),
  },
];
