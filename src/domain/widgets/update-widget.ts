import type { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { Widget } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { differences } from '../same-value.ts';
import { changeAssistant } from './change-assistant.ts';
import { updateWidgetInput } from './create-widget.ts';
import { lockWidget } from './lock-widget.ts';

/** Changes what is given; origins take the place of those before. The same again changes nothing. */
export async function updateWidget(
  context: DomainContext,
  id: string,
  input: z.input<typeof updateWidgetInput>,
): Promise<Widget> {
  requireScope(context.actor, 'widgets:write');
  const { knowledge, modelTokensPerDay: tokensPerDay, ...wanted } = parseInput(updateWidgetInput, input);
  return context.write(async (tx) => {
    const before = await lockWidget(tx, id);
    await changeAssistant(tx, before, { knowledge, tokensPerDay });
    const data = differences(before, wanted);
    if (Object.keys(data).length === 0) return before;
    const [widget] = await tx.widget.updateManyAndReturn({ where: { id }, data });
    if (!widget) throw notFound('widget');
    tx.audit('widget.updated', widget, changesOf(before, widget, Object.keys(data)));
    return widget;
  });
}
