import { describe, expect, test } from 'vitest';
import type { Bant, Captured } from '../../src/domain/conversations/responder/captured.ts';
import { extractLead } from '../../src/domain/conversations/responder/extract-lead.ts';

const nobody = { name: null, email: null };
const read = (text: string, lastReply?: string): Captured => extractLead(text, nobody, lastReply);

type Contact = 'name' | 'email' | 'phone' | 'company' | 'jobTitle';

/** Each row: what was written, and what is read from it; null where nothing may be. */
const contact = (fact: Contact, rows: readonly (readonly [string, string | null])[]) =>
  test.each(rows)('%s → %s', (text, expected) => {
    expect(read(text)[fact] ?? null).toBe(expected);
  });

const bant = (fact: keyof Bant, rows: readonly (readonly [string, string | null])[]) =>
  test.each(rows)('%s → %s', (text, expected) => {
    expect(read(text).bant[fact] ?? null).toBe(expected);
  });

describe('an e-mail address', () => {
  contact('email', [
    ['ada@example.com', 'ada@example.com'],
    ['Reach me at Ada.Lovelace+crm@Mail.Example.co.uk.', 'Ada.Lovelace+crm@Mail.Example.co.uk'],
    ['my email: <ada@example.com>, thanks', 'ada@example.com'],
    ['(ada_l@example.io)', 'ada_l@example.io'],
    ['mailto:ada@example.com', 'ada@example.com'],
    ['a@b.co or c@d.co', 'a@b.co'],
    ['I emailed support@acme.com but I am ada@example.com', 'ada@example.com'],
    ['I wrote to sales@acme.com yesterday', null],
    ['no answer from help@acme.com', null],
    ['it came from noreply@acme.com', null],
    ['ada@localhost', null],
    ['@ada on twitter', null],
    ['ada@@example.com', null],
    ['ada..b@example.com', null],
    ['meet me @ 5.30', null],
  ]);
});

describe('a phone number', () => {
  contact('phone', [
    ['+1 (212) 555-0100', '+1 (212) 555-0100'],
    ['call me on 212-555-0100 please', '212-555-0100'],
    ['212.555.0100', '212.555.0100'],
    ['My number is 555 0100', '555 0100'],
    ['06 12 34 56 78', '06 12 34 56 78'],
    ['+4915112345678', '+4915112345678'],
    ['WhatsApp: 0151 1234567', '0151 1234567'],
    ['call me maybe', null],
    ['order 1234567890', null],
    ['invoice no. 2024-000123-9', null],
    ['ticket #1234567890', null],
    ['card 4111 1111 1111 1111', null],
    ['on 2026-03-04', null],
    ['from 10.12.2026 to 11.12.2026', null],
    ['the server is 192.168.100.200', null],
    ['we have 1 000 000 000 rows', null],
    ['$1234567890', null],
    ['12345', null],
    ['https://example.com/12345678901', null],
    ['id_12345678901', null],
  ]);
});

