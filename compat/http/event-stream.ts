export const eventStreamMedia = 'text/event-stream';

/** One server-sent event; `data` becomes JSON, which has no line breaks. */
export type Frame = { readonly id: string | null; readonly event: string; readonly data: unknown };

export const toFrame = ({ id, event, data }: Frame): string =>
  `${id === null ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * The first bytes of a stream, with which its headers go: how soon a client should come back that was cut off, and the id it begins
 * behind, so that one that is cut off before its first event misses nothing either.
 */
export const opening = (id: string | null): string => `: open\nretry: 1000\n${id === null ? '' : `id: ${id}\n`}\n`;
const comment = ': \n\n';

/** A stream of events that says something at once, and then at least so often, so that nothing between takes it for dead. */
export async function* withComments(
  first: string,
  frames: AsyncIterable<string>,
  everyMs: number,
): AsyncGenerator<string> {
  const iterator = frames[Symbol.asyncIterator]();
  try {
    yield first;
    for (;;) {
      const coming = iterator.next();
      const isThere = watch(coming);
      while (!(await isThere(everyMs))) yield comment;
      const result = await coming;
      if (result.done) return;
      yield result.value;
    }
  } finally {
    await iterator.return?.();
  }
}

/**
 * Tells whether something came within a time, as often as it is asked. `Promise.race` would leave something of every time with
 * what is long in coming: 6 MB a minute of 5,000 silent streams.
 */
function watch(coming: Promise<unknown>): (withinMs: number) => Promise<boolean> {
  let isThere = false;
  let wake = (): void => undefined;
  const came = () => {
    isThere = true;
    wake();
  };
  coming.then(came, came);
  return async (withinMs) => {
    if (isThere) return true;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    return isThere;
  };
}
