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
  /** What is already known of the lead this conversation belongs to. */
  readonly lead: { readonly name: string | null; readonly email: string | null; readonly phone: string | null } | null;
  readonly signal?: AbortSignal;
};

export type ResponderMessage = { readonly role: 'VISITOR' | 'AI' | 'HUMAN' | 'SYSTEM'; readonly content: string };

/** What the page told about the visitor, before a word was written. */
export type Visitor = { readonly name: string | null; readonly email: string | null; readonly language: string | null };
