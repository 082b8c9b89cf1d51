import { expect } from 'vitest';
import type { BrowserContextOptions } from 'playwright-core';
import { startTestApp, type TestAppOptions } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { visit } from './chat-page.ts';
import { hostileStyle, startHostPage } from './host-page.ts';

/** The product, a shop of another origin that carries a widget, and a browser to visit it with. */
export async function setStage(options: TestAppOptions = {}) {
  const [app, chromium] = await Promise.all([startTestApp(options), openBrowser()]);
  const acme = await app.workspace();
  const widget = { script: `${app.url}/widget.js`, key: acme.keys.widget };
  const host = await startHostPage({
    '/': widget,
    '/further': widget,
    '/hostile': { ...widget, style: hostileStyle },
    '/arabic': { ...widget, attributes: 'lang="ar" dir="rtl"' },
    '/french': { ...widget, attributes: 'lang="fr-CA"' },
    '/spanish': { ...widget, attributes: 'lang="es"' },
    '/frame': { ...widget, frame: '/' },
  });
  type Found = { conversations: { nodes: { id: string; messages: { nodes: { role: string; content: string }[] } }[] } };
  const found = async (text: string) => {
    const { conversations } = await acme.graph.ask<Found>(
      `query ($q: String!) { conversations(filter: { q: $q }) { nodes { id messages(first: 50) { nodes { role content } } } } }`,
      { q: text },
    );
    return conversations.nodes;
  };

  return {
    app,
    acme,
    host,
    chromium,
    visit: async (path = '/', options?: BrowserContextOptions) =>
      visit(await chromium.person(options), host.url + path),
    /** What the team sees of the one conversation in which this was said. */
    async conversationWith(text: string) {
      const [conversation, ...more] = await found(text);
      expect(more).toEqual([]);
      const messages = conversation?.messages.nodes ?? [];
      const said = messages.map(({ role, content }) => (role === 'VISITOR' ? `> ${content}` : content));
      return { id: conversation?.id ?? '', said };
    },
    act: (mutation: string, id: string, message?: string) => {
      const argument = message === undefined ? '' : `, message: ${JSON.stringify(message)}`;
      return acme.graph.ask(`mutation { ${mutation}(id: "${id}"${argument}) { __typename } }`);
    },
    async close(): Promise<void> {
      await chromium.close();
      await host.close();
      await app.close();
    },
  };
}

export type Stage = Awaited<ReturnType<typeof setStage>>;

/** What the AI says first, and anything it says. */
export const greeting: unknown = expect.stringMatching(/automated assistant/);
export const anAnswer: unknown = expect.stringMatching(/^(?!> )/);
