import { describe, expect, it } from 'vitest';
import { contactsIn, leadsOnlyWhere } from '../../src/outside/model/contacts-in.ts';

describe('a text leads', () => {
  it.each([
    ['https://evil.com/x', ['evil.com/x']],
    ['HTTP://www.Evil.com.', ['evil.com']],
    ['ftp://evil.com/x', ['ftp://evil.com/x']],
    ['//evil.com/x', ['evil.com/x']],
    ['/www.evil.com', ['evil.com']],
    ['-evil.com', ['evil.com']],
    ['...evil.com', ['evil.com']],
    ['a..evil.com', ['evil.com']],
    ['_evil.com', ['evil.com']],
    ['1.2.3.4/login', ['1.2.3.4/login']],
    ['evil.com:8080/x', ['evil.com:8080/x']],
    ['evil.xn--p1ai', ['evil.xn--p1ai']],
    ['evil.\u0440\u0444', ['evil.\u0440\u0444']],
    ['evil.\u092d\u093e\u0930\u0924', ['evil.\u092d\u093e\u0930\u0924']],
    ['evil\u3002com', ['evil.com']],
    ['Pay at evil.com.Then write.', ['evil.com']],
    ['a.b.c.d.e.f.g.h.i.j.evil.com', ['a.b.c.d.e.f.g.h.i.j.evil.com']],
    ['evil.so', ['evil.so']],
    ['my-evil.So', ['my-evil.so']],
    ['write to ada@evil.com', ['ada@evil.com']],
    ['+33 1 99 00 12 34', ['33199001234']],
    ['(555) 123-4567 89', ['555123456789']],
    ['2026-12-01, 0199 001 234', ['0199001234']],
  ])('where %j says', (text, contacts) => {
    expect([...contactsIn(text)]).toEqual(contacts);
  });

  it.each([
    '2026-12-01 10:00',
    '2026-12-01T10:00:00',
    '30.11.2026 10:30',
    '30.11.2026 10.30',
    '1/12/2026, 9:00',
    'from 2026-12-01 10:00 to 2026-12-02 11:00',
    'www.shop.example/demo',
    'Hi.So we meet',
    'Done.It works',
    'e.g. this, i.e. that',
    'version 1.2.3',
    'and/or, 24/7',
    'EUR 1,200,000.00',
  ])('nowhere by %j', (text) => {
    expect([...contactsIn(text)]).toEqual([]);
  });

  it('where another does, or to the site or a folder of it', () => {
    const given = 'See https://shop.example/demo/one or ftp://files.com.';
    for (const text of ['http://shop.example', 'https://www.shop.example/demo/', 'ftp://files.com'])
      expect(leadsOnlyWhere(text, given), text).toBe(true);
    for (const text of ['https://shop.example/demo/two', 'https://shop.example/dem', 'http://files.com', 'files.com'])
      expect(leadsOnlyWhere(text, given), text).toBe(false);
  });
});

it.each(['a.', 'a-', '-', '.', '/', '1 ', '1.', 'a@', 'http://', '2026-12-01 ', 'x!'])(
  'a text of %j alone is read in bounded time',
  (part) => {
    const before = process.threadCpuUsage();
    contactsIn(`${part.repeat(100_000)}x`);
    contactsIn(`http://a${part.repeat(100_000)}x`);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
  },
);
