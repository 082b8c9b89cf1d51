import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chatOn } from './chat-page.ts';
import { greeting, setStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

const faultsOf = async (page: Page) => {
  // The page's own rules are not the widget's.
  const { violations } = await new AxeBuilder({ page }).include('tributary-chat').analyze();
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
};

it('the keyboard alone opens, writes, sends, reads and closes', async () => {
  const { page, chat } = await stage.visit();
  await chat.button.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate('document.activeElement.shadowRoot.activeElement.tagName')).toBe('TEXTAREA');
  await page.keyboard.type('By hand');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('alone');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await chat.shows(['> By hand\nalone', greeting]);
  await page.keyboard.press('Escape');
  await expect.poll(() => chat.field.isVisible()).toBe(false);
  expect(await page.evaluate('document.activeElement.shadowRoot.activeElement.className')).toBe('button');
  expect(await chat.button.getAttribute('aria-expanded')).toBe('false');
});

it('a closed panel counts what came, on a further page too', async () => {
  const { page, chat } = await stage.visit();
  await chat.open();
  await chat.say('Call me back 99');
  await chat.shows(['> Call me back 99', greeting]);
  await page.keyboard.press('Escape');
  const { id } = await stage.conversationWith('Call me back');
  await stage.act('takeOverConversation', id);
  await stage.act('replyToConversation', id, 'One');
  await page.getByRole('button', { name: 'Open chat, 1 new message' }).waitFor();
  await page.goto(`${stage.host.url}/further`);
  await stage.act('replyToConversation', id, 'Two');
  await page.getByRole('button', { name: 'Open chat, 2 new messages' }).click();
  await chat.shows(['> Call me back 99', greeting, 'One', 'Two']);
  await page.keyboard.press('Escape');
  await expect.poll(() => chat.button.getAttribute('aria-label')).toBe('Open chat');
});

it('a page that comes back from the way back goes on', async () => {
  const { page, chat } = await stage.visit();
  await chat.open();
  await chat.say('Just looking around 12');
  await chat.shows(['> Just looking around 12', greeting]);
  const { id } = await stage.conversationWith('looking around');
  await page.evaluate(`addEventListener('pageshow', ({ persisted }) => { globalThis.wasKept = persisted })`);
  await page.goto(`${stage.host.url}/further`);
  await stage.act('takeOverConversation', id);
  await stage.act('replyToConversation', id, 'Take your time');
  await page.goBack({ waitUntil: 'commit' });
  await chat.shows(['> Just looking around 12', greeting, 'Take your time']);
  expect(await page.evaluate('globalThis.wasKept')).toBe(true);
});

it('a sandbox without storage, forms and an origin of its own can chat', async () => {
  const { page } = await stage.visit('/frame');
  const frame = page.frames()[1]!;
  const chat = chatOn(frame);
  await chat.open();
  await chat.say('From the sandbox');
  await chat.shows(['> From the sandbox', greeting]);
  await chat.say('And again');
  await expect.poll(async () => (await chat.said()).length).toBe(4);
});

it('nothing that is said is taken for more than words and addresses', async () => {
  const { page, chat, complaints } = await stage.visit();
  await chat.open();
  const words = '<img src=x onerror=alert(1)> javascript:alert(1) (https://example.com/a_(b)?c=d). me@example.com';
  await chat.say(words);
  await chat.shows([`> ${words}`, greeting]);
  const links = page.locator('.own .bubble a');
  expect(
    await links.evaluateAll((found) => found.map((link) => [link.getAttribute('href'), link.getAttribute('rel')])),
  ).toEqual([
    ['https://example.com/a_(b)?c=d', 'noopener noreferrer nofollow ugc'],
    ['mailto:me@example.com', 'noopener noreferrer nofollow ugc'],
  ]);
  expect(complaints).toEqual([]);
});

it('what is too long is said before it is sent', async () => {
  const { page, chat } = await stage.visit();
  await chat.open();
  await chat.field.fill('x'.repeat(9_600));
  await page.getByText('400 characters left').waitFor();
  await chat.field.fill('x'.repeat(10_005));
  await page.getByText('5 characters too many').waitFor();
  await chat.field.press('Enter');
  expect([await chat.said(), await chat.field.getAttribute('aria-invalid')]).toEqual([[], 'true']);
  await chat.field.fill('x'.repeat(10_000));
  await chat.field.press('Enter');
  await chat.shows([`> ${'x'.repeat(10_000)}`, greeting]);
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await page.locator('.log').evaluate((log) => log.scrollWidth <= log.clientWidth)).toBe(true);
});

it.each([
  ['light', '/', 1280, 'Open chat', 'ltr'],
  ['dark', '/', 320, 'Open chat', 'ltr'],
  ['light', '/arabic', 320, 'Open chat', 'rtl'],
  ['dark', '/french', 1280, 'Ouvrir la discussion', 'ltr'],
] as const)('is without fault to axe: %s, %s, %i px', async (colorScheme, path, width, label, direction) => {
  const { page, chat } = await stage.visit(path, {
    colorScheme,
    reducedMotion: 'reduce',
    viewport: { width, height: 640 },
  });
  await page.getByRole('button', { name: label }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await chat.open();
  await chat.field.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await chat.say('Hello, https://example.com');
  await chat.shows(['> Hello, https://example.com', greeting]);
  expect(await faultsOf(page)).toEqual([]);
  const box = await page.locator('.panel').boundingBox();
  expect(box && [box.x >= 0, box.x + box.width <= width, box.y >= 0, box.y + box.height <= 640]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(box && width > 480 && box.x > width / 2).toBe(width > 480 && direction === 'ltr');
});
