import type { DomainContext } from '../../src/domain/context.ts';
import type { LogEvent } from '../../src/events/snapshot.ts';
import type { FollowOptions } from '../../src/events/follow.ts';
import type { EventLog } from '../../src/events/event-log.ts';
import type { Loaders } from './loaders.ts';

/** What a resolver sees of the product. Made anew for every execution: loaders and limits belong to one answer. */
export type GraphContext = DomainContext & {
  readonly loaders: Loaders;
  readonly log: EventLog;
  readonly follow: (options: FollowOptions) => Promise<AsyncIterableIterator<LogEvent, undefined>>;
  /** The head of the log as it was before anything else of this answer was read. */
  readonly eventCursor: () => Promise<string>;
  /** Reads when it is this key’s turn. */
  readonly turn: <Result>(read: () => PromiseLike<Result> | Result) => Promise<Result>;
};
