/**
 * What `work` comes to within so long. It is told by its signal when the time is over, and not waited for where it takes no notice.
 * @throws where it was not done in time
 */
export async function inTime<Result>(ms: number, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const over = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    over.abort(new DOMException('The time is over.', 'TimeoutError'));
    reject(new Error('It was not done in time.', { cause: over.signal.reason }));
  }, ms).unref();
  try {
    return await Promise.race([work(over.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
