import { says, type VisitorMessage } from '../visitor-message.ts';
import { wordings } from './wordings.ts';

export const offices: readonly VisitorMessage[] = [
  says(
    "We're a 12-person architecture studio (Halden & Rowe) looking for help with a rebrand and a new website. We've put aside 25 to 30k GBP, and want to launch in September. I'm the studio director and it's my decision along with my business partner. — Imogen Rowe",
    {
      name: 'Imogen Rowe',
      company: 'Halden & Rowe',
      jobTitle: wordings('studio director'),
      need: wordings('[help with ][a ]rebrand and a new website'),
      budget: wordings('25 to 30k GBP'),
      authority: wordings(
        "it's my decision[ along with my business partner]",
        'my decision[ along with my business partner]',
      ),
      timeline: wordings('[to ][launch ][in ]September'),
    },
  ),
  says(
    'Hiya, what would a 5 page wordpress site cost roughly? just starting out so cant spend more than 800 quid. jo',
    {
      name: ['jo', 'Jo'],
      need: wordings('[a ]5 page wordpress site'),
      budget: wordings('[cant spend ][more than ]800 quid', 'no more than 800 quid', 'max 800 quid', 'up to 800 quid'),
    },
  ),
  says('Your competitor quoted us $14,000 for the same campaign. Why are you so much higher?'),
  says(
    'I run marketing for Tidewater Kayaks. We need someone to take over our Google Ads from January. Our ads budget is $4k a month. Callie Brandt, Head of Marketing, callie@tidewaterkayaks.example',
    {
      name: 'Callie Brandt',
      email: 'callie@tidewaterkayaks.example',
      company: 'Tidewater Kayaks',
      jobTitle: wordings('head of marketing', 'Head of Marketing'),
      need: wordings('[someone ][to ]take over our Google Ads'),
      budget: wordings('$4k a month'),
      timeline: wordings('[from ]January'),
    },
  ),
  says(
    'SEO SERVICES!! We will get your website on page 1 of Google for only $149/month. Reply YES. Best regards Kevin Smith, Growth Expert',
  ),
  says(
    "Hello! I'm a journalist with the Harbour Gazette writing about local businesses. Could I speak with whoever handles press? Nadia Ferris, n.ferris@harbourgazette.example",
    {
      name: 'Nadia Ferris',
      email: 'n.ferris@harbourgazette.example',
      company: ['Harbour Gazette', 'the Harbour Gazette'],
      jobTitle: wordings('journalist'),
      need: wordings('[to ]speak with whoever handles press'),
    },
  ),
  says('do you do payment plans'),
  says(
    "we are thinking about a podcast for our charity, haven't worked out the numbers yet and there's no date. just exploring. who would I talk to?",
    { need: wordings('[a ]podcast[ for our charity]') },
  ),
  says(
    "Our budget committee meets on 9 December, so I can't say anything about money before then. What we're after is a short film, 2-3 mins, for our recruitment page. The committee decides, not me. Piotr",
    {
      name: 'Piotr',
      need: wordings('[a ]short film[, 2-3 mins,][ for our recruitment page]', '[a ]short film, 2-3 mins'),
      authority: wordings('[the ][our budget ]committee[ decides][, not me]'),
    },
  ),
  says('Budget: $2,500. Timeline: 3 weeks. Need: product photos for 40 SKUs. Decision maker: me.', {
    need: wordings('product photos[ for 40 SKUs]'),
    budget: '$2,500',
    authority: wordings('[decision maker: ]me', "I'm the decision maker", 'I decide'),
    timeline: wordings('[in ]3 weeks'),
  }),
  says(
    "I'm just the intern so it isn't up to me, but my manager asked me to find out what you'd charge for 200 tote bags with a two colour print",
    {
      jobTitle: wordings('intern'),
      need: wordings("[what you'd charge for ]200 tote bags[ with a two colour print]"),
      authority: wordings(
        "it isn't up to me",
        "[I'm just the intern so ]it isn't up to me",
        'not up to me',
        'my manager',
      ),
    },
  ),
  says(
    'our hr director is going to pick the vendor in june, I only collect the info. leadership training for 25 managers, about 600 per head',
    {
      need: wordings('leadership training[ for 25 managers]'),
      budget: wordings('[about ]600 per head'),
      authority: wordings('[our ]hr director[ is going to pick the vendor][ in june][, I only collect the info]'),
      timeline: wordings('[in ]june'),
    },
  ),
  says(
    'Thinking of selling our flat in the spring, would want a valuation first. 2 bed, paid 310k in 2018. Rob & Kirsty',
    {
      name: ['Rob & Kirsty', 'Rob and Kirsty', 'Rob'],
      need: wordings('[a ]valuation[ first]', '[selling ]our flat'),
      timeline: wordings('[in ][the ]spring'),
    },
  ),
  says('Is info@brightwater.example still your address? Mine bounced.'),
  says('please take me off your mailing list'),
  says('contact: j dot maddox at example dot org', { email: 'j.maddox@example.org' }),
  says("Sorry typo, it's pauline.hurst@example.net not pauline.hirst@example.net", {
    email: 'pauline.hurst@example.net',
  }),
];
