import { answers, says, type VisitorMessage } from '../visitor-message.ts';
import { wordings } from './wordings.ts';

export const software: readonly VisitorMessage[] = [
  says('Does your API support webhooks with retries?'),
  says(
    "We're evaluating three CRMs for a sales team of 18 and expect to choose by end of Q1. I'm the RevOps lead at Northfold, final call is with our CFO. Around $15k/yr is what finance has cleared. – Marcus",
    {
      name: 'Marcus',
      company: 'Northfold',
      jobTitle: wordings('RevOps lead'),
      need: wordings('[evaluating ][three ]CRMs[ for a sales team of 18]', '[a ]CRM[ for a sales team of 18]'),
      budget: wordings('[around ]$15k/yr'),
      authority: wordings('[the ]final call is with our CFO', '[our ]CFO'),
      timeline: wordings('[by ]end of Q1'),
    },
  ),
  says('password reset mail never arrives, I use dev+test@lattice.example', { email: 'dev+test@lattice.example' }),
  says('Can I get a demo? sam.t@example.io, two of us, any day but Friday', {
    email: 'sam.t@example.io',
    need: wordings('[a ]demo'),
  }),
  says('Our current plan is $49 a month and renews on 1 March. How do I add a seat?'),
  says(
    "How long does onboarding usually take? Ideally we'd be live within six weeks. 40 users, replacing spreadsheets for shift planning.",
    {
      need: wordings('[replacing ]spreadsheets for shift planning', 'shift planning'),
      timeline: wordings('[live ][within ]six weeks'),
    },
  ),
  says('not looking to buy anything, just doing a school project on chatbots'),
  says('We need it to be GDPR compliant and hosted in the EU. Is it?', {
    need: wordings('[it ][to be ]GDPR compliant and hosted in the EU'),
  }),
  says(
    'You can reach me at +1 (312) 555-0188 ext 4 or by mail, lena.k@example.com — the number on my old card is dead.',
    {
      email: 'lena.k@example.com',
      phone: ['+1 (312) 555-0188 ext 4', '+1 (312) 555-0188 ext. 4', '+13125550188 ext 4', '+13125550188 ext. 4'],
    },
  ),
  says('We make £2m a year and have 30 staff. Which plan would you suggest?'),
  says('Hey it’s Dee again, still waiting on that call', { name: 'Dee' }),
  says("Can't seem to find your prices anywhere on this site. Frustrating."),
  says('whats your cheapest option'),
];

/** What follows a question for the name. */
export const names: readonly VisitorMessage[] = [
  answers("it's Bob", { name: 'Bob' }),
  answers('Sure! Yewande Adeleke, yewande@adeleke.example', {
    name: 'Yewande Adeleke',
    email: 'yewande@adeleke.example',
  }),
  answers('why do you need that'),
  answers("I'd rather not say"),
  answers('tunde', { name: ['tunde', 'Tunde'] }),
  answers("Mark O'Shaughnessy and the mail is mark.oshaughnessy@example.ie", {
    name: "Mark O'Shaughnessy",
    email: 'mark.oshaughnessy@example.ie',
  }),
  answers('are you a bot?'),
  answers('First tell me whether you deliver on Saturdays'),
  answers('xiao-ming zhou / xmz@example.cn / wechat is better', {
    name: ['xiao-ming zhou', 'Xiao-ming Zhou', 'Xiao-Ming Zhou'],
    email: 'xmz@example.cn',
  }),
  answers('Summer Hill', { name: 'Summer Hill' }),
  answers('skip'),
];
