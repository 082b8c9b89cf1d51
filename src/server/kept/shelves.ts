import type { Actor, Revision } from '../../access/actor.ts';
import type { KeptAnswer } from '../../http/kept-answer.ts';

export type ShelfLimits = {
  readonly bytes: number;
  readonly perOrganisationBytes: number;
  readonly answerBytes: number;
};

/** What one organisation's readers are told at its newest revision that anybody here has seen. */
export type Shelf = {
  readonly revision: Revision;
  /** Those asked for last stand last. */
  readonly answers: Map<string, KeptAnswer>;
  readonly underWay: Map<string, Promise<KeptAnswer | null>>;
  bytes: number;
};

export type Shelves = {
  /** Null for who asks at a revision that is past, or at none. */
  of(actor: Actor): Shelf | null;
  /** Keeps an answer, unless the shelf was cleared away meanwhile. */
  keep(orgId: string, shelf: Shelf, question: string, answer: KeptAnswer): void;
};

/** Keys, headers, and what the maps themselves take. */
const overheadBytes = 1024;
const sizeOf = ({ body }: KeptAnswer): number => body.length + overheadBytes;

/** The answers in memory, a shelf for each organisation: its answers go all at once when another revision is seen. */
export function createShelves({ bytes: most, perOrganisationBytes, answerBytes }: ShelfLimits): Shelves {
  /** Those asked for last stand last. */
  const shelves = new Map<string, Shelf>();
  let bytes = 0;

  function clear(orgId: string): void {
    bytes -= shelves.get(orgId)?.bytes ?? 0;
    shelves.delete(orgId);
  }

  function clearOldest(): void {
    for (const orgId of shelves.keys()) {
      if (bytes <= most) return;
      clear(orgId);
    }
  }

  function resize(shelf: Shelf, by: number): void {
    shelf.bytes += by;
    bytes += by;
  }

  return {
    of({ orgId, revision }) {
      if (revision === undefined) return null;
      const known = shelves.get(orgId);
      if (known && known.revision.number > revision.number) return null;
      if (known?.revision.number === revision.number && known.revision.at === revision.at) {
        shelves.delete(orgId);
        shelves.set(orgId, known);
        return known;
      }
      clear(orgId);
      const shelf: Shelf = { revision, answers: new Map(), underWay: new Map(), bytes: 0 };
      shelves.set(orgId, shelf);
      resize(shelf, overheadBytes);
      clearOldest();
      return shelf;
    },
    keep(orgId, shelf, question, answer) {
      const isCleared = shelves.get(orgId) !== shelf;
      if (isCleared || sizeOf(answer) > Math.min(answerBytes, perOrganisationBytes)) return;
      shelf.answers.set(question, answer);
      resize(shelf, sizeOf(answer));
      for (const [oldest, its] of shelf.answers) {
        if (shelf.bytes <= perOrganisationBytes) break;
        shelf.answers.delete(oldest);
        resize(shelf, -sizeOf(its));
      }
      clearOldest();
    },
  };
}
