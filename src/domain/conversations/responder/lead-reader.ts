import type { OnBehalf } from '../../outside/capabilities.ts';
import type { FlatFacts } from './captured.ts';
import type { ResponderMessage } from './responder.ts';

export type ReaderInput = {
  /** Oldest first. */
  readonly messages: readonly ResponderMessage[];
  readonly onBehalf: OnBehalf;
  readonly widgetId: string;
  /** What the widget may have a model use in a day. */
  readonly tokensPerDay: number;
};

/** Reads what visitors tell of themselves, as a model does. What it finds is held against their words before it is kept. */
export type LeadReader = {
  /** Null where it could not, and the rules are to read; never throws. */
  read(input: ReaderInput): Promise<FlatFacts | null>;
};
