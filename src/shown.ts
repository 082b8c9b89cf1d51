/**
 * What the graph, a webhook's body or a vendor's shape says of a row: each of its columns but those it hides, so that a new
 * column does not compile until it is shown or hidden, and besides whatever else there is to say.
 */
export type Shown<Row, Hidden extends keyof Row = never> = {
  readonly [Column in Exclude<keyof Row, Hidden>]-?: unknown;
} & Readonly<Record<string, unknown>>;
