import type { ExecutionResult } from 'graphql';
import type { Actor } from '../../access/actor.ts';
import type { RateLimitState } from '../../access/rate-limit.ts';
import type { KeptAnswer } from '../../http/kept-answer.ts';
import type { Repetition } from './execute-once.ts';

/** What Express hands to Yoga: who asks, and where the state of their limits is gathered for the answer's headers. */
export type HttpContext = {
  readonly actor: Actor;
  readonly limits: {
    latest: RateLimitState | null;
    /** A unit that was spent for the operation before it was read. */
    prepaid: RateLimitState | null;
  };
  /** The body, which is read once. */
  readonly body: () => Promise<Buffer>;
  readonly kept: {
    /** Told of the answer where others may be told the same; null where they may not. */
    readonly settle: ((answer: KeptAnswer | null) => void) | null;
    /** Whether the answer is data alone, without an error. */
    isSound: boolean;
  };
  /** What the one query of the request was answered already, with an error in it. */
  readonly answered: ExecutionResult | null;
  /** Null without an `Idempotency-Key`. */
  readonly repetition: Repetition | null;
  /** Aborted when the connection is gone. */
  readonly signal: AbortSignal;
};
