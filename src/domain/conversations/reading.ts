import type { LeadSnapshot } from '../../events/snapshot.ts';
import { type Claims, claimsOf } from '../leads/unproven/claims.ts';
import { toClaims } from './captured-fields.ts';
import type { LockedConversation } from './conversation-snapshot.ts';
import { type Captured, type Facts, type FlatFacts, toFacts } from './responder/captured.ts';
import { extractLead, toldByPage } from './responder/extract-lead.ts';
import { mergeCaptured } from './responder/merge-captured.ts';
import { readConversation } from './responder/read-conversation.ts';
import type { ResponderMessage } from './responder/responder.ts';
import { saidFacts, withContacts } from './responder/said-facts.ts';

/** What a visitor gave away of themselves. */
export type Reading = {
  /** In the whole conversation. */
  readonly known: () => Captured;
  /** In the message that was read last. */
  readonly said: () => Facts;
  /** Before that message. */
  readonly saidBefore: (lead: LeadSnapshot) => Claims;
};

type Read = {
  /** Newest first; the first one is the visitor's. */
  readonly latest: readonly ResponderMessage[];
  readonly conversation: LockedConversation;
  /** The conversation before the newest message. */
  readonly before: LockedConversation;
};

const visitorOf = ({ visitorName: name, visitorEmail: email }: LockedConversation) => ({ name, email });

/** Pages tell who their visitor is with every message. */
const newlyTold = ({ conversation: { visitorName: name, visitorEmail: email }, before }: Read) => ({
  name: name === before.visitorName ? null : name,
  email: email === before.visitorEmail ? null : email,
});

export function readByRules(read: Read): Reading {
  const { latest, conversation, before } = read;
  const [message, ...earlier] = latest;
  const lastReply = earlier.find(({ role }) => role === 'AI' || role === 'HUMAN')?.content;
  return {
    known: () => readConversation(latest.toReversed(), visitorOf(conversation)),
    said: () => (message ? extractLead(message, newlyTold(read), lastReply) : toldByPage(newlyTold(read))),
    saidBefore: () => toClaims(readConversation(earlier.toReversed(), visitorOf(before))),
  };
}

const wordsOf = (messages: readonly ResponderMessage[]): readonly string[] =>
  messages.filter(({ role }) => role === 'VISITOR').map(({ content }) => content);

/** What a model found, as far as the visitor wrote it. Of the contact details that leaves out, what the rules read stands. */
export function readByModel(found: FlatFacts, read: Read): Reading {
  const { latest, conversation } = read;
  const [message, ...earlier] = latest;
  const byRules = readByRules(read);
  return {
    known: () =>
      mergeCaptured(
        toldByPage(visitorOf(conversation)),
        toFacts(withContacts(saidFacts(found, wordsOf(latest)), byRules.known())),
      ),
    said: () =>
      mergeCaptured(
        toldByPage(newlyTold(read)),
        toFacts(withContacts(saidFacts(found, message ? [message.content] : []), byRules.said())),
      ),
    saidBefore: (lead) => ({ ...byRules.saidBefore(lead), ...saidFacts(claimsOf(lead), wordsOf(earlier)) }),
  };
}
