import { says, type VisitorMessage } from '../visitor-message.ts';
import { number, wordings } from './wordings.ts';

/** Schools, clubs, and what is let or hired. */
export const places: readonly VisitorMessage[] = [
  says('Is the pool heated in May?'),
  says(
    'Hello we are a party of 6 adults and a baby looking for a cottage with a sea view from 14 to 21 August, max 1500 for the week. Whats available? Fiona Henderson',
    {
      name: 'Fiona Henderson',
      budget: wordings('[max ]1500[ for the week]'),
      need: wordings('[a ]cottage[ with a sea view]'),
      timeline: wordings('[from ]14 to 21 August'),
    },
  ),
  says('We stayed with you 2-9 July, did anyone hand in a green raincoat? Ian Duckworth, 14 Elm Rise', {
    name: 'Ian Duckworth',
  }),
  says(
    'Interested in piano lessons for my son aged 8, beginner. Thursdays after 4 would be ideal, from the start of the spring term. I could stretch to £25 per lesson. Mrs. Adebayo (folake.adebayo@example.com)',
    {
      name: wordings('[Mrs[.] ][Folake ]Adebayo'),
      email: 'folake.adebayo@example.com',
      budget: wordings('£25[ per lesson]'),
      need: wordings('piano lessons[ for my son[ aged 8[, beginner]]]'),
      timeline: wordings('[from ][the ]start of the spring term'),
    },
  ),
  says('What are the term dates for 2026/27?'),
  says(
    "I'd like my daughter to be assessed for dyslexia before her GCSEs next summer. School won't fund it so it's coming from us - 600 at the most. my ex and I both need to agree. Lorna, 01632 960 208",
    {
      name: 'Lorna',
      phone: number('01632 960 208'),
      budget: wordings('600[ at the most]'),
      authority: wordings('my ex and I[ both need to agree]', 'my ex and me'),
      need: wordings('my daughter to be assessed for dyslexia', '[a ]dyslexia assessment[ for my daughter]'),
      timeline: wordings('before her GCSEs[ next summer]', '[before ]next summer'),
    },
  ),
  says(
    'Need a minibus with driver for 16 on Saturday 6th June, pick up Leeds 10am and back from York races around 7. Group of lads so dont judge haha. price? Jordan 07700 900 299',
    {
      name: 'Jordan',
      phone: number('07700 900 299'),
      need: wordings('[a ]minibus[ with driver[ for 16]]'),
      timeline: wordings('[on ]Saturday 6th June'),
    },
  ),
  says("Still waiting for my deposit back. It's been 43 days. £950!!!"),
  says(
    'Looking to hire a hall for a 50th, about 90 guests, saturday 17 oct or the week after. Ideally under $700. My partner doesnt know, its a surprise, so email only pls: shh.party@example.com',
    {
      email: 'shh.party@example.com',
      budget: wordings('[[Ideally ]under ]$700'),
      need: wordings('[[to ]hire ][a ]hall[ for a 50th[, about 90 guests]]'),
      timeline: wordings('[saturday ]17 oct[ or the week after]'),
    },
  ),
  says(
    "I'm the Year 5 teacher at St Bede's Primary and we would like to bring 58 pupils to the farm in the second week of June. The head has to approve all trips. we get £9 per child from the PTA. Miss Lockwood, office@stbedes.example",
    {
      name: wordings('[Miss ]Lockwood'),
      email: 'office@stbedes.example',
      company: "St Bede's Primary",
      jobTitle: 'Year 5 teacher',
      budget: wordings('£9 per child[ from the PTA]'),
      authority: wordings('[The ]head[ has to approve all trips]', 'the head'),
      need: wordings('[to ]bring 58 pupils[ to the farm]'),
      timeline: wordings('[in ][the ]second week of June'),
    },
  ),
  says('Is the 2 bed on Canal Walk still to rent at £1,150 pcm?', { need: wordings('[the ]2 bed on Canal Walk') }),
];
