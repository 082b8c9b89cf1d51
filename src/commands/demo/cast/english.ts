import type { Talk } from './talk.ts';

export const englishTalks: readonly Talk[] = [
  {
    language: 'en',
    turns: [
      ['visitor', 'Hi, we need a new kitchen by April. Our budget is around $25k.'],
      ['visitor', 'I am {name}, {email}'],
      ['visitor', 'How much does an island with a quartz top add?'],
      ['takes over'],
      ['team', 'Hi {first}, Priya from Lakeside here. A quartz island is usually $3,200 to $4,500 with installation.'],
      ['visitor', 'That works. Could somebody come to {city} to measure?'],
      ['team', 'Yes: Thursday at ten or Friday at two. Which one suits you?'],
      ['visitor', 'Friday at two, please.'],
      ['team', 'Friday at two it is. You will get a note with everything we agreed on.'],
      ['closes'],
    ],
  },
  {
    language: 'en',
    turns: [
      ['visitor', 'Hello, I am {name}. We are looking for shaker fronts in sage green for a cottage near {city}.'],
      ['visitor', '{email}, and my phone is {phone}'],
      ['visitor', 'Thanks!'],
      ['closes'],
    ],
  },
  {
    language: 'en',
    turns: [
      ['visitor', 'Can I talk to a real person? My installation date moved twice already.'],
      ['takes over'],
      ['team', 'I am sorry about that. I am Priya; which name is the order under?'],
      ['visitor', '{name}, {email}'],
      ['team', 'Found it. The fitters are confirmed for next Tuesday at eight, and delivery is on us for the trouble.'],
      ['visitor', 'Thank you, that helps.'],
      ['hands back'],
      ['visitor', 'thanks'],
      ['closes'],
    ],
  },
  {
    language: 'en',
    turns: [
      ['visitor', 'We manage short stays and want six identical kitchens, before June.'],
      ['visitor', 'This is {name}, {email}. I decide on purchases with my partner.'],
      ['takes over'],
      ['team', 'Hi {first}, six kitchens fit our series line. May I call you on Monday with figures?'],
      ['visitor', 'Monday works, {phone}'],
      ['team', 'Perfect. I will bring two layouts, so that you can choose.'],
      ['hands back'],
    ],
  },
  { language: 'en', turns: [['visitor', 'Just looking around, thank you.'], ['closes']] },
  {
    language: 'en',
    turns: [
      ['visitor', 'Do you take the old kitchen away?'],
      ['takes over'],
      ['team', 'We do: dismantling and disposal are part of every installation.'],
      ['visitor', 'Great. I am interested in your walnut line, {email}'],
      ['team', 'I have put a walnut sample in the post to {city} for you.'],
      ['closes'],
    ],
  },
  {
    language: 'en',
    turns: [
      ['visitor', 'Hi, I would like to book a meeting in your showroom next week.'],
      ['visitor', '{name} and {email}'],
      ['takes over'],
      ['team', 'Hi {first}, Wednesday at six is free, and there is parking behind the building.'],
      ['visitor', 'Wednesday at six is fine.'],
      ['team', 'See you then.'],
      ['closes'],
    ],
  },
];

/** What is under way when the month ends. */
export const englishNow = {
  held: {
    language: 'en',
    turns: [
      ['visitor', 'Hello, our contractor found a water pipe behind the cabinets. We need to move the sink.'],
      ['visitor', 'I am {name}, {email}'],
      ['takes over'],
      ['team', 'Hi {first}, that is no problem. How far from the wall does the pipe sit?'],
      ['visitor', 'About 40 centimetres. Does that change the worktop?'],
    ],
  },
  waiting: {
    language: 'en',
    turns: [
      ['visitor', 'Hi, my name is {name} and my email is {email}.'],
      ['visitor', 'Could I speak to a person about financing?'],
    ],
  },
  open: { language: 'en', turns: [['visitor', 'Good morning! We need two vanities for a bathroom in {city}.']] },
} as const satisfies Record<string, Talk>;
