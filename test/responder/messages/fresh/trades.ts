import { answers, says, type VisitorMessage } from '../visitor-message.ts';
import { number, wordings } from './wordings.ts';

export const trades: readonly VisitorMessage[] = [
  says(
    "Hi there, we've got a leak under the kitchen sink and the cupboard's soaked, can someone come out today? I'm at home all day on 07700 900 384. Cheers, Moira",
    {
      name: 'Moira',
      phone: number('07700 900 384'),
      need: wordings("[[we've got ]a ]leak under the kitchen sink[ and the cupboard's soaked]"),
      timeline: 'today',
    },
  ),
  says(
    "Need a quote for rewiring a 3 bed semi built 1962. We'd like it done before we move in, which is 14 May. Budget's about £6k tops. Tom Aldridge, tom.aldridge@fenmail.example",
    {
      name: 'Tom Aldridge',
      email: 'tom.aldridge@fenmail.example',
      budget: wordings('[about ]£6k[ tops]'),
      need: wordings('[[a ]quote for ]rewiring[ a 3 bed semi[ built 1962]]'),
      timeline: wordings('before we move in[, which is 14 May]', '[before ]14 May'),
    },
  ),
  says('Your fitter was meant to be here at 9 and its now twenty past 2. I took the day off for this. Order 448120.'),
  says('How much do you charge for call outs on a sunday'),
  says(
    'hiya, after someone to take down 2 big leylandii at the bottom of the garden, theyre about 25ft. no rush, any time before the summer. ring me on 01632 960 417 after 6, Gav',
    {
      name: 'Gav',
      phone: number('01632 960 417'),
      need: wordings('[someone ][to ]take down 2 big leylandii[ at the bottom of the garden]'),
      timeline: wordings('[[no rush, ]any time ]before the summer'),
    },
  ),
  says(
    "We are a block management company (Harrow Court Residents Ltd) and need the communal hallways repainted, 4 floors. Any spend above £2,500 has to be approved by the residents' committee. When could you come to measure up? Denise Okafor, property manager",
    {
      name: 'Denise Okafor',
      company: wordings('Harrow Court Residents[ Ltd]'),
      jobTitle: 'property manager',
      authority: wordings("[[Any spend above £2,500 has to be ]approved by ][the ]residents' committee"),
      need: wordings('[the ]communal hallways repainted[, 4 floors]'),
    },
  ),
  says('Thanks so much for the lovely job on the patio, neighbours are all jealous!! x'),
  says(
    'Hello. I would like a new consumer unit fitting and an EV charger putting on the side of the house. I have a quote already at £1,180 from another firm but would rather use someone local. Is it possible before Easter? Kind regards Brian Tunnicliffe 0161 496 0352',
    {
      name: 'Brian Tunnicliffe',
      phone: number('0161 496 0352'),
      need: wordings('[a ]new consumer unit[ fitting] and an EV charger[ putting on the side of the house]'),
      timeline: 'before Easter',
    },
  ),
  says('Boiler making a banging noise again since you serviced it on the 3rd of November. not happy'),
  says(
    'Roof needs replacing on our barn, approx 220 sq m, box profile sheets. We can go to $18,000 but not beyond that. Would have to be done between calving and hay, so late April to end of May. My dad signs the checks. Cody Brandt / Brandt Family Farm / (406) 555-0143',
    {
      name: 'Cody Brandt',
      phone: number('(406) 555-0143'),
      company: 'Brandt Family Farm',
      budget: wordings('[to ]$18,000[ but not beyond that]', 'up to $18,000'),
      authority: wordings('[My ]dad[ signs the checks]', 'my dad[ signs the checks]'),
      need: wordings(
        'Roof needs replacing[ on our barn[, approx 220 sq m[, box profile sheets]]]',
        'Roof replacing[ on our barn]',
        'replacing [the ]roof[ on our barn]',
      ),
      timeline: wordings('[between calving and hay, so ]late April to end of May', 'between calving and hay'),
    },
  ),
  says("What's your postcode please, sat nav is sending me to a field"),
  says(
    "Looking to get 3 internal doors hung, I've already bought the doors. Hoping for this week or next. Thx, Priya S.",
    {
      name: wordings('Priya[ S[.]]'),
      need: wordings('[[to ]get ]3 internal doors hung'),
      timeline: 'this week or next',
    },
  ),
  answers('sure, its malcolm. malc.webber@example.com', {
    name: wordings('malcolm', 'Malcolm'),
    email: 'malc.webber@example.com',
  }),
  says(
    'We have a holiday let near Bude that needs a deep clean between guests every Saturday from 5 April to the end of October. Our last cleaner charged £90 a time which was too much. Jo Penrose (jo@penrosecottages.example)',
    {
      name: 'Jo Penrose',
      email: 'jo@penrosecottages.example',
      need: wordings('[a ]deep clean[ between guests][ every Saturday]'),
      timeline: wordings('[every Saturday ]from 5 April[ to the end of October]', '5 April to the end of October'),
    },
  ),
  says(
    'carpet for stairs and landing, grey, nothing fancy. got 400 quid to spend. need it in before the in-laws come on the 22nd',
    {
      budget: '400 quid',
      need: wordings('[grey ]carpet for stairs and landing[, grey[, nothing fancy]]'),
      timeline: wordings('before the in-laws come[ on the 22nd]', '[before ]the 22nd'),
    },
  ),
  says(
    'We can send you 40+ qualified homeowners per month looking for a new roof, for only $299. Interested? Reply YES or call now, slots are closing by Friday!!',
  ),
];
