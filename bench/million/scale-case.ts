import type { GraphClient } from '../../test/support/graph-client.ts';
import type { RestClient } from '../../test/support/rest-client.ts';

/** Who asks: with the workspace’s keys, or with one of the graph that is locked to a business of one row in a hundred. */
export type ScaleClients = {
  readonly whole: GraphClient;
  readonly locked: GraphClient;
  readonly quincer: RestClient;
  readonly ai93: RestClient;
  readonly clawcrm: RestClient;
};

export type ScaleCase = {
  readonly name: string;
  /** Finds what is needed first, such as a cursor in the midst of a list, and answers how to ask. */
  readonly prepare: (clients: ScaleClients) => Promise<() => Promise<unknown>>;
  /** Changes rows: its statements are counted, and not run again to be planned. */
  readonly mutates?: boolean;
};
