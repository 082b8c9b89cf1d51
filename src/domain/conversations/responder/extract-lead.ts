import type { Captured, Facts } from './captured.ts';
import { findAuthority } from './find-authority.ts';
import { findBudget } from './find-budget.ts';
import { findCompany } from './find-company.ts';
import { findEmail, findPhone } from './find-contact.ts';
import { findJobTitle } from './find-job-title.ts';
import { findBareName, findName, findNameBefore } from './find-name.ts';
import { findNeed } from './find-need.ts';
import { findTimeline } from './find-timeline.ts';
import { mergeCaptured } from './merge-captured.ts';
import type { Visitor } from './responder.ts';
import { firstOf, toSentences } from './sentences.ts';

export type { Captured } from './captured.ts';

/** Whether an answer asked who the visitor is, so that a bare "Ada Lovelace" answers it. */
const asksForName = /\byour (?:full )?name\b/i;

function nameOf(sentences: readonly string[], email: string | undefined, lastReply: string): string | undefined {
  return (
    firstOf(sentences, findName) ??
    (email === undefined
      ? undefined
      : firstOf(sentences, (line) => (line.includes(email) ? findNameBefore(email, line) : undefined))) ??
    (asksForName.test(lastReply) && sentences.length > 0 ? findBareName(sentences[0] ?? '') : undefined)
  );
}

function factsOf(text: string, lastReply: string): Facts {
  const sentences = toSentences(text);
  const email = firstOf(sentences, findEmail);
  const name = nameOf(sentences, email, lastReply);
  const phone = firstOf(sentences, findPhone);
  const company = firstOf(sentences, findCompany);
  const jobTitle = firstOf(sentences, findJobTitle);
  const budget = firstOf(sentences, findBudget);
  const authority = firstOf(sentences, findAuthority);
  const need = firstOf(sentences, findNeed);
  const timeline = firstOf(sentences, findTimeline);
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

/**
 * Reads what a visitor wrote for contact details and BANT; where both tell, the text wins over the page.
 * @param lastReply what the visitor answers to: after "What is your name?" a bare name is one.
 */
export function extractLead(text: string, visitor: Pick<Visitor, 'name' | 'email'>, lastReply = ''): Captured {
  return mergeCaptured(given(visitor), factsOf(text, lastReply));
}
