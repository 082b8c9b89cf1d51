import { z } from 'zod';
import { LeadTier } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import { conflict } from '../../errors.ts';
import { name, text } from '../input.ts';
import { fold } from '../../text.ts';
import { stageKey } from '../stages/default-stages.ts';
import { playbookSteps } from './playbook-steps.ts';

export const maxPlaybooks = 100;

/** What anybody may set on a playbook. */
export const playbookFields = {
  name: name(200),
  description: text(2000).nullish(),
  /** Null is any tier. */
  tier: z.enum(LeadTier).nullish(),
  /** The key or name of a stage, which need not be there; null is any stage. */
  stageKey: name(100).transform(stageKey).nullish(),
  steps: playbookSteps,
};

/** Makes later writes wait. @throws CONFLICT for a name another playbook has */
export async function requireFreeName(tx: Tx, wanted: string, except: string | null = null): Promise<void> {
  await tx.serialise();
  const others = await tx.playbook.findMany({ where: except ? { id: { not: except } } : {}, select: { name: true } });
  if (others.some((other) => fold(other.name) === fold(wanted)))
    throw conflict(`There is a playbook named "${wanted}" already.`);
}
