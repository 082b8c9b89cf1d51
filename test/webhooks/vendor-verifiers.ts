import crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { compileFunction } from 'node:vm';
import type { Received } from './receiver.ts';

/** The vendors' own verifier samples, word for word. */
const sample = (name: string) => readFileSync(new URL(`samples/${name}-verifier.txt`, import.meta.url), 'utf8');

/** Runs Quincer's sample as the middle of the handler it is written for. */
const quincerHandler = compileFunction(sample('quincer'), ['req', 'res', 'process', 'crypto']);

export function quincerAccepts({ headers, rawBody }: Pick<Received, 'headers' | 'rawBody'>, secret: string): boolean {
  let status = 200;
  const res = {
    status(code: number) {
      status = code;
      return { send() {} };
    },
  };
  const process = { env: { QUINCER_WEBHOOK_SECRET: secret } };
  Reflect.apply(quincerHandler, null, [{ headers, rawBody }, res, process, crypto]);
  return status === 200;
}

const ai93Verify = compileFunction(`${stripTypeScriptTypes(sample('ai93'))}; return verify(req, secret);`, [
  'req',
  'secret',
  'crypto',
]);

export async function ai93Accepts({ headers, rawBody }: Pick<Received, 'headers' | 'rawBody'>, secret: string) {
  const asHeaders = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const request = new Request('http://localhost/', {
    method: 'POST',
    headers: asHeaders,
    body: new Uint8Array(rawBody),
  });
  const accepted: unknown = await Reflect.apply(ai93Verify, null, [request, secret, crypto]);
  return accepted === true;
}
