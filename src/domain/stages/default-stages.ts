import type { LeadStatus } from '../../db/generated/prisma/enums.ts';
import { fold } from '../../text.ts';

/** The pipeline a new workspace starts with. */
export const defaultStages = ['New', 'Contacted', 'Qualified', 'Proposal', 'Won', 'Lost'] as const;

/** A stage's key: its name as lower-case words joined by hyphens. */
export const stageKey = (name: string): string =>
  fold(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '') || 'stage';

/** What a stage of a new pipeline makes of the leads that move into it, by the words of its name; null where they say neither, or both. */
export function statusOfName(name: string): LeadStatus | null {
  const words = fold(name).split(/[^\p{L}\p{N}]+/u);
  const [won, lost] = [words.includes('won'), words.includes('lost')];
  if (won === lost) return null;
  return won ? 'CONVERTED' : 'CLOSED';
}
