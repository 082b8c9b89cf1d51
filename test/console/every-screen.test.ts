import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../../src/ids.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { createVisitor } from '../support/visitor.ts';
import { type ConsolePage, openSignedIn } from './browser-page.ts';

/** What the graph answers but to who one is: as it is, after a while, or that it cannot. */
type Graph = 'answers' | 'waits' | 'fails';

const root = join(import.meta.dirname, '..', '..');
const paths = globSync('console/src/screens/*/screen.ts', { cwd: root }).map(
  (file) => /path: '([^']*)'/.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? 'unnamed',
);
/** What stands at an address of its own, and what it is made of. */
const opened = { lead: 'leads/', board: 'leads?view=board', conversation: 'inbox/' } as const;
const places = [...paths, ...Object.keys(opened)];

/** 200 % of zoom on a window of 1,280 pixels is a page of 640; 320 is 400 %. */
const widths = [2560, 1280, 640, 390, 320];
const long = 'Donaudampfschifffahrtsgesellschaftskapitaenswitwe'.repeat(2);

let app: TestApp;
let browser: Browser;
let signedIn: ConsolePage;
let graph: Graph = 'answers';
const release: (() => void)[] = [];
const ids = { lead: '', conversation: '', board: '' };

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchChromium()]);
  const workspace = await app.workspace(long);
  const { createLead } = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    { input: { name: long, email: `${long.slice(0, 60)}@example.com`, tags: [long], company: long, remark: long } },
  );
  ids.lead = createLead.lead.id;
  const { body } = await createVisitor(app.url, workspace.keys.widget).say(`I want a person. ${long}`);
  ids.conversation = toGlobalId('Conversation', body.conversation_id);
  await workspace.graph.ask('mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }', {
    input: { type: 'OTHER', title: long, leadId: ids.lead },
  });
  signedIn = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql });
  await signedIn.page.route('**/graphql', async (route) => {
    if (graph === 'answers' || (route.request().postData() ?? '').includes('query Session')) return route.continue();
    if (graph === 'waits') await new Promise<void>((resolve) => release.push(resolve));
    return route.fulfill({
      status: 503,
      json: { errors: [{ message: 'Not now.', extensions: { code: 'UNAVAILABLE' } }] },
    });
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const addressOf = (place: string): string =>
  place === 'lead' || place === 'conversation' || place === 'board' ? opened[place] + ids[place] : place;

async function go(place: string, how: Graph): Promise<Page> {
  const { page } = signedIn;
  graph = how;
  await page.goto(`${app.url}/console/${addressOf(place)}`);
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  return page;
}

/** What stands out of the page to the right and is in nothing that scrolls or cuts. */
const standingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isHeld = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' || isHeld(element.parentElement));
    const out = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !isHeld(element.parentElement),
    );
    const names = out.map(({ outerHTML }) => outerHTML.slice(0, 120));
    return document.documentElement.scrollWidth > width ? ['the page scrolls sideways', ...names] : names;
  });

describe.each(places)('/%s', (place) => {
  it('fits every width, under one heading of the first level and one landmark of what it is', async () => {
    const page = await go(place, 'answers');
    await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(async () => [width, ...(await standingOut(page))]).toEqual([width]);
    }
    await page.setViewportSize({ width: 900, height: 800 });
    const counts = [page.getByRole('heading', { level: 1 }), page.getByRole('main')].map((found) => found.count());
    expect(await Promise.all(counts)).toEqual([1, 1]);
  });

  it('says that it loads, then that it could not, and goes on when asked to', async () => {
    const page = await go(place, 'waits');
    const [alerts, again] = [page.getByRole('alert'), page.getByRole('button', { name: 'Try again' })];
    await page.locator('[aria-busy=true][role=status]').first().waitFor();
    expect(await alerts.count()).toBe(0);
    graph = 'fails';
    for (const go of release.splice(0)) go();
    await alerts.filter({ hasText: 'This could not be read' }).first().waitFor();
    await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    graph = 'answers';
    await expect
      .poll(async () => {
        if ((await again.count()) > 0) await again.first().click();
        return alerts.count();
      })
      .toBe(0);
  });
});
