import { says, type VisitorMessage } from '../visitor-message.ts';
import { dial, wordings } from './wordings.ts';

export const shops: readonly VisitorMessage[] = [
  says("Your site says the armchair is £399 but at checkout it's £449, which is right?"),
  says("Where's my parcel? Tracking 1Z 999 AA1 01 2345 6784, ordered on 14 November."),
  says(
    "Hi I'm after 60 embroidered polos for our school staff, needed by the first day of term, 4th September. We have £700 in the uniform fund for it. Mrs D. Okonkwo, Bursar, St Brannoc's Primary, office@stbrannocs.example tel 01632 960887",
    {
      name: ['Mrs D. Okonkwo', 'D. Okonkwo'],
      email: 'office@stbrannocs.example',
      phone: dial('01632 960887'),
      company: "St Brannoc's Primary",
      jobTitle: wordings('bursar'),
      need: wordings('60 embroidered polos[ for our school staff]'),
      budget: wordings('£700[ in the uniform fund]'),
      timeline: wordings('[by ][the ]first day of term[, 4th September]', '[by ]4th September'),
    },
  ),
  says('what time do you close on sundays'),
  says('I was charged $59.99 twice on 11/02. Card ends 4821.'),
  says(
    'hi do you ship to new zealand? want to get two of the walnut boards as a wedding present, wedding is on the 21st so would need them by the 18th. max budget nz$250. cheers, Hemi',
    {
      name: 'Hemi',
      need: wordings('[to ][get ]two of the walnut boards[ as a wedding present]'),
      budget: wordings('[max ]nz$250', 'NZ$250'),
      timeline: wordings('[by ]the 18th'),
    },
  ),
  says('Can I return a mattress after 100 nights?'),
  says(
    "I'd like to order the large hamper for my mum. She's Rose Appleby, 14 Mill Lane. I'm her son, Martin; bill me at martin.appleby@example.com",
    {
      name: ['Martin', 'Martin Appleby'],
      email: 'martin.appleby@example.com',
      need: wordings('[to ][order ]the large hamper[ for my mum]'),
    },
  ),
  says('Love the new store layout :)'),
  says('My gift card number is 6006 4912 3456 7890 and it says invalid'),
  says('do you price match? John Lewis has it for 229'),
  says(
    "I'm interested in the Thursday pottery class for two people, is there space on the one starting Oct 9? ciao, Beppe",
    {
      name: 'Beppe',
      need: wordings('[the ]Thursday pottery class[ for two people]'),
      timeline: wordings('[the one ][starting ]Oct 9'),
    },
  ),
  says(
    "Hi we're opening a second café in April (Crumb & Co.) and are after an espresso machine plus grinder, ideally refurbished, 4-6k all in. I own both shops so the decision is mine. Leo Marchetti leo@crumbandco.example",
    {
      name: 'Leo Marchetti',
      email: 'leo@crumbandco.example',
      company: ['Crumb & Co.', 'Crumb & Co'],
      need: wordings('[an ]espresso machine plus grinder[, ideally refurbished]'),
      budget: wordings('4-6k[ all in]'),
      authority: wordings('I own both shops[ so the decision is mine]', 'the decision is mine'),
      timeline: wordings('[in ]April'),
    },
  ),
  says(
    "We're getting married on 12 July and still don't have a photographer 😬 Half day is enough. We've 900 left for it. Bea + Ollie, bea.and.ollie@example.com",
    {
      name: ['Bea + Ollie', 'Bea and Ollie', 'Bea'],
      email: 'bea.and.ollie@example.com',
      need: wordings('[a ]photographer'),
      budget: '900',
      timeline: wordings('[on ]12 July'),
    },
  ),
  says(
    "My budget was blown last time so I'm careful now. Would 90 dollars a month get me a cleaner every two weeks? 2 bed apt, Brooklyn. text me 718-555-0127 — Inez",
    {
      name: 'Inez',
      phone: dial('718-555-0127'),
      need: wordings('[a ]cleaner[ every two weeks]'),
      budget: wordings('90 dollars a month'),
    },
  ),
  says('helo i wnat to by a used forklift budjet is 8000 usd need it b4 agust', {
    need: wordings('[to ][by ][a ]used forklift', 'buy a used forklift'),
    budget: '8000 usd',
    timeline: wordings('[b4 ]agust', 'before August'),
  }),
  says(
    'Mobile +91 98765 43210, WhatsApp only. Interested in a two week Kerala tour for 4, late December, 3 lakh total',
    {
      phone: dial('+91 98765 43210'),
      need: wordings('[a ]two week Kerala tour[ for 4]'),
      budget: wordings('3 lakh[ total]'),
      timeline: wordings('late December'),
    },
  ),
  says(
    'Hi, Jordan here from Fenwick Plumbing Supplies. Want to open a trade account, spend would be 2-3k a month. who do I send the forms to',
    {
      name: 'Jordan',
      company: 'Fenwick Plumbing Supplies',
      need: wordings('[to ][open ][a ]trade account'),
      budget: wordings('2-3k a month'),
    },
  ),
  says(
    "Hi my name is Sofia Lindqvist and I'm with Polar Bakery. We'd like catering trays branded with our logo, 500 to start. Timeline is flexible. Not sure about cost. My co-founder Elin approves purchases, I can cc her.",
    {
      name: 'Sofia Lindqvist',
      company: 'Polar Bakery',
      need: wordings('catering trays[ branded with our logo][, 500 to start]'),
      authority: wordings('[my ]co-founder Elin[ approves purchases]', 'Elin approves purchases'),
      timeline: wordings('[Timeline is ]flexible'),
    },
  ),
  says('The invoice ref 2024-0713 for $3,300 has the wrong address on it.'),
  says('My VAT number is IE6388047V, the order was no. 0035312345678.'),
  says('Merry Christmas to all the team!'),
  says(
    "Dear all,\n\nI came across your firm through the Chamber newsletter. We are a family-run nursery (plants, not children!) outside Ghent and our webshop, which was built in 2016, is creaking. Last Easter it went down for two days and cost us about €9,000 in lost orders.\n\nWhat we have in mind is moving the whole thing to Shopify, with the 1,400 products and customer accounts. We would like this live before the spring season, so mid February at the latest. My sister and I own the company equally and decide these things jointly. We have set aside €12,000, not a cent more.\n\nCould we talk on the phone? I'm in the greenhouse until four most days, so after that.\n\nKind regards,\nHilde Vercammen\nVercammen Plants BV\n+32 9 555 01 73\nhilde@vercammenplants.example",
    {
      name: 'Hilde Vercammen',
      email: 'hilde@vercammenplants.example',
      phone: dial('+32 9 555 01 73'),
      company: ['Vercammen Plants BV', 'Vercammen Plants'],
      need: wordings('moving the whole thing to Shopify[, with the 1,400 products and customer accounts]'),
      budget: wordings('€12,000[, not a cent more]'),
      authority: wordings('my sister and I[ own the company equally and][ decide these things jointly]'),
      timeline: wordings(
        '[live ]before the spring season[, so mid February at the latest]',
        '[so ]mid February[ at the latest]',
      ),
    },
  ),
];
