import type { Browser, Page } from 'playwright-core';
import { toGlobalId } from '../../src/ids.ts';
import { invite } from '../people/team.ts';
import type { TestApp } from '../support/app.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { button, type ConsolePage, openPage, stateIs } from './browser-page.ts';

export type Talk = {
  readonly visitor: Visitor;
  readonly id: string;
  /** Its address in the console. */
  readonly path: string;
};

/** A visitor begins a conversation with these words. */
export async function beginTalk(
  { url }: TestApp,
  { keys }: TestWorkspace,
  words = 'Hi, I am Ada, ada@example.com. We need a booking page.',
): Promise<Talk> {
  const visitor = createVisitor(url, keys.widget);
  const { body } = await visitor.say(words);
  const id = body.conversation_id;
  return { visitor, id, path: `/inbox/${toGlobalId('Conversation', id)}` };
}

/** What the visitor reads of what people wrote. */
export async function heard({ visitor, id }: Talk): Promise<string[]> {
  const { body } = await visitor.messages(id, '?limit=200');
  return body.data.filter(({ role }) => role === 'human').map(({ content }) => content);
}

/** Somebody of the team, in a browser of their own, signed in by their invitation. */
export async function arriveInvited(
  browser: Browser,
  { url }: TestApp,
  { graph }: TestWorkspace,
  path: string,
): Promise<ConsolePage> {
  const { token } = await invite(graph, 'AGENT');
  const opened = await openPage(browser, `${url}/console${path}#${token}`);
  await stateIs(opened.page, 'Live');
  return opened;
}

export const log = (page: Page) => page.getByRole('log', { name: 'Messages' });

export async function send(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Reply' }).fill(text);
  await button(page, 'Send').click();
}

export const asks = (body: string | null, name: string): boolean => (body ?? '').includes(name);

/** An error of the graph. */
export const answering = (status: number, code: string) => ({
  status,
  json: { errors: [{ message: 'Not now.', extensions: { code } }] },
});

/** Refuses what is asked by this name, until the function it answers is called. */
export async function refuse(
  page: Page,
  name: string,
  refusal: { readonly status: number; readonly json: object } = answering(503, 'UNAVAILABLE'),
): Promise<() => Promise<void>> {
  const pattern = '**/graphql';
  const handle: Parameters<Page['route']>[1] = (route) =>
    asks(route.request().postData(), name) ? route.fulfill(refusal) : route.fallback();
  await page.route(pattern, handle);
  return () => page.unroute(pattern, handle);
}
