import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { Playbook } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { isSameValue } from '../same-value.ts';
import { playbookFields, requireFreeName } from './playbook-input.ts';
import { toSteps } from './playbook-steps.ts';

const updatePlaybookInput = z.strictObject({
  ...playbookFields,
  name: playbookFields.name.optional(),
  steps: playbookFields.steps.optional(),
});

/** Changes a playbook; its steps are replaced as a whole. The same again changes nothing. @throws CONFLICT for a name there is */
export async function updatePlaybook(
  context: DomainContext,
  id: string,
  input: z.input<typeof updatePlaybookInput>,
): Promise<Playbook> {
  requireScope(context.actor, 'pipeline:write');
  const { steps, ...fields } = parseInput(updatePlaybookInput, input);
  return context.write(async (tx) => {
    await tx.lock('playbooks', id);
    const before = await tx.playbook.findFirst({ where: { id } });
    if (!before) throw notFound('playbook');
    const wanted = Object.entries({ ...fields, steps: steps && toSteps(steps) });
    const changed = wanted.filter(
      ([field, value]) => value !== undefined && !isSameValue(Reflect.get(before, field), value),
    );
    if (changed.length === 0) return before;
    if (fields.name !== undefined && fields.name !== before.name) await requireFreeName(tx, fields.name, id);
    const [playbook] = await tx.playbook.updateManyAndReturn({
      where: { id },
      data: { ...Object.fromEntries(changed), updatedAt: tx.now },
    });
    if (!playbook) throw notFound('playbook');
    const columns = changed.map(([column]) => column);
    tx.audit('playbook.updated', { id, businessId: null }, changesOf(before, playbook, columns));
    return playbook;
  });
}
