/**
 * What `work` comes to within so long. It is told by its signal when the time is over, and not waited for where it takes no notice.
 * @throws where it was not done in time, what `late` makes of it
 */
export async function inTime<Result>(
  ms: number,
  work: (signal: AbortSignal) => Promise<Result>,
  late = (reason: unknown): Error => new Error('It was not done in time.', { cause: reason }),
): Promise<Result> {
  const over = new AbortController();
  const { promise: end, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    over.abort(new DOMException('The time is over.', 'TimeoutError'));
    reject(late(over.signal.reason));
  }, ms).unref();
  try {
    return await Promise.race([work(over.signal), end]);
  } finally {
    clearTimeout(timer);
  }
}
