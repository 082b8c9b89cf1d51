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

export type TestBrowser = {
  readonly browser: Browser;
  /** A person with a browser of their own: nothing in it is another's. */
  person(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
};

/** A real browser without a window. One serves a whole file of tests; close it in `afterAll`. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = places.find((path) => path !== undefined && existsSync(path));
  if (!executablePath)
    throw new Error('There is no Chromium: `apt-get install chromium`, or say where it is in CHROMIUM.');
  // Chromium's own sandbox does not start under root, which tests in containers are.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'], ...options });
}

/** The same, with a browser of its own for each person. */
export async function openBrowser(): Promise<TestBrowser> {
  // Visitors go back.
  const browser = await launchChromium({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
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
