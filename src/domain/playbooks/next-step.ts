import type { TouchpointType } from '../../db/generated/prisma/enums.ts';
import type { PlaybookStep } from './playbook-steps.ts';

/** Whose move a contact was: ours counts as a step taken, the lead's begins the steps anew. */
const movesOf = {
  EMAIL: 'ours',
  CALL: 'ours',
  MEETING: 'ours',
  NOTE: 'ours',
  OTHER: 'ours',
  MEETING_BOOKED: 'theirs',
  PROPOSAL_VIEWED: 'theirs',
  CTA_CLICKED: 'theirs',
  QUIZ_COMPLETED: 'theirs',
  VIDEO_WATCHED: 'theirs',
  REPLY: 'theirs',
} as const satisfies Record<TouchpointType, 'ours' | 'theirs'>;

export type Contact = { readonly type: TouchpointType; readonly occurredAt: Date };

export type NextStep = {
  /** From 1. */
  readonly number: number;
  readonly step: PlaybookStep;
  /** The earliest time for it. */
  readonly dueAt: Date;
};

export type Progress = {
  /** How often we were in touch since the lead's last move, or since there is the lead. */
  readonly taken: number;
  /** The lead's own last move. */
  readonly lastMove: Contact | null;
  /** Null once every step was taken. */
  readonly next: NextStep | null;
};

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Where a lead stands in a playbook: each contact of ours since the lead's own last move is a step taken.
 * @param contacts the latest first
 */
export function progressIn(steps: readonly PlaybookStep[], contacts: readonly Contact[], createdAt: Date): Progress {
  const lastTheirs = contacts.findIndex(({ type }) => movesOf[type] === 'theirs');
  const ours = lastTheirs < 0 ? contacts : contacts.slice(0, lastTheirs);
  const lastMove = contacts[lastTheirs] ?? null;
  const taken = ours.length;
  const step = steps[taken];
  if (!step) return { taken, lastMove, next: null };
  const since = contacts[0]?.occurredAt ?? createdAt;
  const dueAt = new Date(since.getTime() + step.waitDays * dayMs);
  return { taken, lastMove, next: { number: taken + 1, step, dueAt } };
}
