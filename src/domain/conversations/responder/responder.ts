import type { OnBehalf } from '../../outside/capabilities.ts';

/** Answers a visitor while nobody holds the conversation: the built-in rules, or a model behind the same interface. */
export type Responder = {
  /** @returns null when there is nothing to say. */
  respond(input: ResponderInput): Promise<Answer | null>;
};

export type Answer = {
  readonly content: string;
  /** A tag such as `en`; null where it is not known. */
  readonly language: string | null;
  /** Says that a person is to answer: the visitor waits until one does. */
  readonly leftToTeam?: boolean;
};

export type ResponderInput = {
  /** Oldest first; the last one is the visitor's message to answer. */
  readonly messages: readonly ResponderMessage[];
  readonly visitor: Visitor;
  /** Whether the lead this conversation belongs to has these already, which whoever answers is not told: no words of it leave. */
  readonly lead: { readonly hasName: boolean; readonly hasEmail: boolean };
  readonly onBehalf: OnBehalf;
  readonly widgetId: string;
  /** What the widget is to answer from. */
  readonly knowledge: string | null;
  /** What the widget may have a model use in a day. */
  readonly tokensPerDay: number;
  readonly signal?: AbortSignal;
};

export type ResponderMessage = {
  readonly role: 'VISITOR' | 'AI' | 'HUMAN' | 'SYSTEM';
  readonly content: string;
  readonly createdAt: Date;
};

/** What the page told about the visitor, before a word was written. */
export type Visitor = { readonly name: string | null; readonly email: string | null; readonly language: string | null };
