/** After so many failed attempts in a row deliveries to an endpoint pause: first for the shortest time, then twice as long. */
const breaker = { failures: 5, leastSeconds: 30, mostSeconds: 300 } as const;

/** An endpoint is disabled when nothing succeeded for so long, and so often: a rare event alone tells little. */
export const giveUpAfter = { days: 3, failures: 10 } as const;

/** Until when an endpoint is paused after its last failure, as an SQL expression; null while the breaker is closed. */
export const pauseSql = (failures: string, at: string): string =>
  `case when ${failures} >= ${breaker.failures}
        then ${at} + interval '1 second' * least(${breaker.mostSeconds}, ${breaker.leastSeconds} * 2 ^ least(${failures} - ${breaker.failures}, 10))
    end`;
