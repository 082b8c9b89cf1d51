import { hash } from 'node:crypto';
import type { Actor } from '../../access/actor.ts';
import { rightsDigest } from '../../access/rights-digest.ts';
import { limits } from '../../limits.ts';
import type { KeptAnswer } from '../../http/kept-answer.ts';
import { createShelves, type Shelf, type ShelfLimits } from './shelves.ts';

/** Where a read finds itself among those who ask the same. */
export type Place =
  | { readonly found: 'kept'; readonly answer: KeptAnswer }
  /** Another is being answered; null where its answer is its own alone, such as a refusal. */
  | { readonly found: 'another'; readonly answer: Promise<KeptAnswer | null> }
  /** Nobody: who is told this must say what came of it, or null. */
  | { readonly found: 'nobody'; readonly settle: (answer: KeptAnswer | null) => void }
  /** What is asked at a revision that is past, and everything where no answers are kept. */
  | { readonly found: 'nothing' };

export type KeptAnswers = {
  /** What an answer is kept under: all that decides it but the revision. */
  question(actor: Actor, asked: readonly string[]): string;
  find(actor: Actor, question: string): KeptAnswer | null;
  enter(actor: Actor, question: string): Place;
};

const defaults: ShelfLimits = {
  bytes: limits.keptReadsBytes,
  perOrganisationBytes: limits.keptReadsPerOrganisationBytes,
  answerBytes: limits.keptReadBytes,
};

function findOn({ answers }: Shelf, question: string): KeptAnswer | null {
  const answer = answers.get(question);
  if (!answer) return null;
  answers.delete(question);
  answers.set(question, answer);
  return answer;
}

/**
 * Answers of reads, kept until their organisation's next change.
 *
 * Each reader brings the revision that the statement which authenticated it read, after its request arrived, and is told only what
 * was made by a reader of the same revision. What that one read is as new as this revision or newer. Newer it is only where
 * a change came while it read; whoever brings the old revision then asked before that change, too, and may be told of it. Whoever
 * asks after the change brings another revision. So no statement is needed that asks once more after an answer was made.
 */
export function createKeptAnswers(given = defaults): KeptAnswers {
  const shelves = createShelves(given);

  function lead(orgId: string, shelf: Shelf, question: string): Place {
    const { promise, resolve } = Promise.withResolvers<KeptAnswer | null>();
    shelf.underWay.set(question, promise);
    return {
      found: 'nobody',
      settle(answer) {
        if (shelf.underWay.get(question) !== promise) return;
        shelf.underWay.delete(question);
        if (answer) shelves.keep(orgId, shelf, question, answer);
        resolve(answer);
      },
    };
  }

  return {
    question: (actor, asked) => hash('sha256', JSON.stringify([rightsDigest(actor), ...asked]), 'base64'),
    find(actor, question) {
      const shelf = shelves.of(actor);
      return shelf && findOn(shelf, question);
    },
    enter(actor, question) {
      const shelf = shelves.of(actor);
      if (!shelf) return { found: 'nothing' };
      const answer = findOn(shelf, question);
      if (answer) return { found: 'kept', answer };
      const another = shelf.underWay.get(question);
      return another ? { found: 'another', answer: another } : lead(actor.orgId, shelf, question);
    },
  };
}

/** Where `ANSWER_CACHE` is off: every read is answered anew. */
export const keepNothing: KeptAnswers = { question: () => '', find: () => null, enter: () => ({ found: 'nothing' }) };
