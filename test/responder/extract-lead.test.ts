import { describe, expect, test } from 'vitest';
import { extractLead } from '../../src/domain/conversations/responder/extract-lead.ts';
import { readConversation } from '../../src/domain/conversations/responder/read-conversation.ts';
import { bant, read, writtenAt } from './read.ts';

describe('a budget', () => {
  bant('budget', [
    ['$5k', '$5k'],
    ['We have a budget of 2,000 EUR', '2,000 EUR'],
    ['around 10k per month', 'around 10k per month'],
    ['our budget is 5000', '5000'],
    ['Budget: €2.000', '€2.000'],
    ['budget is about $300 per month.', 'about $300 per month'],
    ['we can spend up to $1,500/month', 'up to $1,500/month'],
    ['$5k-$10k', '$5k-$10k'],
    ['we are willing to pay 200 dollars a month', '200 dollars a month'],
    ['a 20k budget', '20k'],
    ['Our budget is 5k, is that enough?', '5k'],
    ['roughly 2 million dollars', 'roughly 2 million dollars'],
    ['does it cost $50?', null],
    ['Is it $99/month?', null],
    ['why is it $5k?', null],
    ['your website says $49 per month', null],
    ['we made $5M last year', null],
    ['I paid $20 and want a refund', null],
    ['what budget do I need, $5k?', null],
    ['around 10k visitors per month', null],
    ['we have 500 employees', null],
    ['20% of our budget', null],
    ['no budget limit', null],
    ['5k run', null],
    ['A$AP', null],
    ['our budget is not $5k, it is $8k', '$8k'],
    ['we do not have a budget of $5k', null],
    ['75 lakhs is our budget', '75 lakhs'],
    ['our budget is £1,000pcm', '£1,000pcm'],
    ['we have 20k to spend', '20k'],
    ['I make $80k a year', null],
  ]);
});

describe('authority', () => {
  bant('authority', [
    ["I'm the owner", "I'm the owner"],
    ['I am the decision maker here', 'I am the decision maker'],
    ['I make the decisions', 'I make the decisions'],
    ["It's my call", "It's my call"],
    ['I decide on tools', 'I decide'],
    ['I need to ask my boss', 'need to ask my boss'],
    ["I'll have to run it by our procurement", 'have to run it by our procurement'],
    ['my manager has to approve', 'my manager has to approve'],
    ['I should check with my business partner first', 'should check with my business partner'],
    ["I'm not the owner", null],
    ['I am NOT the decision maker', null],
    ["I'm the owner's daughter", null],
    ["I can't decide between the two", null],
    ['who decides?', null],
    ['are you the owner?', null],
    ['ask my boss about football', null],
  ]);
});

describe('a need', () => {
  bant('need', [
    ['We need a chatbot for our website.', 'a chatbot for our website'],
    ["I'm looking for a CRM, my budget is $5k", 'a CRM'],
    ['interested in your enterprise plan', 'your enterprise plan'],
    ['we need a chatbot by March', 'a chatbot'],
    ["I'd like a demo of the product", 'a demo of the product'],
    ['We are currently looking for help with onboarding asap', 'help with onboarding'],
    ['I want to automate lead capture and we can spend $1k', 'to automate lead capture'],
    ['need help with payroll', 'help with payroll'],
    ['Need: ERP migration', 'ERP migration'],
    ["I'd like an appointment with Dr. Brown", 'an appointment with Dr. Brown'],
    ['we need help, our site is down', null],
    ['we want to sell our home before Xmas', 'to sell our home'],
    ["I'm looking", null],
    ['just looking', null],
    ['looking forward to it', null],
    ['not interested in anything', null],
    ["I don't need a CRM", null],
    ['we are no longer looking for a CRM', null],
    ['do I need a credit card?', null],
    ['I need to ask my boss', null],
    ['I need it', null],
    ["I'd like to speak to a person", null],
    ['what I need is unclear', null],
  ]);
});

