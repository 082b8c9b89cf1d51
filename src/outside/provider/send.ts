import type { Dispatcher } from 'undici';
import { toPostFailure } from '../../webhooks/post/post-failure.ts';
import { RefusedAddressError } from '../../webhooks/post/safe-address.ts';
import { retryAfterMs } from '../../webhooks/post/retry-after.ts';
import { ProviderError, toRefusal } from './provider-error.ts';

export type Sent = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type SendOptions = {
  readonly agent: Dispatcher;
  /** Its reason is a TimedOutError once the time is over. */
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** The variable that holds the key, for who has to mend it. */
  readonly keyVariable: string;
  readonly now: () => Date;
};

export type Chunks = AsyncIterable<Uint8Array>;

const noPublicAddress =
  'The host of the provider has no public address. For one at home, name its range in OUTSIDE_ALLOWED_RANGES.';

/** What went wrong underneath, as a sentence. Whatever is cut off or refused may pass; a certificate does not. */
export function toProviderError(error: unknown, timeoutMs: number): ProviderError {
  if (error instanceof ProviderError) return error;
  if (error instanceof RefusedAddressError) return new ProviderError(noPublicAddress);
  const sentence = toPostFailure(error, timeoutMs);
  return new ProviderError(sentence, { isPassing: !/certificate|TLS|within/.test(sentence) });
}

/**
 * Sends one request and reads its answer, with no redirects and no second try. What is left of an answer that nobody reads is cut off.
 * @throws ProviderError
 */
export async function send<T>(sent: Sent, read: (chunks: Chunks) => Promise<T>, options: SendOptions): Promise<T> {
  const { agent, signal, timeoutMs, keyVariable, now } = options;
  const { origin, pathname, search } = new URL(sent.url);
  try {
    const { statusCode, headers, body } = await agent.request({
      origin,
      path: pathname + search,
      method: sent.method,
      headers: { 'Accept-Encoding': 'identity', ...sent.headers },
      body: sent.body ?? null,
      signal,
    });
    // Cutting the answer off is told as an error of its stream.
    body.on('error', () => undefined);
    try {
      const asked = [headers['retry-after']].flat()[0] ?? null;
      if (statusCode < 200 || statusCode > 299) throw toRefusal(statusCode, retryAfterMs(asked, now()), keyVariable);
      return await read(body);
    } finally {
      body.destroy();
    }
  } catch (error) {
    throw toProviderError(signal.aborted ? signal.reason : error, timeoutMs);
  }
}
