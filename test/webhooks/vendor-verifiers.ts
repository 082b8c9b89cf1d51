import crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { Received } from './receiver.ts';

/** The vendors' own verifier samples, word for word. */
const sample = (name: string) => readFileSync(new URL(`samples/${name}-verifier.txt`, import.meta.url), 'utf8');

/** Runs Quincer's sample as the middle of the handler it is written for. */
const quincerHandler = new Function('req', 'res', 'process', 'crypto', sample('quincer'));

export function quincerAccepts({ headers, rawBody }: Pick<Received, 'headers' | 'rawBody'>, secret: string): boolean {
  let status = 200;
  const res = {
    status(code: number) {
      status = code;
      return { send() {} };
    },
  };
  quincerHandler({ headers, rawBody }, res, { env: { QUINCER_WEBHOOK_SECRET: secret } }, crypto);
  return status === 200;
}

const ai93Sample = new Function(`${stripTypeScriptTypes(sample('ai93'))}; return verify;`)();

export async function ai93Accepts({ headers, rawBody }: Pick<Received, 'headers' | 'rawBody'>, secret: string) {
  const asHeaders = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const request = new Request('http://localhost/', {
    method: 'POST',
    headers: asHeaders,
    body: new Uint8Array(rawBody),
  });
  const accepted: boolean = await ai93Sample(request, secret);
  return accepted;
}
