import { answers, says, type VisitorMessage } from '../visitor-message.ts';
import { number, wordings } from './wordings.ts';

export const shops: readonly VisitorMessage[] = [
  says('Where is my order 10045872? It said delivery 18-20 Nov.'),
  says(
    "Hi! I'm looking for a wedding cake for 80 people, 3 tier, lemon + elderflower. The big day is 21 June. We've put aside around £350 for it. Charlotte x",
    {
      name: 'Charlotte',
      budget: wordings('[around ]£350'),
      need: wordings('[a ]wedding cake[ for 80 people[, 3 tier[, lemon + elderflower]]]'),
      timeline: wordings('[The big day is ]21 June', 'on 21 June', 'by 21 June', 'for 21 June'),
    },
  ),
  says('I bought a sofa from you for £1,299 in 2021 and the frame has gone. What is the warranty?'),
  says(
    "We own a cafe and would like to stock your beans, 15kg per week to begin with, starting the first week of February. What's your trade price? Ines Carvalho, Corner Leaf Café, ines@cornerleaf.example",
    {
      name: 'Ines Carvalho',
      email: 'ines@cornerleaf.example',
      company: 'Corner Leaf Café',
      need: wordings('[[to ]stock ]your beans[, 15kg per week[ to begin with]]', '15kg per week'),
      timeline: wordings('[starting ][the ]first week of February'),
    },
  ),
  says('can i return something without the receipt'),
  says(
    'Need 60 hi-vis vests with our logo by Monday 9th, company is Brightgate Scaffolding. Once I get a price our buyer Colin has to okay it. Steph 07700 900 842',
    {
      name: 'Steph',
      phone: number('07700 900 842'),
      company: 'Brightgate Scaffolding',
      authority: wordings('[our ]buyer Colin[ has to okay it]', '[our ]buyer', 'Colin'),
      need: wordings('60 hi-vis vests[ with our logo]'),
      timeline: wordings('[by ]Monday 9th'),
    },
  ),
  says(
    'hi i want to buy a second hand piano for my daughter, upright, budget 800 to 1000 dollars, we live in a 2nd floor apt so delivery matters. Min-ji Park',
    {
      name: 'Min-ji Park',
      budget: '800 to 1000 dollars',
      need: wordings('[[to ]buy ][a ]second hand piano[ for my daughter[, upright]]'),
    },
  ),
  says("My voucher code SPRING25 doesn't work, it says expired 30/04"),
  says(
    'Looking for a road bike, 56cm frame, my limit is 1.2k. would want it for a sportive at the end of next month. tel +353 20 912 3456 - Cian',
    {
      name: 'Cian',
      phone: number('+353 20 912 3456'),
      budget: '1.2k',
      need: wordings('[a ]road bike[, 56cm frame]'),
      timeline: wordings('[[for a sportive ]at ][the ]end of next month', 'by the end of next month'),
    },
  ),
  answers('Mrs P Whitcombe', { name: wordings('[Mrs ]P Whitcombe') }),
  answers('its for the order i placed saturday, not interested in giving more details'),
  says(
    "Good afternoon, I manage purchasing for the Alder Street Hotel and we'd be interested in linen for 42 rooms, white, 300 thread count. Somewhere in the region of $6,500 has been budgeted. It would have to arrive before we reopen on April 1st. Sincerely, Marguerite Bell, Purchasing Manager, (312) 555-0188, mbell@alderstreet.example",
    {
      name: 'Marguerite Bell',
      email: 'mbell@alderstreet.example',
      phone: number('(312) 555-0188'),
      company: wordings('[the ]Alder Street Hotel'),
      jobTitle: 'Purchasing Manager',
      budget: wordings('[[Somewhere ]in the region of ]$6,500', 'somewhere in the region of $6,500'),
      need: wordings('linen for 42 rooms[, white[, 300 thread count]]', 'linen'),
      timeline: wordings('before we reopen[ on April 1st]', '[before ]April 1st'),
    },
  ),
];
