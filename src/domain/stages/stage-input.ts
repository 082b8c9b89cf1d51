import { z } from 'zod';
import type { Stage } from '../../db/generated/prisma/client.ts';
import { LeadStatus } from '../../db/generated/prisma/enums.ts';
import { fold } from '../../text.ts';
import { conflict } from '../../errors.ts';
import { name } from '../input.ts';
import { stageKey } from './default-stages.ts';

/** Stages a pipeline can have. */
export const maxStages = 100;

const maxOrder = 10_000;

export const stageFields = {
  name: name(100),
  /** Null is none: leads that move into it keep theirs. */
  status: z.enum(LeadStatus).nullable(),
  order: z.int().min(0, `must be 0 to ${maxOrder}`).max(maxOrder, `must be 0 to ${maxOrder}`),
};

const spellings = ({ key, name: own }: Pick<Stage, 'key' | 'name'>): string[] => [fold(key), fold(own)];

/**
 * The key of a stage of that name beside these others: a stage is found by its key and by its name, and never by those of
 * another. Names that differ in signs alone (`✅ Closed`, `❌ Closed`) are numbered.
 * @throws CONFLICT where the name, as it stands, already stands for another stage.
 */
export function toStageKey(wanted: string, others: readonly Stage[]): string {
  const taken = new Set(others.flatMap(spellings));
  const same = others.find((other) => spellings(other).includes(fold(wanted)));
  if (same) throw conflict(`There is a stage “${same.name}” already, with the key ${same.key}.`);
  const key = stageKey(wanted);
  for (let count = 1; ; count += 1) {
    const numbered = count === 1 ? key : `${key}-${count}`;
    if (!taken.has(numbered)) return numbered;
  }
}
