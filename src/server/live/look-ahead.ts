/** The same items, the next of which is already being made while one is dealt with. Stops making them with its reader. */
export async function* lookAhead<Item>(items: AsyncIterable<Item, unknown>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  const ask = () => {
    const next = iterator.next();
    // Where nobody comes for it any more, nobody needs to hear that it failed.
    next.catch(() => undefined);
    return next;
  };
  try {
    for (let coming = ask(); ;) {
      const { done, value } = await coming;
      if (done) return;
      coming = ask();
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}
