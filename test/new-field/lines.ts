import type { Line } from '../proof/insert-line.ts';

type Lines = Readonly<Record<string, readonly Line[]>>;

const size = { before: '  companySize' };
const deepSize = { before: '    companySize' };

/** All that is written by hand for `website`, a plain field of a lead that ClawCRM shows and takes too. */
export const lines: Lines = {
  'prisma/schema.prisma': [{ after: 'model Lead {', ...size, line: '  website            String?\n' }],
  'src/domain/leads/fields/lead-input.ts': [
    { after: 'const profileFields', ...size, line: '  website: text(500).nullish(),\n' },
  ],
  'schema/lead/profile.ts': [
    {
      after: 'const profileFields',
      ...size,
      line: "  website: t.exposeString('website', { nullable: true, description: 'Where its company is on the web.' }),\n",
    },
    {
      after: 'const profileInputFields',
      ...size,
      line: "  website: t.string({ description: 'Where its company is on the web. Up to 500 characters.' }),\n",
    },
  ],
  'src/webhooks/format/standard/to-lead.ts': [
    { after: 'const toLead', ...deepSize, line: '    website: lead.website,\n' },
  ],
  'compat/clawcrm/leads/operations.graphql': [{ after: 'fragment LeadRow', ...size, line: '  website\n' }],
  'compat/clawcrm/leads/wire.ts': [
    { after: 'const WireLead', ...deepSize, line: '    website: text,\n' },
    { after: 'function toClawcrmLead', ...deepSize, line: '    website: lead.website,\n' },
  ],
  'compat/clawcrm/leads/bodies.ts': [{ after: 'const profile', ...size, line: '  website: text(500).nullish(),\n' }],
};

/** Whole rows that tests write out. */
export const linesOfTests: Lines = {
  'test/webhooks/events.ts': [{ after: ': LeadSnapshot', ...size, line: '  website: null,\n' }],
  'test/webhooks/format/full-events.ts': [{ after: 'LeadSnapshot> =', ...size, line: "  website: 'acme.example',\n" }],
};
