import type { Captured, Facts } from './captured.ts';
import { findAuthority } from './find-authority.ts';
import { findBudget } from './find-budget.ts';
import { findCompany, findSignedCompany } from './find-company.ts';
import { findEmails } from './find-email.ts';
import { findJobTitle, findTitleAlone } from './find-job-title.ts';
import { beforeContact, findBareName, findName, findPerson, findWholeName } from './find-name.ts';
import { findNeed } from './find-need.ts';
import { findPhone } from './find-phone.ts';
import { findSignature } from './find-signature.ts';
import { findTimeline } from './find-timeline.ts';
import { mergeCaptured } from './merge-captured.ts';
import { toPlainAddresses } from './plain-address.ts';
import type { ResponderMessage, Visitor } from './responder.ts';
import { firstOf, toLines, toSentences } from './sentences.ts';

export type { Captured } from './captured.ts';

/** What a visitor wrote, and when: "in 2026" is ahead of them or behind. */
export type Written = Pick<ResponderMessage, 'content' | 'createdAt'>;

/** Whether an answer asked who the visitor is, so that a bare "Ada Lovelace" answers it. */
const asksForName =
  /\byour (?:first |full )?name\b|\bwho (?:am i|are we|do i have the pleasure of) (?:chatting|speaking|talking)|\bwhat (?:should|shall|can|may) (?:i|we) call you\b/i;
const requests = /\?$|^(?:and |could |give |let |may |please |share |tell )/i;
const asked = (reply: string): boolean =>
  toSentences(reply).some((sentence) => asksForName.test(sentence) && requests.test(sentence));

/** The first address, unless a later one is said to take its place. */
function emailOf(sentences: readonly string[]): string | undefined {
  const found = sentences.flatMap(findEmails);
  return (found.findLast(({ corrects }) => corrects) ?? found[0])?.email;
}

/** What stands before a contact in the sentence that holds it. */
function textBefore(sentences: readonly string[], contact: string | undefined): string {
  const sentence = contact === undefined ? undefined : sentences.find((one) => one.includes(contact));
  return sentence === undefined || contact === undefined
    ? ''
    : beforeContact(sentence.slice(0, sentence.indexOf(contact)));
}

type Contact = { readonly email: string | undefined; readonly phone: string | undefined };

function nameOf(sentences: readonly string[], { email, phone }: Contact, signed: string | undefined, reply: string) {
  const [first = ''] = sentences;
  const answer = (email === undefined ? first : first.replace(email, '')).replace(/[\s,;:<>()-]{1,8}$/, '');
  return (
    firstOf(sentences, findName) ??
    findWholeName(textBefore(sentences, email)) ??
    findPerson(textBefore(sentences, phone)) ??
    signed ??
    (asked(reply) ? (findBareName(answer) ?? findBareName(textBefore(sentences, email))) : undefined)
  );
}

/** A line of a signature that tells the position, or how to reach who signed. */
const isOfPerson = (line: string): boolean =>
  findTitleAlone(line) !== undefined || findEmails(line).length > 0 || findPhone(line) !== undefined;

function factsOf({ content: text, createdAt }: Written, lastReply: string): Facts {
  const sentences = toSentences(text).map(toPlainAddresses);
  const signature = findSignature(toLines(text));
  const email = emailOf(sentences);
  const phone = firstOf(sentences, findPhone);
  const name = nameOf(sentences, { email, phone }, signature.name, lastReply);
  const company =
    firstOf(sentences, findCompany) ?? signature.company ?? findSignedCompany(signature.lines, isOfPerson);
  const jobTitle = firstOf(sentences, findJobTitle) ?? signature.jobTitle ?? firstOf(signature.lines, findTitleAlone);
  const budget = firstOf(sentences, findBudget);
  const authority = firstOf(sentences, findAuthority);
  const need = firstOf(sentences, (sentence) => findNeed(sentence, createdAt));
  const timeline = firstOf(sentences, (sentence) => findTimeline(sentence, createdAt));
  return {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(company !== undefined && { company }),
    ...(jobTitle !== undefined && { jobTitle }),
    bant: {
      ...(budget !== undefined && { budget }),
      ...(authority !== undefined && { authority }),
      ...(need !== undefined && { need }),
      ...(timeline !== undefined && { timeline }),
    },
  };
}

const given = (visitor: Pick<Visitor, 'name' | 'email'>): Facts => ({
  ...(visitor.name !== null && { name: visitor.name }),
  ...(visitor.email !== null && { email: visitor.email }),
  bant: {},
});

/** What the page told alone. */
export const toldByPage = (visitor: Pick<Visitor, 'name' | 'email'>): Captured =>
  mergeCaptured(given(visitor), { bant: {} });

/**
 * Reads what a visitor wrote for contact details and BANT; where both tell, the text wins over the page.
 * @param lastReply what the visitor answers to: after "What is your name?" a bare name is one.
 */
export function extractLead(written: Written, visitor: Pick<Visitor, 'name' | 'email'>, lastReply = ''): Captured {
  return mergeCaptured(given(visitor), factsOf(written, lastReply));
}
