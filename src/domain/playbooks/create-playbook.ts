import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { Playbook } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { maxPlaybooks, playbookFields, requireFreeName } from './playbook-input.ts';
import { toSteps } from './playbook-steps.ts';

const createPlaybookInput = z.strictObject(playbookFields);

/** Adds a playbook to the workspace. @throws CONFLICT for a name there is, and for one too many. */
export async function createPlaybook(
  context: DomainContext,
  input: z.input<typeof createPlaybookInput>,
): Promise<Playbook> {
  requireScope(context.actor, 'pipeline:write');
  const { name, description, tier, stageKey, steps } = parseInput(createPlaybookInput, input);
  return context.write(async (tx) => {
    await requireFreeName(tx, name);
    if ((await tx.playbook.count({ where: {} })) >= maxPlaybooks)
      throw conflict(`A workspace has at most ${maxPlaybooks} playbooks.`);
    const playbook = await tx.playbook.create({
      data: {
        id: tx.newId(),
        name,
        description: description ?? null,
        tier: tier ?? null,
        stageKey: stageKey ?? null,
        steps: toSteps(steps),
        createdAt: tx.now,
        updatedAt: tx.now,
      },
    });
    tx.audit('playbook.created', { id: playbook.id, businessId: null });
    return playbook;
  });
}
