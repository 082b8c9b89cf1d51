import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from 'playwright-core';
import { patiently } from './patiently.ts';

const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium without windows, where there is one: a page costs it 0.3 s of processor time instead of 1.4 s. It keeps no page to go back to. */
const placesWithoutWindows = [process.env['CHROMIUM'], '/usr/lib/chromium/chromium-headless-shell', ...places];

export type TestBrowser = {
  readonly browser: Browser;
  /** A person with a browser of their own: nothing in it is another's. */
  person(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
};

async function start(from: readonly (string | undefined)[], options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = from.find((path) => path !== undefined && existsSync(path));
  if (!executablePath)
    throw new Error('There is no Chromium: `apt-get install chromium`, or say where it is in CHROMIUM.');
  // Chromium's own sandbox does not start under root, which tests in containers are.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'], ...options });
}

/** A browser with windows that nobody sees, as benchmarks measure it. */
export const startChromium = (): Promise<Browser> => start(places);

let kept: Browser | undefined;

/**
 * The browser of this process of tests, which serves all its files; one that broke off is left for another. Closed in `afterAll`,
 * it forgets all that a file opened in it.
 */
export async function launchChromium(): Promise<Browser> {
  if (kept?.isConnected()) return kept;
  const browser = await start(placesWithoutWindows);
  const close = async (): Promise<void> => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  };
  kept = Object.assign(browser, { close });
  return kept;
}

/** One with a browser of its own for each person. Close it in `afterAll`. */
export async function openBrowser(): Promise<TestBrowser> {
  // Visitors go back.
  const browser = await start(places, { ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  return {
    browser,
    async person(options) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      context.setDefaultTimeout(patiently.timeout);
      return context;
    },
    close: () => browser.close(),
  };
}
