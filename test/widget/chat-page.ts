import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The widget as a visitor uses it: by what it says. */
export function chatOn(page: Page | Frame) {
  const button = page.locator('tributary-chat .button');
  const field = page.getByRole('textbox');
  const shown = (rows: Locator) =>
    rows.evaluateAll((found) =>
      found.map(
        (row) => `${row.classList.contains('own') ? '> ' : ''}${row.querySelector('.bubble')?.textContent ?? ''}`,
      ),
    );
  return {
    button,
    field,
    who: page.locator('.who [role=status]'),
    trouble: page.locator('.trouble'),
    waiting: page.locator('.log li.waiting'),
    open: () => button.click(),
    async say(text: string): Promise<void> {
      await field.fill(text);
      await field.press('Enter');
    },
    /** What stands in the thread; the visitor's own behind `> `, and what waits to be sent at the end. */
    said: () => shown(page.locator('.log li')),
    /** Waits until that is what stands there. */
    async shows(expected: readonly unknown[]): Promise<void> {
      await expect.poll(() => shown(page.locator('.log li'))).toEqual(expected);
    },
    async says(locator: Locator, expected: RegExp | string): Promise<void> {
      await expect.poll(() => locator.textContent()).toMatch(expected);
    },
  };
}

/** A page of a visitor, and what its browser complained of. */
export async function visit(visitor: BrowserContext, url: string) {
  const page = await visitor.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  await page.goto(url);
  return { page, complaints, chat: chatOn(page) };
}
