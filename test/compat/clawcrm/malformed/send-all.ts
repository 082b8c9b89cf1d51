import { Pool } from 'undici';
import { expectDocumented } from '../../../support/expect-documented.ts';
import { noteAnswer } from '../answers.ts';
import type { Malformed } from './malformed.ts';

export type Refusal = { readonly sent: Malformed; readonly status: number; readonly text: string };

const atOnce = 8;

/** Sends every request as it stands, a few at once; each answer is held against the documents. */
export async function sendAll(url: string, requests: readonly Malformed[]): Promise<Refusal[]> {
  const pool = new Pool(url, { connections: atOnce });
  const waiting = [...requests];
  const answers: Refusal[] = [];
  const work = async () => {
    for (let sent = waiting.shift(); sent; sent = waiting.shift()) answers.push(await send(pool, sent));
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
    return answers;
  } finally {
    await pool.close();
  }
}

async function send(pool: Pool, sent: Malformed): Promise<Refusal> {
  const { method, body, headers } = sent;
  const path = `/api/openclaw${sent.target}`;
  const answer = await pool.request({ method, path, body, headers });
  const text = await answer.body.text();
  const { statusCode: status } = answer;
  const told = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
  expectDocumented(method, path, { status, headers: new Headers(told), text });
  noteAnswer(method, path, status, null);
  return { sent, status, text };
}
