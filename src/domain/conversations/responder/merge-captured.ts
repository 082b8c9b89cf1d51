import type { Captured, Facts } from './captured.ts';
import { rate } from './lead-score.ts';

/** What is known after a further message: later facts win, and nothing known is lost. */
export function mergeCaptured(previous: Facts, found: Facts): Captured {
  return rate({ ...previous, ...found, bant: { ...previous.bant, ...found.bant } });
}
