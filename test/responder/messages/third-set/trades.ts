import { says, type VisitorMessage } from '../visitor-message.ts';
import { dial, wordings } from './wordings.ts';

export const trades: readonly VisitorMessage[] = [
  says(
    "Hi there, our boiler packed in last night and we've got no hot water. Can someone come out today? We're in BS6. Tom Hadley 07700 900341",
    {
      name: 'Tom Hadley',
      phone: dial('07700 900341'),
      need: wordings(
        "[our ]boiler packed in[ last night][ and we've got no hot water]",
        '[someone ][to ]come out',
        'boiler repair',
        'no hot water',
      ),
      timeline: wordings('today'),
    },
  ),
  says('how much to rewire a 3 bed semi roughly', { need: wordings('[to ]rewire a 3 bed semi[ roughly]') }),
  says(
    "Looking for a quote to replace about 14m of garden fence (came down in the storm on the 3rd). Budget is around £1,200 if that's doable. No huge rush, before spring would be lovely. Cheers, Maureen",
    {
      name: 'Maureen',
      need: wordings('[a quote ][to ]replace [about ]14m of garden fence[ (came down in the storm on the 3rd)]'),
      budget: wordings('[around ]£1,200'),
      timeline: wordings('[No huge rush, ]before spring'),
    },
  ),
  says('I saw you charge £85 an hour on Checkatrade, is that still right?'),
  says('Need a plumber asap!!! water coming thru kitchen ceiling. 0161 496 0733', {
    phone: dial('0161 496 0733'),
    need: wordings('[a ]plumber', 'water coming thru kitchen ceiling'),
    timeline: wordings('asap'),
  }),
  says('We had our patio done by you in May 2021 and I just want to say it still looks great. Thanks again!'),
  says(
    "Can you do a loft conversion for under 40k? House is a 1930s terrace in Leeds. My husband and I will decide together once we've seen three quotes. – Anjali Rao",
    {
      name: 'Anjali Rao',
      need: wordings('[do ][a ]loft conversion'),
      budget: wordings('[under ]40k'),
      authority: wordings("my husband and I[ will decide together][ once we've seen three quotes]"),
    },
  ),
  says('Hi. What are your call-out fees at weekends?'),
  says(
    "My landlord has to approve anything over $500 but I'd like somebody to look at the AC this week. Unit 4B. Darnell, (404) 555-0143",
    {
      name: 'Darnell',
      phone: dial('(404) 555-0143'),
      need: wordings('[somebody ][to ]look at the AC'),
      authority: wordings('[my ]landlord[ has to approve][ anything over $500]'),
      timeline: wordings('this week'),
    },
  ),
  says(
    'Roof leaking over the back bedroom, insurance wants two estimates by 15 January. Please email estimates to g.whitlock@example.co.uk',
    {
      email: 'g.whitlock@example.co.uk',
      need: wordings('roof leaking[ over the back bedroom]', '[two ]estimates'),
      timeline: wordings('[by ]15 January'),
    },
  ),
  says('Do you cover Dún Laoghaire?'),
  says('ok thanks'),
  says(
    "My name's Will and I will be painting the hall myself, I only need someone to hang the wallpaper. Could pay up to 450 euro for it.",
    {
      name: 'Will',
      need: wordings('[someone ][to ]hang the wallpaper'),
      budget: wordings('[up to ]450 euro'),
    },
  ),
  says('Just had a look at your gallery, lovely work!'),
  says(
    "We're moving office on 28 March and need the server room cabled before that. 60 drops, two cabinets. Whole fit-out is capped at €18.000 and the cabling has to come out of that. Niamh Daly, Facilities Manager, Corrib Analytics",
    {
      name: 'Niamh Daly',
      company: 'Corrib Analytics',
      jobTitle: wordings('facilities manager', 'Facilities Manager'),
      need: wordings('[the ]server room cabled[. 60 drops, two cabinets]', 'cabling'),
      budget: wordings('[capped at ]€18.000'),
      timeline: wordings('[before ][on ]28 March', 'before that', 'moving office on 28 March', 'before moving office'),
    },
  ),
  says(
    'Hello, this is Brother Anselm from the priory. Two of the chapel windows are cracked and we would want a stained-glass restorer to see them before winter. Funds are modest: perhaps four thousand pounds. The prior has the last word.',
    {
      name: ['Brother Anselm', 'Anselm'],
      need: wordings('[a ]stained-glass restorer[ to see them]', 'two of the chapel windows are cracked'),
      budget: wordings('[perhaps ]four thousand pounds'),
      authority: wordings('[the ]prior[ has the last word]'),
      timeline: wordings('before winter'),
    },
  ),
  says(
    "I've lived here since March 2020 and never had a problem with damp until now. Could someone survey it? I'd want it done by the time my tenants move in, 1st of June.",
    {
      need: wordings('[someone ][to ]survey it', '[a ]problem with damp', 'damp', '[a ]damp survey'),
      timeline: wordings('by the time my tenants move in[, 1st of June]', '[by ][the ]1st of June'),
    },
  ),
  says(
    "We'd need planning drawings done in the next couple of months for an annexe. Owner of the house is my dad, he'll sign, I'm only organising. Leigh 07700 900 522",
    {
      name: 'Leigh',
      phone: dial('07700 900 522'),
      need: wordings('planning drawings[ done][ for an annexe]'),
      authority: wordings("owner of the house is my dad[, he'll sign][, I'm only organising]", 'my dad', "he'll sign"),
      timeline: wordings('[in ][the ]next couple of months'),
    },
  ),
  says(
    'Hi\nI need 3 dumpsters on site Monday morning, 20 yd each. PO will come from the GC.\n\nRay Castellano\nSite Superintendent\nBrannigan Construction\n313.555.0164',
    {
      name: 'Ray Castellano',
      phone: dial('313.555.0164'),
      company: 'Brannigan Construction',
      jobTitle: ['Site Superintendent', 'site superintendent'],
      need: wordings('3 dumpsters[ on site][, 20 yd each]'),
      timeline: wordings('[on ]Monday[ morning]'),
    },
  ),
  says("Can't afford the 1,900 you quoted; 1,500 is what I've got. Same job, the front steps. Ola", {
    name: 'Ola',
    need: wordings('[same job, ][the ]front steps'),
    budget: wordings("1,500[ is what I've got]"),
  }),
  says('Is Fay Booth still with you? She did our garden at the old place.'),
  says('its for my comany Zenith tiling, we need 2 vans wrapped, my nr is 07700 900 688', {
    company: ['Zenith tiling', 'Zenith Tiling'],
    phone: dial('07700 900 688'),
    need: wordings('2 vans wrapped'),
  }),
  says(
    "S$4,000 is our ceiling, and we'd want it finished before Chinese New Year. Repainting a 4-room HDB flat. Mdm Tan, 9123 4567",
    {
      name: ['Mdm Tan', 'Tan'],
      phone: dial('9123 4567'),
      need: wordings('repainting a 4-room HDB flat'),
      budget: wordings('S$4,000[ is our ceiling]'),
      timeline: wordings('before Chinese New Year'),
    },
  ),
  says('I work as a caretaker for Ferncliff Housing Trust and three of the stairwell lights in block C are out again', {
    company: 'Ferncliff Housing Trust',
    jobTitle: wordings('caretaker'),
    need: wordings('three of the stairwell lights[ in block C][ are out][ again]', 'stairwell lights'),
  }),
  says(
    "Office manager here. We want the windows done once a month starting in the new year; MD signs off anything regular. What's your rate for a two storey unit?",
    {
      jobTitle: wordings('office manager'),
      need: wordings('[the ]windows done[ once a month]'),
      authority: wordings('[our ]MD[ signs off][ anything regular]'),
      timeline: wordings('[starting ][in ]the new year'),
    },
  ),
  says(
    'That works, go ahead with Tuesday.\n\n> Dear customer,\n> shall we come on Tuesday or Wednesday?\n> Beacon Joinery, hello@beaconjoinery.example, 01632 960555',
    {
      timeline: wordings('[on ]Tuesday'),
    },
  ),
  says('I was given your number, 0113 496 0022, by Steve at the tile shop. Is that you?'),
  says('can somebody call me pls 0491 570 156', { phone: dial('0491 570 156') }),
  says('No longer need the quote, we found someone. Thanks anyway'),
];