describe('a name', () => {
  contact('name', [
    ['My name is Ada Lovelace.', 'Ada Lovelace'],
    ['my name is ada', 'Ada'],
    ['my name is ada lovelace and i need a crm', 'Ada Lovelace'],
    ["my name's Ada, nice to meet you", 'Ada'],
    ['Name: Ada Lovelace', 'Ada Lovelace'],
    ["Hi, I'm Ada from Acme", 'Ada'],
    ['I’m Ada', 'Ada'],
    ['I am Ada Lovelace, CTO at Acme', 'Ada Lovelace'],
    ['This is Ada from Acme', 'Ada'],
    ['Hello, this is Ludwig van Beethoven.', 'Ludwig van Beethoven'],
    ["I'm Seán O'Neil and we need a chatbot", "Seán O'Neil"],
    ["I'm Jean-Luc", 'Jean-Luc'],
    ['Im Zoë!', 'Zoë'],
    ['Ada here, from Acme', 'Ada'],
    ['You can call me Ada', 'Ada'],
    ['Ada Lovelace, ada@example.com', 'Ada Lovelace'],
    ['Ada Lovelace <ada@example.com>', 'Ada Lovelace'],
    ["I'm looking", null],
    ["I'm fine", null],
    ["I'm Looking for a CRM", null],
    ["I'm Interested", null],
    ['call me maybe', null],
    ['Call me Maybe', null],
    ['Call me tomorrow', null],
    ['call me Monday', null],
    ["I'm German", null],
    ["I'm CEO", null],
    ["I'm FURIOUS", null],
    ["I'm from Berlin", null],
    ['I am not Bob', null],
    ['my name is not important', null],
    ['my name is on the invoice', null],
    ['This is Great!', null],
    ['this is great', null],
    ["This is Ada's account", null],
    ['I am Spartacus reborn', null],
    ['is this Ada?', null],
    ['Is anybody here?', null],
    ['Right here', null],
    ['New here', null],
    ['Hello there', null],
    ['email me at ada@example.com', null],
  ]);

  test('may stand alone as the answer to the question for it', () => {
    expect(read('ada lovelace', 'Hi! What is your name?').name).toBe('Ada Lovelace');
    expect(read("It's Ada.", 'What is your name?').name).toBe('Ada');
    expect(read('Ada Lovelace').name).toBeUndefined();
    expect(read('why do you ask', 'What is your name?').name).toBeUndefined();
    expect(read('no thanks', 'What is your name?').name).toBeUndefined();
    expect(read('pricing?', 'What is your name?').name).toBeUndefined();
  });
});

describe('a company', () => {
  contact('company', [
    ["I'm Ada from Acme", 'Acme'],
    ["I'm Ada from Acme Corp. and we need help", 'Acme Corp'],
    ['I work at Acme Inc. We need a CRM', 'Acme Inc'],
    ['I work for Johnson & Johnson', 'Johnson & Johnson'],
    ['calling from 3M about the demo', '3M'],
    ['our company is acme', 'acme'],
    ['Company: Acme.io', 'Acme.io'],
    ['on behalf of Globex', 'Globex'],
    ["I'm the CEO of Initech", 'Initech'],
    ['Ada Lovelace, head of sales at The Widget Company', 'The Widget Company'],
    ["I'm from Acme GmbH", 'Acme GmbH'],
    ["I'm from Berlin", null],
    ["I'm Ada from Berlin", null],
    ['I work from Home', null],
    ['I work at night', null],
    ['I work for myself', null],
    ['I saw you at Web Summit', null],
    ['call me at 5', null],
    ["I'm at lunch", null],
    ['do you deliver at Christmas?', null],
    ['our company is small', null],
  ]);
});

describe('a job title', () => {
  contact('jobTitle', [
    ["I'm the owner", 'owner'],
    ['I am the Head of Marketing at Acme', 'Head of Marketing'],
    ['I work as a senior software engineer', 'senior software engineer'],
    ["I'm Ada, and my role is VP of Sales", 'VP of Sales'],
    ['Ada Lovelace, CTO at Acme', 'CTO'],
    ["I'm the founder and CEO of Acme", 'founder and CEO'],
    ['Title: Managing Director', 'Managing Director'],
    ["I'm not the owner", null],
    ["I'm talking to my manager", null],
    ["I'm looking for a manager", null],
    ['is the owner there?', null],
    ["I'm leading a team", null],
    ["I'm partnering with you", null],
  ]);
});

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
    expect(extractLead("I'm Ada", visitor)).toMatchObject({ name: 'Ada', email: 'page@example.com' });
    expect(extractLead('hello', visitor)).toMatchObject({ name: 'A. L.', email: 'page@example.com' });
  });

  test('reads the same way every time', () => {
    const text = "I'm Ada, ada@example.com, budget $5k, next week";
    expect(read(text)).toEqual(read(text));
  });
});
