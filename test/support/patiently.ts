/**
 * How a condition that must come is awaited: on a machine that does much else it comes late, and a test that hangs is told by
 * its own bound. `expect.poll` has the same from `vitest.config.ts`.
 */
export const patiently = { timeout: 30_000, interval: 10 };

/** Of a fact about how long something takes: the machine may do something else just then, but not three times in a row. */
export const timed = { retry: 2 };
