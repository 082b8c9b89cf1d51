import type { Dispatcher } from 'undici';
import { TimedOutError } from './post-failure.ts';

const excerptBytes = 2048;

export type Answer = { readonly status: number; readonly responseExcerpt: string; readonly retryAfter: string | null };

/**
 * One request and the beginning of its answer, however long the rest is. Streams and abort signals would cost more than the
 * request itself, so this listens to the connection.
 */
export function exchange(agent: Dispatcher, request: Dispatcher.DispatchOptions, timeoutMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let connection: Dispatcher.DispatchController | undefined;
    let status = 0;
    let retryAfter: string | null = null;
    let chunks: Buffer[] = [];
    let length = 0;
    let timedOut = false;

    const timer = setTimeout(() => {
      timedOut = true;
      fail(new TimedOutError());
      connection?.abort(new TimedOutError());
    }, timeoutMs);
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    const answer = () => {
      clearTimeout(timer);
      resolve({ status, retryAfter, responseExcerpt: toExcerpt(chunks) });
      chunks = [];
    };

    agent.dispatch(request, {
      onRequestStart(controller) {
        // A connection that came about too late is not used.
        if (timedOut) controller.abort(new TimedOutError());
        else connection = controller;
      },
      onResponseStart(_, statusCode, headers) {
        status = statusCode;
        retryAfter = [headers['retry-after']].flat()[0] ?? null;
      },
      onResponseData(controller, chunk) {
        length += chunk.length;
        chunks.push(chunk);
        if (length < excerptBytes) return;
        answer();
        controller.abort(new Error('Enough was read.'));
      },
      onResponseEnd: answer,
      onResponseError: (_, error) => fail(error),
    });
  });
}

function toExcerpt(chunks: readonly Buffer[]): string {
  const [first] = chunks;
  const bytes = first && chunks.length === 1 ? first : Buffer.concat(chunks);
  // A decoder drops what the cut left of a character; it takes ten times as long.
  const text =
    bytes.length < excerptBytes
      ? bytes.toString()
      : new TextDecoder().decode(bytes.subarray(0, excerptBytes), { stream: true });
  // PostgreSQL's text holds no NUL.
  return text.replaceAll('\0', '�');
}
