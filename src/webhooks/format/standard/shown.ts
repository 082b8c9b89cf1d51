/**
 * What a body says of a row: each of its columns but those it hides, so that a new column does not compile until it is shown
 * or hidden, and besides whatever else the graph shows of it. `test/webhooks/standard-shape.test.ts` holds it to the graph.
 */
export type Shown<Row, Hidden extends keyof Row = never> = {
  readonly [Column in Exclude<keyof Row, Hidden>]-?: unknown;
} & Readonly<Record<string, unknown>>;