describe('a timeline', () => {
  bant('timeline', [
    ['next week', 'next week'],
    ['we want to go live by March', 'by March'],
    ['asap please', 'asap'],
    ['A.S.A.P.', 'A.S.A.P'],
    ['sometime this quarter', 'this quarter'],
    ['by the end of the month', 'by the end of the month'],
    ['before Christmas', 'before Christmas'],
    ['within 2-3 weeks', 'within 2-3 weeks'],
    ['in the next couple of months', 'in the next couple of months'],
    ['by 15 March 2027', 'by 15 March'],
    ['in Q3', 'in Q3'],
    ['in June 2027', 'in June 2027'],
    ['before Xmas', 'before Xmas'],
    ['can this wait until tomorrow?', null],
    ['it is urgent', 'is urgent'],
    ['as soon as possible', 'as soon as possible'],
    ['Can we start next Monday?', 'next Monday'],
    ['last week', null],
    ['by the way', null],
    ['signed by John', null],
    ['the house next door', null],
    ['are you open next week?', null],
    ['I may come', null],
    ['we launched this year', null],
    ['this is fine', null],
    ['it may be', null],
    ['what in may', null],
  ]);
});

describe('a year', () => {
  const timelineIn = (year: number, text: string) =>
    read(text, undefined, new Date(Date.UTC(year, 5, 1))).bant.timeline;

  test('is ahead until it is over, as of when the message was written', () => {
    for (const text of ['in June 2027', 'we want it done by 2027', 'by 15 March 2027']) {
      expect(timelineIn(2026, text), text).toBeDefined();
      expect(timelineIn(2027, text), text).toBeDefined();
      expect(timelineIn(2028, text), text).toBeUndefined();
    }
  });

  test('of another message does not pass with it', () => {
    const messages = [
      { role: 'VISITOR', content: 'We want it in June 2027', createdAt: new Date('2027-02-01T00:00:00Z') },
      { role: 'VISITOR', content: 'Hello?', createdAt: new Date('2029-02-01T00:00:00Z') },
    ] as const;
    expect(readConversation(messages, { name: null, email: null }).bant.timeline).toBe('in June 2027');
  });
});

describe('a whole message', () => {
  test('gives everything away at once', () => {
    const text = `Hi, I'm Ada Lovelace from Acme Corp. I'm the head of operations and I make the decisions.
      We're looking for a chatbot for our support team by the end of the quarter.
      Our budget is around $2k per month. You can reach me at ada@acme.example or +44 20 7946 0958.`;
    expect(read(text)).toEqual({
      name: 'Ada Lovelace',
      email: 'ada@acme.example',
      phone: '+44 20 7946 0958',
      company: 'Acme Corp',
      jobTitle: 'head of operations',
      bant: {
        budget: 'around $2k per month',
        authority: 'I make the decisions',
        need: 'a chatbot for our support team',
        timeline: 'by the end of the quarter',
      },
      score: 100,
      temperature: 'HOT',
    });
  });

  test('may give nothing away', () => {
    for (const text of ['', ' ', 'Hello!', 'How does it work?', 'ok', '👍', '...', '12', '\n\n']) {
      expect(read(text), text).toEqual({ bant: {} });
    }
  });

  test('wins over what the page told, which fills the rest', () => {
    const visitor = { name: 'A. L.', email: 'page@example.com' };
    expect(extractLead({ content: "I'm Ada", createdAt: writtenAt }, visitor)).toMatchObject({
      name: 'Ada',
      email: 'page@example.com',
    });
    expect(extractLead({ content: 'hello', createdAt: writtenAt }, visitor)).toMatchObject({
      name: 'A. L.',
      email: 'page@example.com',
    });
  });

  test('reads the same way every time', () => {
    const text = "I'm Ada, ada@example.com, budget $5k, next week";
    expect(read(text)).toEqual(read(text));
  });
});
