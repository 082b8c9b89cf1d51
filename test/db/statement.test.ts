import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { plain } from '../../src/db/run/args.ts';
import { change, statement, statementAcrossTenants, writeStatement } from '../../src/db/run/statement.ts';

const row = z.object({ id: z.string() });
const held = 'org_id = :org and (:business::text is null or business_id = :business)';

/** What a statement of this text is refused for, when it is declared. */
function refusal(declare: (name: string) => unknown): string | null {
  try {
    declare('it');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.replace('The statement it ', '') : null;
  }
}

const reading = (text: string, more = {}) => refusal((name) => statement({ name, text, row, ...more }));
const changing = (text: string, more = {}) => refusal((name) => change({ name, text, ...more }));

describe('a statement', () => {
  test('has its parameters by number, and casts and formats as they were', () => {
    const made = statement({
      name: 'it',
      text: `select id, to_char(created_at, 'HH24:MI') from leads where ${held} and id = :id::text and :org <> ''`,
      args: { id: plain<string>() },
      row,
    });
    expect(made.text).toBe(
      `select id, to_char(created_at, 'HH24:MI') from leads where org_id = $1 and ($2::text is null or business_id = $2) and id = $3::text and $1 <> ''`,
    );
    expect(made.values({ orgId: 'o', businessId: null, conversationId: null }, { id: 'l' })).toEqual(['o', null, 'l']);
  });

  test('is bound to what it runs in, whatever is given', () => {
    const text = `select id from leads where ${held} and id = :id`;
    const made = statement({ name: 'it', text, args: { id: plain<string>() }, row });
    const smuggled = { id: 'l', org: 'other', business: null };
    expect(made.values({ orgId: 'o', businessId: 'b', conversationId: null }, smuggled)).toEqual(['o', 'b', 'l']);
  });
});

describe('refused when it is declared is', () => {
  test('one that does not ask for the organisation', () => {
    expect(reading('select id from leads where (:business::text is null or business_id = :business)')).toBe(
      'does not ask for :org.',
    );
    expect(changing('delete from stages')).toBe('does not ask for :org.');
  });

  test.each(['from leads l', 'from stages s join leads l on true', 'from stages, leads', 'from messages'])(
    'one %s that does not ask for the business, unless it says why',
    (from) => {
      const text = `select id ${from} where org_id = :org and (:conversation::text is null)`;
      expect(reading(text)).toBe('does not ask for :business, and does not say why it reaches beyond it.');
      expect(reading(text, { beyondBusiness: 'A plan is of the whole organisation.' })).toBeNull();
    },
  );

  test('one that says why it reaches beyond a business, and does not', () => {
    const beyondBusiness = 'A plan is of the whole organisation.';
    const said = 'says why it reaches beyond a business, which it does not.';
    expect(reading('select id from stages where org_id = :org', { beyondBusiness })).toBe(said);
    expect(reading(`select id from leads where ${held}`, { beyondBusiness })).toBe(said);
  });

  test('one that reads what visitors do and does not ask for the conversation, unless it says why', () => {
    const text = `select id from messages where ${held}`;
    expect(reading(text)).toBe('does not ask for :conversation, which is all there is for a visitor.');
    expect(reading(text, { toVisitors: 'They wrote it.' })).toBeNull();
    expect(refusal((name) => writeStatement({ name, text, row }))).toBeNull();
  });

  test.each([
    `update leads set tags = null where ${held}`,
    `with gone as (delete from leads where ${held} returning 1) select 1`,
    `select id from leads where ${held} for no key update`,
    `select id from leads where ${held} for share`,
  ])('one that changes or locks rows and is not declared for writes: %s', (text) => {
    expect(reading(text)).toBe('changes or locks rows: declare it for writes.');
    expect(changing(text)).toBeNull();
  });

  test('one that asks for what nobody gives, or is given what it does not ask for', () => {
    const text = `select id from leads where ${held}`;
    expect(reading(`${text} limit :limit`)).toBe('asks for :limit, which nobody gives.');
    expect(reading(text, { args: { limit: plain<number>() } })).toBe('is given limit, for which it does not ask.');
    expect(reading(text, { args: { org: plain<string>() } })).toBe('is given org, for which it does not ask.');
    expect(reading(`${text} and created_at < :now`)).toBe('asks for :now, which nobody gives.');
  });

  test('one across tenants that would be bound to one', () => {
    const across = (text: string) => refusal((name) => statementAcrossTenants({ name, text, row }));
    expect(across('select id from leads where org_id = :org')).toBe('runs for no tenant: there is none to bind.');
    expect(across('select id from leads')).toBeNull();
  });
});
