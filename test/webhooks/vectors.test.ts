import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { eventTypes } from '../../src/events/catalogue.ts';
import { ai93Headers, quincerHeaders, standardHeaders, standardSignature } from '../../src/webhooks/signing.ts';
import { quincerAccepts } from './vendor-verifiers.ts';

const headers = { QUINCER: quincerHeaders, AI93: ai93Headers, STANDARD: standardHeaders };

const vectorFile = z.object({
  vectors: z.array(
    z.object({
      format: z.enum(['QUINCER', 'AI93', 'STANDARD']),
      description: z.string(),
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
  test.each(vectors)('$format: $description', ({ format, timestamp, headers: expected, ...request }) => {
    expect(headers[format]({ ...request, at: new Date(timestamp * 1000) })).toEqual(expected);
  });

  test('hold for the verifier of the Standard Webhooks package, but for their age', () => {
    const standard = vectors.filter(({ format }) => format === 'STANDARD');
    expect(standard).toHaveLength(2);
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
