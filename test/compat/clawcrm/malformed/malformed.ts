/** A request that is wrong in one place, ready to be sent. */
export type Malformed = {
  /** What is wrong, for the message of a failing test. */
  readonly what: string;
  readonly method: string;
  /** Below /api/openclaw, as it goes over the wire: path and query. */
  readonly target: string;
  readonly body: string | Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
  /** How it may be refused. */
  readonly statuses: readonly number[];
};

/** What is wrong with one part of a request, and the part. */
export type Spoilt<Part> = { readonly what: string; readonly part: Part; readonly statuses?: readonly number[] };
