import type { ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Actor } from '../../access/actor.ts';
import { DomainError, unauthenticated } from '../../errors.ts';
import { limits } from '../../limits.ts';
import type { LiveExecution } from '../live/live-execution.ts';
import { type Caps, createOpenPlaces } from '../live/open-places.ts';
import type { KeyWatch } from '../live/key-watch.ts';
import { RenderedStream } from '../live/rendered-stream.ts';

export type LiveOverHttp<Context> = {
  readonly live: LiveExecution;
  readonly keyWatch: Pick<KeyWatch, 'open'>;
  /** Where the open streams are kept, for whoever may have to end them. */
  readonly streams: Set<RenderedStream>;
  readonly actorOf: (context: Context) => Actor;
  /** The streams that may be open at once. */
  readonly caps?: Caps;
};

/** Serves subscriptions over server-sent events from the log, and ends them with their key. */
export function useLiveExecution<Context>({
  live,
  keyWatch,
  streams,
  actorOf,
  caps = { perKey: limits.streamsPerKey, perOrganisation: limits.streamsPerOrganisation },
}: LiveOverHttp<Context>): Plugin<object, object, Context> {
  const places = createOpenPlaces(caps);
  return {
    onSubscribe({ args, setSubscribeFn }) {
      setSubscribeFn(async () => {
        const operation: ExecutionArgs = args;
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Yoga hands on what its context function made
        const actor = actorOf(operation.contextValue as Context);
        const stream = await live.subscribe({ ...operation, actor });
        if (!(stream instanceof RenderedStream)) return stream;
        const entered = places.enter(actor);
        if ('full' in entered) {
          await stream.end(tooMany(entered.full));
          return stream;
        }
        stream.onDone(entered.leave);
        const refusal = unauthenticated('The API key was revoked, has expired, or may do something else now.');
        streams.add(stream);
        stream.onDone(() => void streams.delete(stream));
        stream.onDone(keyWatch.open(actor, () => void stream.end(refusal)));
        return stream;
      });
    },
  };
}

const tooMany = (of: 'key' | 'workspace') =>
  new DomainError(
    'LIMITED',
    `Too many streams of server-sent events of this ${of} are open. Close some, or use websockets, each of which carries many subscriptions.`,
  );
