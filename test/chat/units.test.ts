import { describe, expect, it } from 'vitest';
import { defaultRateLimitPolicy } from '../../src/access/rate-limit.ts';
import { startTestApp } from '../support/app.ts';
import { createVisitor } from '../support/visitor.ts';

describe('a key that all visitors of a page show', () => {
  /** A widget whose key has ten units of each kind a minute, an address five. */
  async function startLimited() {
    const keys = { ...defaultRateLimitPolicy.keys, WIDGET: { read: 10, write: 10 } };
    const addresses = { chat: 5, chatReads: 5, signup: 1, session: 1, hooks: 1 };
    const limited = await startTestApp({ trustProxy: 1, rateLimitPolicy: { keys, addresses } });
    const { keys: own, graph } = await limited.workspace();
    return { limited, graph, visitor: createVisitor(limited.url, own.widget) };
  }
  const from = (address: string, more: Record<string, string> = {}) => ({
    headers: { 'x-forwarded-for': address, ...more },
  });

  it('keeps its units for the others, whatever one address asks over its own', async () => {
    const { limited, visitor } = await startLimited();
    try {
      const flood = [];
      for (let n = 0; n < 12; n += 1) flood.push((await visitor.say('Hello', undefined, from('203.0.113.1'))).status);
      expect(flood).toEqual([...Array(5).fill(201), ...Array(7).fill(429)]);
      const { status, headers, body } = await visitor.say('Hello', undefined, from('203.0.113.2'));
      expect([status, headers.get('ratelimit')]).toEqual([201, expect.stringMatching(/^"writes";r=4;/)]);
      const reads = [];
      for (let n = 0; n < 12; n += 1)
        reads.push((await visitor.messages(body.conversation_id, '', from('203.0.113.1'))).status);
      expect(reads).toEqual([...Array(5).fill(200), ...Array(7).fill(429)]);
      const other = await visitor.messages(body.conversation_id, '', from('203.0.113.2'));
      expect(other.status).toBe(200);
    } finally {
      await limited.close();
    }
  });

  it('keeps them for the pages it is for, whatever a page of another origin asks', async () => {
    const { limited, graph } = await startLimited();
    try {
      const { createWidget } = await graph.ask<{ createWidget: { key: string } }>(
        'mutation { createWidget(input: { name: "Shop", allowedOrigins: ["https://a.example"] }) { key } }',
      );
      const visitor = createVisitor(limited.url, createWidget.key);
      const ask = async (origin: string, n: number) =>
        (await visitor.say('Hello', undefined, from(`203.0.113.${n}`, { origin }))).status;
      for (let n = 0; n < 12; n += 1) expect(await ask('https://b.example', n)).toBe(403);
      expect(await ask('https://a.example', 100)).toBe(201);
    } finally {
      await limited.close();
    }
  });

  it('shows of both what is less, and refuses by either', async () => {
    const { limited, visitor } = await startLimited();
    try {
      const left = [];
      for (let n = 0; n < 11; n += 1) {
        const { status, headers } = await visitor.say('Hello', undefined, from(`203.0.113.${n}`));
        left.push([status, /r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]]);
      }
      expect(left.slice(4)).toEqual([
        [201, '4'],
        [201, '4'],
        [201, '3'],
        [201, '2'],
        [201, '1'],
        [201, '0'],
        [429, '0'],
      ]);
    } finally {
      await limited.close();
    }
  });
});
