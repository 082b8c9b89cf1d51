import { describe, expect, test } from 'vitest';
import { contact, read } from './read.ts';

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
    ["o'brien@example.com", "o'brien@example.com"],
    ['jörg@example.com', null],
    ['ada@exämple.com', null],
    ['x&ada@example.com', null],
    ['git@example.com:team/repo', null],
    ['my email is ada at example dot com', 'ada@example.com'],
    ['ada at example dot com', 'ada@example.com'],
    ['ada [at] example (dot) com', 'ada@example.com'],
    ['look at example dot com', null],
    ['Is support@shop.example right?', null],
    ['Can I write to you at help@shop.example?', null],
    ['Can you write to me at ada@example.com?', 'ada@example.com'],
    ['Could you send it to ada@example.com?', 'ada@example.com'],
    ['ada@example.com, can you call?', 'ada@example.com'],
    ["I'm Ada (ada@example.com), can you call?", 'ada@example.com'],
    ['my old address was kim@old.example, use kim.lee@new.example', 'kim.lee@new.example'],
    ['use kim.lee@new.example instead of kim@old.example', 'kim.lee@new.example'],
    ['kim@old.example is no longer valid, kim.lee@new.example is', 'kim.lee@new.example'],
    ['kim@typo.example. Sorry, I mean kim@right.example', 'kim@right.example'],
    ['my colleague Joe (joe@example.com) will join', null],
    ["my wife Sue can be reached at sue@example.com, I'm at dan@example.com", 'dan@example.com'],
    ['> Hi, I am Ada, ada@example.com', null],
    ['On Tue, Ada <ada@example.com> wrote:', null],
    ['Yes\n-----Original Message-----\nFrom: ada@example.com', null],
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
    ['+999 555 123 4567', null],
    ['call +44 20 7946', null],
    ['WhatsApp: 0151 1234567', '0151 1234567'],
    ['call me maybe', null],
    ['order 1234567890', null],
    ['invoice no. 2024-000123-9', null],
    ['ticket #1234567890', null],
    ['card 4111 1111 1111 1111', null],
    ['ISBN 978-3-16-148410-0', null],
    ["don't call 212-555-0100, call 212-555-0199", '212-555-0199'],
    ['I called 212-555-0100 yesterday', null],
    ['is 212-555-0100 the right number?', null],
    ['> call me on 212-555-0100', null],
    ['ring 212-555-0100 ext. 12', '212-555-0100 ext. 12'],
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
    ['I am Bob bob@example.com', 'Bob'],
    ["I'm not Bob, I'm Robert", 'Robert'],
    ['im ada', 'Ada'],
    ['im busy', null],
    ['my name is mr. smith', 'Smith'],
    ['I am Dr. Ayesha Khan', 'Ayesha Khan'],
    ['Priya Nair, 07700 900123', 'Priya Nair'],
    ['Northwind Traders, 07700 900123', null],
    ['Company name: Acme', null],
    ['Do you ship?\nBest regards,\nLaura Stein', 'Laura Stein'],
    ['Do you ship? Kind regards, Laura Stein', 'Laura Stein'],
    ['Do you ship?\n--\nLaura Stein\nHead of Sales', 'Laura Stein'],
    ['Do you ship?\nThanks,\nlaura', 'Laura'],
    ['Do you ship?\nLaura Stein\n+44 20 7946 0958', 'Laura Stein'],
    ['Do you ship?\nAcme Inc\n+44 20 7946 0958', null],
    ['Do you ship?\nThanks,\nSupport Team', null],
    ['this is Vodafone Business', null],
    ["I'm Senior Dev at Foo", null],
    ["I'm Head of IT", null],
    ['i am frank with you', null],
    ['hello i am john and i need help', 'John'],
    ['Thanks, Ada!', null],
    ['This is Ridiculous', null],
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
    expect(read('ada, ada@example.com', 'What is your name?').name).toBe('Ada');
    expect(read('ludwig van beethoven', 'Who am I speaking with?').name).toBe('Ludwig van Beethoven');
    expect(read('Maria, nice to meet you', 'What is your name?').name).toBe('Maria');
    expect(read('Frau Müller', 'What is your name?').name).toBe('Müller');
    expect(read('J. R.', 'What is your name?').name).toBeUndefined();
    expect(read('Ada Lovelace', 'Thank you, your name is noted.').name).toBeUndefined();
  });

  test.each([
    'hola',
    'Human',
    'refund',
    'UNSUBSCRIBE',
    'human please',
    'delivery status',
    'agent.',
    'asdf',
    'guten tag',
  ])('is not %s, which answers the question for it', (text) => {
    expect(read(text, 'Hi! May I have your name?').name).toBeUndefined();
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
    ["I work at St. Mary's Hospital", "St. Mary's Hospital"],
    ['I am Mr. Smith from Baker Ltd', 'Baker Ltd'],
    ['Nina Patel, Head of Procurement', null],
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
    ["I'm the owner's daughter", null],
    ["I'm talking to my manager", null],
    ["I'm looking for a manager", null],
    ['is the owner there?', null],
    ["I'm leading a team", null],
    ["I'm partnering with you", null],
  ]);
});
