import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { patiently } from '../support/patiently.ts';

export type ConsolePage = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser refused by the page's policy, and what went wrong in it. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
};

type PageOptions = {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
};

/** Like a person's own browser: no cookies of another page. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1280, height = 800, colorScheme = 'light' }: PageOptions = {},
): Promise<ConsolePage> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(patiently.timeout);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|WebSocket/.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto(url);
  async function close(): Promise<void> {
    // A request that a test still holds is let go without a word.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  }
  return { page, context, complaints, close };
}

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Waits until the page tells of its connection so. */
export const stateIs = (page: Page, text: string): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: new RegExp(`^${text}$`) })
    .waitFor();

/** From its next connection on the page is not told where the server ends it. */
export const tellNoEnd = (page: Page): Promise<void> =>
  page.routeWebSocket('**/graphql', (socket) => socket.connectToServer().onClose(() => undefined));

/** Signs in on the page that is open, and stays at its address. */
export async function signInBy(page: Page, key: string): Promise<void> {
  await page.getByRole('textbox', { name: 'API key' }).fill(key);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await stateIs(page, 'Live');
}

/** A page that is signed in by a key, at this path below /console. */
export async function openSignedIn(
  browser: Browser,
  { url, key, path = '', ...options }: { url: string; key: string; path?: string } & PageOptions,
): Promise<ConsolePage> {
  const opened = await openPage(browser, `${url}/console${path}`, options);
  await signInBy(opened.page, key);
  return opened;
}

/** Holds the page as it stands to WCAG 2.2 AA, as far as a program can. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
}
