import type { DocumentNode } from 'graphql';

/** An operation as it came in, to be held against the schema and every limit. */
export type IncomingOperation = {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
};
