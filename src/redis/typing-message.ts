import { type TypingHint, typists } from '../events/typing.ts';

export const writeTyping = ({ orgId, conversationId, by, isTyping }: TypingHint): string =>
  `typing ${orgId} ${conversationId} ${by} ${isTyping ? 1 : 0}`;

/** Null for what is none: anybody who can reach the server may publish. */
export function readTyping(text: string): TypingHint | null {
  const [, orgId, conversationId, name, flag] = /^typing (\S{1,64}) (\S{1,64}) ([A-Z]{2,7}) ([01])$/.exec(text) ?? [];
  const by = typists.find((typist) => typist === name);
  if (orgId === undefined || conversationId === undefined || by === undefined) return null;
  return { orgId, conversationId, by, isTyping: flag === '1' };
}
