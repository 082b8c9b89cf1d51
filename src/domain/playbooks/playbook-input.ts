import { z } from 'zod';
import { LeadTier } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write.ts';
import { conflict } from '../errors.ts';
import { text } from '../input.ts';
import { stageKey } from '../stages/default-stages.ts';
import { playbookSteps } from './playbook-steps.ts';

export const maxPlaybooks = 100;

/** What anybody may set on a playbook. */
export const playbookFields = {
  name: text(200),
  description: text(2000).nullish(),
  /** Null is any tier. */
  tier: z.enum(LeadTier).nullish(),
  /** The key or name of a stage, which need not be there; null is any stage. */
  stageKey: text(100).transform(stageKey).nullish(),
  steps: playbookSteps,
};

/** Makes later writes wait. @throws CONFLICT for a name another playbook has */
export async function requireFreeName(tx: Tx, name: string, except: string | null = null): Promise<void> {
  await tx.serialise();
  const taken = await tx.playbook.findFirst({
    where: { name: { equals: name, mode: 'insensitive' }, ...(except && { id: { not: except } }) },
    select: { id: true },
  });
  if (taken) throw conflict(`There is a playbook named "${name}" already.`);
}
