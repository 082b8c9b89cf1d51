import { Agent } from 'undici';
import { limits } from '../../limits.ts';
import { exchange } from './exchange.ts';
import { guardedConnect } from './guarded-connect.ts';
import { toPostFailure } from './post-failure.ts';
import type { AddressPolicy } from './safe-address.ts';

export type PostRequest = { readonly headers: Readonly<Record<string, string>>; readonly body: string | Buffer };

export type PostResult =
  | {
      readonly status: number;
      readonly durationMs: number;
      readonly responseExcerpt: string;
      /** The header as it came; null where there is none. */
      readonly retryAfter: string | null;
    }
  /** No complete answer came; `error` is a short sentence without addresses. */
  | { readonly error: string; readonly durationMs: number };

export type Poster = {
  /** Posts JSON once: no redirects, no second try. Never throws. */
  post(url: string, request: PostRequest): Promise<PostResult>;
  /** Ends the connections that are kept open. */
  close(): Promise<void>;
};

export type PosterOptions = {
  readonly addresses: AddressPolicy;
  /** For the whole exchange, from the look-up to the end of the excerpt. */
  readonly timeoutMs?: number;
};

export const headersOfEveryPost = { 'Content-Type': 'application/json', 'Accept-Encoding': 'identity' };

export function createPoster({ addresses, timeoutMs = limits.postMs }: PosterOptions): Poster {
  // A short keep-alive: a post on a connection the receiver is just closing would count as a failed attempt.
  const agent = new Agent({
    connect: guardedConnect(addresses, timeoutMs),
    keepAliveTimeout: 1000,
    maxHeaderSize: 16_384,
    // One timer bounds the whole exchange.
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  return {
    async post(url, { headers: more, body }) {
      const startedAt = performance.now();
      const headers = { ...headersOfEveryPost, ...more };
      try {
        const { origin, path } = placeOf(url);
        const sent = { origin, path, method: 'POST', headers, body } as const;
        const answer = await exchange(agent, sent, timeoutMs);
        return { ...answer, durationMs: elapsedMs(startedAt) };
      } catch (error) {
        return { error: toPostFailure(error, timeoutMs), durationMs: elapsedMs(startedAt) };
      }
    },
    close: () => agent.destroy(),
  };
}

type Place = { readonly origin: string; readonly path: string };

/** The addresses that were posted to lately: reading one takes longer than looking it up. */
const places = new Map<string, Place>();
const mostPlaces = 1000;

function placeOf(url: string): Place {
  const known = places.get(url);
  if (known) return known;
  const { origin, pathname, search } = new URL(url);
  const place = { origin, path: pathname + search };
  if (places.size >= mostPlaces) places.clear();
  places.set(url, place);
  return place;
}

const elapsedMs = (startedAt: number): number => Math.round(performance.now() - startedAt);
