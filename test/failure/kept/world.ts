import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Product } from '../product.ts';

export type Lead = { readonly id: string; readonly own: boolean };

/** Who asks with a right, and what of the leads that shows; null where it is refused. */
export type Right = {
  readonly name: string;
  /** Of equal rights; one that is limited is spared so. */
  readonly keys: readonly string[];
  readonly sees: ((lead: Lead) => boolean) | null;
};

export type Reader = Right & { readonly path: string; readonly query?: string };

export type WriterKeys = Readonly<Record<'graphql' | 'clawcrm', string>>;

export type KeptReport = {
  reads: number;
  writes: number;
  kills: number;
  /** Reads that were told what the reader had been told before. */
  repeated: number;
  /** Of these, by 304. */
  unmodified: number;
  /** Values that were held against what anybody had been told of before. */
  compared: number;
  /** Events that came to those who follow, who were cut off so often. */
  events: number;
  cutOff: number;
  /** Reads that a killed node did not answer. */
  unanswered: number;
  /** Reads over a documented limit. */
  limited: number;
  /** Answers with a value that is older than one somebody had been told of before it was asked. */
  readonly stale: string[];
  /** Answers with a row that the key cannot see, or without one that it can. */
  readonly foreign: string[];
  /** Reads refused to who may read, or answered to who may not. */
  readonly wrong: string[];
  /** Events that came twice, or not in their order. */
  readonly disordered: string[];
  /** Acknowledged writes whose event did not come to who follows. */
  readonly lost: string[];
};

export const emptyReport = (): KeptReport => ({
  reads: 0,
  writes: 0,
  kills: 0,
  repeated: 0,
  unmodified: 0,
  compared: 0,
  events: 0,
  cutOff: 0,
  unanswered: 0,
  limited: 0,
  stale: [],
  foreign: [],
  wrong: [],
  disordered: [],
  lost: [],
});

export type Seen = { readonly etag: string; readonly text: string };

export type World = {
  readonly nodes: Product[];
  readonly report: KeptReport;
  readonly until: number;
  /** The highest value of each lead that anybody was told of. */
  readonly told: Map<string, number>;
  /** The values of each lead that were acknowledged. */
  readonly acknowledged: Map<string, number[]>;
  /** What each reader was answered last, by its name. */
  readonly seen: Map<string, Seen>;
  readonly leads: readonly Lead[];
};

export const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)]!;
export const anyNode = ({ nodes }: World): Product => pick(nodes);
export const isOver = ({ until }: World): boolean => performance.now() > until;
export const jitter = (most: number): Promise<void> => pauseFor(Math.random() * most);
export const bare = (id: string): string => id.slice(id.indexOf('_') + 1);

/** Every object with an id and a value, wherever it stands: each surface calls the value something else. */
export function valuesIn(body: unknown, found = new Map<string, number>()): Map<string, number> {
  if (typeof body !== 'object' || body === null) return found;
  const id: unknown = Reflect.get(body, 'id');
  for (const part of Object.values(body)) {
    const value = typeof part === 'string' ? /^v(\d+)$/.exec(part)?.[1] : undefined;
    if (typeof id === 'string' && value !== undefined) found.set(bare(id), Number(value));
    else valuesIn(part, found);
  }
  return found;
}
