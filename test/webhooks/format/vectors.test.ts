import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { eventTypes } from '../../../src/events/catalogue.ts';
import { standardHeaders, standardSignature } from '../../../src/vendors/signing.ts';
import { ai93Webhooks } from '../../../src/vendors/ai93.ts';
import { quincerWebhooks } from '../../../src/vendors/quincer.ts';
import { ai93Accepts, quincerAccepts } from '../vendor-verifiers.ts';

const headers = { QUINCER: quincerWebhooks.headers, AI93: ai93Webhooks.headers, STANDARD: standardHeaders };

const vectorFile = z.object({
  vectors: z.array(
    z.object({
      format: z.enum(['QUINCER', 'AI93', 'STANDARD']),
      description: z.string(),
      alsoStandard: z.boolean().default(false),
      secrets: z.tuple([z.string()], z.string()),
      eventId: z.string(),
      type: z.enum(eventTypes),
      timestamp: z.number(),
      attempt: z.number(),
      body: z.string(),
      headers: z.record(z.string(), z.string()),
    }),
  ),
});
const { vectors } = vectorFile.parse(
  JSON.parse(readFileSync(new URL('vectors/signatures.json', import.meta.url), 'utf8')),
);

describe('the published vectors', () => {
  test.each(vectors)('$format: $description', ({ format, alsoStandard, timestamp, headers: expected, ...given }) => {
    const request = { ...given, at: new Date(timestamp * 1000) };
    expect({ ...(alsoStandard && standardSignature(request)), ...headers[format](request) }).toEqual(expected);
  });

  test.each(['QUINCER', 'AI93', 'STANDARD'])(
    '%s: show a body, a rotation, and characters of several bytes',
    (format) => {
      const mine = vectors.filter((vector) => vector.format === format);
      expect(mine.some(({ secrets }) => secrets.length > 1)).toBe(true);
      expect(mine.every(({ body }) => Buffer.byteLength(body) > body.length)).toBe(true);
    },
  );

  test('hold for the verifier of the Standard Webhooks package, but for their age', () => {
    const standard = vectors.filter(({ format, alsoStandard }) => format === 'STANDARD' || alsoStandard);
    expect(standard).toHaveLength(4);
    for (const { secrets, eventId, timestamp, body, headers: sent } of standard) {
      const signatures = secrets.map((secret) => new Webhook(secret).sign(eventId, new Date(timestamp * 1000), body));
      expect(sent['webhook-signature']).toBe(signatures.join(' '));
    }
  });

  test("hold for Quincer's verifier sample", () => {
    for (const { secrets, body, headers: sent } of vectors.filter(({ format }) => format === 'QUINCER')) {
      const lowerCase = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value]));
      expect(quincerAccepts({ headers: lowerCase, rawBody: Buffer.from(body) }, secrets.at(-1) ?? '')).toBe(true);
    }
  });

  describe("hold for AI93's verifier sample", () => {
    afterEach(() => void vi.useRealTimers());

    test.each(vectors.filter(({ format }) => format === 'AI93'))('$description', async (vector) => {
      const { secrets, attempt, timestamp, body, headers: sent } = vector;
      const delivery = { headers: sent, rawBody: Buffer.from(body) };
      const signedWith = (attempt % 2 === 1 ? secrets.at(-1) : secrets[0]) ?? '';
      vi.useFakeTimers({ toFake: ['Date'], now: (timestamp + 300) * 1000 });
      expect(await ai93Accepts(delivery, signedWith)).toBe(true);
      expect(await ai93Accepts(delivery, signedWith.replace('whsec_', ''))).toBe(false);
      vi.setSystemTime((timestamp + 301) * 1000);
      expect(await ai93Accepts(delivery, signedWith)).toBe(false);
    });
  });
});

describe('the Standard Webhooks package', () => {
  const secret = 'whsec_c2VjcmV0IG9mIGEgc3Vic2NyaWJlciwgMzIgYnl0ZXM=';
  const older = 'whsec_dGhlIHNlY3JldCBiZWZvcmUgdGhlIHJvdGF0aW9u';
  const sign = (at = new Date()) => {
    const body = '{"type":"lead.created"}';
    const request = { eventId: 'evt_00000000000000a7', type: 'lead.created', body, at, attempt: 1 } as const;
    return { body, sent: { ...standardSignature({ ...request, secrets: [secret, older] }) } };
  };

  test('accepts a delivery under both secrets of a rotation', () => {
    const { body, sent } = sign();
    for (const one of [secret, older]) expect(new Webhook(one).verify(body, sent)).toEqual({ type: 'lead.created' });
  });

  test('refuses a flipped bit, another secret and an old timestamp', () => {
    const { body, sent } = sign();
    expect(() => new Webhook(secret).verify(body.replace('lead', 'leae'), sent)).toThrow('No matching signature');
    expect(() => new Webhook(`whsec_${Buffer.from('another').toString('base64')}`).verify(body, sent)).toThrow(
      'No matching signature',
    );
    const old = sign(new Date(Date.now() - 301_000));
    expect(() => new Webhook(secret).verify(old.body, old.sent)).toThrow('too old');
  });
});
