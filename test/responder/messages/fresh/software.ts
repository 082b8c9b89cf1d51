import { answers, says, type VisitorMessage } from '../visitor-message.ts';
import { number, wordings } from './wordings.ts';

export const software: readonly VisitorMessage[] = [
  says(
    "Evaluating booking systems for our 3 salons (Lark & Rye). Currently on a spreadsheet. Needs deposits and SMS reminders. We'd want to switch over in January after the Christmas rush. Our budget is $120 per month per site. I'm the operations lead, the two owners will decide. Bex Hanley bex@larkandrye.example",
    {
      name: 'Bex Hanley',
      email: 'bex@larkandrye.example',
      company: 'Lark & Rye',
      jobTitle: 'operations lead',
      budget: wordings('$120 per month[ per site]'),
      authority: wordings('[the ]two owners[ will decide]', 'the owners'),
      need: wordings(
        'booking systems[ for our 3 salons]',
        '[a ]booking system[ for our 3 salons]',
        'Evaluating booking systems[ for our 3 salons]',
      ),
      timeline: wordings('[in ]January[ after the Christmas rush]', 'after the Christmas rush'),
    },
  ),
  says('Getting error 0x80070057 when I export since the 4.2.1 update'),
  says('Do you have SSO on the $49 plan?'),
  says(
    "hey, can I get a demo of the inventory thing? we're 25 people at Hallam Optics. sr engineer so not the person who pays lol, thats my boss Uma",
    {
      company: 'Hallam Optics',
      jobTitle: 'sr engineer',
      authority: wordings('my boss[ Uma]', 'boss Uma', 'Uma'),
      need: wordings('[a ]demo[ of the inventory thing]', '[the ]inventory thing'),
    },
  ),
  says(
    'We have 1,200 devices to manage and our contract with the current vendor runs out on 30 Sept. so we need an MDM rolled out by the end of August. 15k a year has been put by for it. Piotr Zielinski, Head of IT, Marlow Academy Trust, p.zielinski@marlowtrust.example',
    {
      name: 'Piotr Zielinski',
      email: 'p.zielinski@marlowtrust.example',
      company: 'Marlow Academy Trust',
      jobTitle: 'Head of IT',
      budget: wordings('15k[ a year]'),
      need: wordings('[an ]MDM[ rolled out]'),
      timeline: wordings('[by ][the ]end of August'),
    },
  ),
  says("can't log in, reset link never arrives. my account is under t.ferrer@example.net", {
    email: 't.ferrer@example.net',
  }),
  says('Is your API rate limited? Docs say 100 per minute but I get 429 after 60'),
  says(
    "Hello, I'm a partner in a 9-lawyer firm, Castellan Law. We are looking to replace our time recording software in the new year. Somewhere between 300 and 500 a month is what we can justify. All partners vote on these things. Best, Rosalind Achterberg",
    {
      name: 'Rosalind Achterberg',
      company: 'Castellan Law',
      jobTitle: 'partner',
      budget: wordings('[between ]300 and 500[ a month]', 'Somewhere between 300 and 500[ a month]'),
      authority: wordings('All partners[ vote on these things]', 'all partners', '[the ]partners'),
      need: wordings('[[to ]replace ][our ]time recording software', 'new time recording software'),
      timeline: wordings('[in ]the new year', 'new year'),
    },
  ),
  says('Your pricing page says 20% off until 31 Dec, does that go for annual too?'),
  says(
    'Want to integrate your chat with our Shopify store, is there a plugin? Web developer here, hello@tallowandtwine.example',
    {
      email: 'hello@tallowandtwine.example',
      jobTitle: wordings('Web developer', 'web developer'),
      need: wordings('[to ]integrate your chat with our Shopify store', '[a ]plugin', 'integrate your chat'),
    },
  ),
  answers('Kofi from Adinkra Studio', { name: 'Kofi', company: 'Adinkra Studio' }),
  says(
    "We need help moving 14 mailboxes from Google to Microsoft. must happen over a weekend in March, no downtime. I've got 2,000 CAD for everything incl. licences. -Renée Gauthier, 514-555-0172",
    {
      name: 'Renée Gauthier',
      phone: number('514-555-0172'),
      budget: wordings('2,000 CAD[ for everything[ incl. licences]]'),
      need: wordings('[help ]moving 14 mailboxes[ from Google to Microsoft]'),
      timeline: wordings('[over ]a weekend in March', '[in ]March'),
    },
  ),
];
