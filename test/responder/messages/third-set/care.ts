import { says, type VisitorMessage } from '../visitor-message.ts';
import { dial, wordings } from './wordings.ts';

export const care: readonly VisitorMessage[] = [
  says(
    "Hello, I'd like to book a dental check-up and clean for me and my two kids. We're free any afternoon after school. My mobile is 087 123 4567. Thanks, Aoife Brennan",
    {
      name: 'Aoife Brennan',
      phone: dial('087 123 4567'),
      need: wordings('[to ][book ][a ]dental check-up and clean[ for me and my two kids]'),
    },
  ),
  says('Are you taking on new NHS patients at the moment?'),
  says('For your records: date of birth 12/05/1983, NHS number 943 476 5919.'),
  says('im grace, my back has been killing me since tuesday, whats the earliest you can see me', {
    name: ['Grace', 'grace'],
    need: wordings('my back has been killing me[ since tuesday]', '[you can ]see me', 'back pain'),
    timeline: wordings('[the ]earliest[ you can see me]', 'as early as possible'),
  }),
  says(
    'Good morning. I am the practice manager at Elmwood Veterinary Centre and we need a new phone system for two sites before our contract runs out at the end of February. Budget has been agreed at £6,500 plus VAT. The partners sign it off but I make the recommendation. Ruth Pemberton, ruth@elmwoodvets.example, 01632 960 214',
    {
      name: 'Ruth Pemberton',
      email: 'ruth@elmwoodvets.example',
      phone: dial('01632 960 214'),
      company: 'Elmwood Veterinary Centre',
      jobTitle: wordings('practice manager'),
      need: wordings('[a ]new phone system[ for two sites]'),
      budget: wordings('[agreed at ]£6,500[ plus VAT]'),
      authority: wordings('the partners[ sign it off][ but I make the recommendation]'),
      timeline: wordings(
        'before our contract runs out[ at the end of February]',
        '[before ][by ][at ][the ]end of February',
      ),
    },
  ),
  says('is it ok to eat before a blood test'),
  says("I'm allergic to penicillin, does the dentist know?"),
  says(
    'Do you treat tennis elbow? A friend, Kate Morrow, was with you last year and swears by you. I could come in any time next week.',
    { need: wordings('[treat ]tennis elbow'), timeline: wordings('[any time ]next week') },
  ),
  says("I'm Patience. I'd like to know the price of teeth whitening", {
    name: 'Patience',
    need: wordings('[to ][know ][the price of ]teeth whitening'),
  }),
  says(
    "Afternoon. I'm writing on behalf of my mother, who wants a stairlift. She'd be able to pay 2500 or so. She doesn't do email so use mine please: colin.prior@example.com. Colin",
    {
      name: ['Colin', 'Colin Prior'],
      email: 'colin.prior@example.com',
      need: wordings('[a ]stairlift'),
      budget: wordings('2500[ or so]'),
    },
  ),
  says(
    "I make the purchasing decisions for our three clinics and I'm looking for online booking that talks to Dentally. +353 1 555 0199. Dr. Cormac Hayes",
    {
      name: ['Cormac Hayes', 'Dr. Cormac Hayes', 'Dr Cormac Hayes'],
      phone: dial('+353 1 555 0199'),
      need: wordings('online booking[ that talks to Dentally]'),
      authority: wordings('I make the purchasing decisions[ for our three clinics]'),
    },
  ),
];
