import { answers, says, type VisitorMessage } from '../visitor-message.ts';
import { number, wordings } from './wordings.ts';

export const offices: readonly VisitorMessage[] = [
  says(
    "Hello, I'm Francesca Doyle, marketing manager at Oatwell Foods. We need a rebrand and new packaging for 11 SKUs. Budget is $40-50k and we want to be on shelf by Q3. Our CMO makes the final call. francesca@oatwell.example",
    {
      name: 'Francesca Doyle',
      email: 'francesca@oatwell.example',
      company: 'Oatwell Foods',
      jobTitle: 'marketing manager',
      budget: '$40-50k',
      authority: wordings('[Our ]CMO[ makes the final call]', 'our CMO'),
      need: wordings('[a ]rebrand and new packaging[ for 11 SKUs]'),
      timeline: wordings('[on shelf ][by ]Q3'),
    },
  ),
  says(
    "Hi team - do you have capacity for a landing page? Launch is on 9 February. we've ring-fenced 3,200 EUR. Best, Jens (Nordhavn Cycles)",
    {
      name: 'Jens',
      company: 'Nordhavn Cycles',
      budget: '3,200 EUR',
      need: wordings('[a ]landing page'),
      timeline: wordings('[[Launch is ]on ]9 February', 'by 9 February'),
    },
  ),
  says(
    "Dear Sir/Madam, I was on your website and noticed you don't rank on page 1 of Google. We guarantee 1st page within 90 days from $149/mo. Regards, Alice Johnson, Digital Growth Executive",
    { name: 'Alice Johnson', jobTitle: 'Digital Growth Executive' },
  ),
  says(
    "I'd like to talk to someone in accounts re invoice INV-20391, we've been charged £1,240 twice. Sandra Mills, Purchase Ledger Clerk, Copeland Plastics Ltd, tel 0115 496 0190 ext 12",
    {
      name: 'Sandra Mills',
      phone: [...number('0115 496 0190'), '0115 496 0190 ext 12'],
      company: wordings('Copeland Plastics[ Ltd]'),
      jobTitle: 'Purchase Ledger Clerk',
    },
  ),
  says(
    "We're a charity with three shops and want someone to do our year end accounts - year end is 31 March so they'd have to be filed by 31 December. Trustees will choose between three quotes on the 20th. We paid £1,800 last year. Helen",
    {
      name: 'Helen',
      authority: wordings('Trustees[ will choose[ between three quotes[ on the 20th]]]', 'trustees', 'the trustees'),
      need: wordings('[someone ][to do ][our ]year end accounts'),
      timeline: wordings('[filed ][by ]31 December'),
    },
  ),
  says('Just wanted to say the webinar on Tuesday was brilliant'),
  says('need a solicitor for a will, me and my wife, straightforward. can pay 300. Derek', {
    name: 'Derek',
    budget: '300',
    need: wordings('[a ]solicitor[ for a will[, me and my wife[, straightforward]]]', '[a ]will'),
  }),
  says(
    "My landlord served me notice on 2 January and I have to be out on 2 March. I need advice on whether its valid. Can't pay much, maybe £150. Please ring me on 07700 900 118, Tamsin",
    {
      name: 'Tamsin',
      phone: number('07700 900 118'),
      budget: wordings('[maybe ]£150'),
      need: wordings('advice[ on whether its valid]'),
      timeline: wordings('[[I have to be ]out ][on ]2 March', 'by 2 March', 'before 2 March'),
    },
  ),
  says(
    'Who is your data protection officer? Under GDPR I want a copy of everything you hold about me, you have 30 days.',
  ),
  says(
    "Hi, CFO of a 60-person logistics firm (Trellis Haulage). Our bookkeeper retires end of June, so we'd want outsourced payroll in place by then. What do you charge per head? Nadia Rahimi",
    {
      name: 'Nadia Rahimi',
      company: 'Trellis Haulage',
      jobTitle: 'CFO',
      need: wordings('outsourced payroll[ in place]'),
      timeline: wordings('[by ][the ]end of June'),
    },
  ),
  says(
    "We'd like a 90 second explainer video, animated. Roughly 8 grand. No deadline as such but spring would be great. I'm the founder and there's nobody else to ask, so I decide. — Yusuf, Pebbleback",
    {
      name: 'Yusuf',
      company: 'Pebbleback',
      jobTitle: 'founder',
      budget: wordings('[Roughly ]8 grand', 'roughly 8 grand'),
      authority: wordings(
        'I[ decide]',
        'me',
        '[the ]founder',
        "I'm the founder[ and there's nobody else to ask[, so I decide]]",
        "[there's ]nobody else to ask[, so I decide]",
        'Yusuf',
      ),
      need: wordings('[a ]90 second explainer video[, animated]'),
      timeline: wordings(
        '[in ]spring[ would be great]',
        'by spring',
        'No deadline as such but spring[ would be great]',
      ),
    },
  ),
  says(
    "press enquiry: I'm writing a piece for the Evening Courier on empty high street units and would like a comment by 5pm today. Mark Lomas, reporter, mark.lomas@courier.example",
    {
      name: 'Mark Lomas',
      email: 'mark.lomas@courier.example',
      company: wordings('[the ]Evening Courier'),
      jobTitle: 'reporter',
      need: wordings('[a ]comment[ on empty high street units]'),
      timeline: wordings('[by ]5pm today'),
    },
  ),
  says('are you hiring at the moment? any apprenticeships'),
  answers("Oh sorry! Graham Pike from Pike Lettings, graham@pikelettings.example, 0117 496 0455 if it's urgent", {
    name: 'Graham Pike',
    email: 'graham@pikelettings.example',
    phone: number('0117 496 0455'),
    company: 'Pike Lettings',
  }),
  answers('no thanks'),
];
