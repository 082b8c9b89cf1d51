import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTurns } from '../../src/turns.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

const aliases = (count: number, field: string) =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')} }`;

describe('what an operation costs', () => {
  it('counts searches, filters that no index answers, and totals', async () => {
    const search = 'leads(first: 1, filter: { q: "lorem ipsum", source: "m1" }) { totalCount }';
    expect(await workspace.graph.refusal(aliases(99, search))).toBe('LIMITED');
    expect(await workspace.graph.refusal(aliases(99, search.replace(', source: "m1"', '')))).toBe('LIMITED');
    await workspace.graph.ask(aliases(40, search));
    await workspace.graph.ask(aliases(99, 'leads(first: 1) { totalCount }'));
  });

  it('counts a total as often as its fragment is spread, however deep', async () => {
    const spread = aliases(90, 'leads(first: 1) { ...Page }');
    const page = (counts: string) =>
      `fragment Page on LeadConnection { ...More } fragment More on LeadConnection { ${counts} }`;
    await workspace.graph.ask(`${spread} ${page('totalCount')}`);
    const three = page('one: totalCount two: totalCount three: totalCount');
    expect(await workspace.graph.refusal(`${spread} ${three}`)).toBe('LIMITED');
  });

  it('counts a page without a size, or with null for one, as a page of the default size', async () => {
    const nested = (first: string) =>
      `{ leads(first: 200) { nodes { notes${first} { nodes { id body createdAt } } } } }`;
    for (const first of ['', '(first: null)', '(first: 50)']) {
      expect(await workspace.graph.refusal(nested(first))).toBe('LIMITED');
    }
    await workspace.graph.ask(nested('(first: 5)'));
  });
});

describe('the reads of one key', () => {
  it('wait in their order, and a failing one lets the next in', async () => {
    const turns = createTurns(1);
    const ran: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = turns('one', async () => {
      await gate.promise;
      throw new Error('The first fails.');
    });
    const rest = ['second', 'third'].map((name) => turns('one', () => ran.push(name)));
    await turns('other', () => ran.push('other'));
    expect(ran).toEqual(['other']);
    gate.resolve();
    await expect(first).rejects.toThrow('The first fails.');
    await Promise.all(rest);
    expect(ran).toEqual(['other', 'second', 'third']);
  });

  it('are not run where their caller has left, nor where their turn comes too late', async () => {
    const turns = createTurns(1, 50);
    const ran: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = turns('one', () => gate.promise);
    const leaving = new AbortController();
    const gone = turns('one', () => ran.push('gone'), leaving.signal);
    leaving.abort();
    await expect(gone).rejects.toMatchObject({ code: 'LIMITED' });
    await expect(turns('one', () => ran.push('late'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(turns('one', () => ran.push('gone'), leaving.signal)).rejects.toMatchObject({ code: 'LIMITED' });
    gate.resolve();
    await first;
    await turns('one', () => ran.push('next'));
    expect(ran).toEqual(['next']);
  });
});

describe('a page', () => {
  it('has one before it exactly where a cursor was given', async () => {
    for (const name of ['One', 'Two'])
      await workspace.graph.ask('mutation ($name: String!) { createLead(input: { name: $name }) { lead { id } } }', {
        name,
      });
    const query =
      'query ($after: String) { leads(first: 1, after: $after) { pageInfo { hasPreviousPage endCursor } } }';
    type Page = { leads: { pageInfo: { hasPreviousPage: boolean; endCursor: string } } };
    const { leads: first } = await workspace.graph.ask<Page>(query);
    const { leads: second } = await workspace.graph.ask<Page>(query, { after: first.pageInfo.endCursor });
    expect([first, second].map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual([false, true]);
  });
});
