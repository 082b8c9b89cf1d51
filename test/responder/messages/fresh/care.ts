import { answers, says, type VisitorMessage } from '../visitor-message.ts';
import { number, wordings } from './wordings.ts';

export const care: readonly VisitorMessage[] = [
  says(
    "Good morning, I'd like to register my two children (4 and 7) with the practice and get them both a check-up before school starts in September. My number is 07700 900 561. Thanks, Amara Nwosu",
    {
      name: 'Amara Nwosu',
      phone: number('07700 900 561'),
      need: wordings('[to ]register my two children[ (4 and 7)][ with the practice][ and get them both a check-up]'),
      timeline: wordings('before school starts[ in September]', '[before ]September'),
    },
  ),
  says('I cracked a tooth last night on an olive stone. Any chance of an emergency appointment this morning?', {
    need: wordings('[an ]emergency appointment'),
    timeline: 'this morning',
  }),
  says(
    'I had an appointment on 12/02/2026 at 10:40 with Dr Patel and I have still not had my results. Patient number 77201946. Who do I complain to?',
  ),
  says(
    "My mum is coming out of hospital on Thursday & needs someone twice a day to help with washing, meds. We're her carers really but both work. My sister Ruth has power of attorney so she'd be the one deciding. I'm Keith Barlow, 0113 496 0218",
    {
      name: 'Keith Barlow',
      phone: number('0113 496 0218'),
      authority: wordings(
        '[My ]sister Ruth',
        'My sister',
        'my sister[ Ruth]',
        'Ruth',
        "My sister Ruth has power of attorney[ so she'd be the one deciding]",
      ),
      need: wordings('someone twice a day[ to help with washing, meds]', 'help with washing, meds'),
      timeline: wordings('[coming out of hospital ][on ]Thursday', 'from Thursday', 'by Thursday'),
    },
  ),
  says(
    'Hi, physio for a dodgy knee, ideally evenings. I can afford around 45 a session. Started after a half marathon on 8 Sept. -- Liam',
    {
      name: 'Liam',
      budget: wordings('[around ]45[ a session]'),
      need: wordings('physio[ for a dodgy knee[, ideally evenings]]'),
    },
  ),
  says(
    'We look after around 140 staff at Teller & Voss and are looking for a clinic to do flu jabs on site in October. We have £5,000 set aside. HR director here, I sign these off myself. Please email r.kaur@tellervoss.example. Ravinder Kaur',
    {
      name: 'Ravinder Kaur',
      email: 'r.kaur@tellervoss.example',
      company: 'Teller & Voss',
      jobTitle: 'HR director',
      budget: wordings('£5,000[ set aside]'),
      authority: wordings('I[ sign these off[ myself]]', 'me', '[the ]HR director', 'Ravinder Kaur'),
      need: wordings('[[a ]clinic to do ]flu jabs[ on site]'),
      timeline: wordings('[in ]October'),
    },
  ),
  says('Please cancel my appointment tomorrow, I have covid. Ellen Fry DOB 19/07/1988', { name: 'Ellen Fry' }),
  says('Do you take Aetna?'),
  answers('Beatriz', { name: 'Beatriz' }),
  answers("I'd rather not say, I just want to know if the vaccine clinic is open Saturday"),
  says(
    "I'm Dr Owen Fairley, associate at Linden Veterinary Group. We're after a locum nurse for 6 weeks from 1 March, rate up to £22/hr. The practice principal (Sheila) has the last word. 020 7946 0611.",
    {
      name: wordings('[Dr ]Owen Fairley'),
      phone: number('020 7946 0611'),
      company: 'Linden Veterinary Group',
      jobTitle: 'associate',
      budget: wordings('[rate ][up to ]£22/hr'),
      authority: wordings(
        '[The ]practice principal[ (Sheila)][ has the last word]',
        'the practice principal[ (Sheila)]',
        'Sheila',
      ),
      need: wordings('[a ]locum nurse[ for 6 weeks]'),
      timeline: wordings('[for 6 weeks ][from ]1 March'),
    },
  ),
  says('Invisalign - been quoted £3,900 at another practice, is yours cheaper?', { need: 'Invisalign' }),
  says(
    'hello my cat Biscuit hasnt eaten since monday shes 14 can you see her this afternoon?? my name is karen holt, call 07700900733',
    {
      name: wordings('karen holt', 'Karen Holt'),
      phone: '07700900733',
      need: wordings('[my ]cat[ Biscuit] hasnt eaten[ since monday[ shes 14]]', 'see her', 'see my cat'),
      timeline: 'this afternoon',
    },
  ),
  says(
    'Hi, could I book a full body massage for my wife, voucher or pay on the day is fine. Her birthday is on the 30th so any time before that. Under 70 if possible. Stuart McNeil stu.mcneil@example.org',
    {
      name: 'Stuart McNeil',
      email: 'stu.mcneil@example.org',
      budget: wordings('[Under ]70', 'under 70'),
      need: wordings('[book ][a ]full body massage[ for my wife]'),
      timeline: wordings('[any time ]before the 30th', 'the 30th', 'on the 30th', 'any time before that'),
    },
  ),
];
