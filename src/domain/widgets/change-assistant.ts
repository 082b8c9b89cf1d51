import { changesOf } from '../../db/write/audit-changes.ts';
import type { Widget } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { differences } from '../same-value.ts';
import { type Assistant, findAssistant } from './find-assistant.ts';

type Wanted = { readonly [Field in keyof Assistant]?: Assistant[Field] | undefined };

/** Changes what a locked widget's model goes by, as far as anything is asked for. The same again changes nothing. */
export async function changeAssistant(tx: Tx, { id, businessId }: Widget, wanted: Wanted): Promise<void> {
  const before = await findAssistant(tx, id);
  const data = differences(before, wanted);
  if (Object.keys(data).length === 0) return;
  const after = { knowledge: before.knowledge, tokensPerDay: before.tokensPerDay, ...data };
  const changed = await tx.widgetAssistant.updateManyAndReturn({
    where: { widgetId: id },
    data: { ...data, updatedAt: tx.now },
  });
  if (changed.length === 0)
    await tx.widgetAssistant.create({ data: { ...after, widgetId: id, businessId, updatedAt: tx.now } });
  tx.audit('widget.assistant_changed', { id, businessId }, changesOf(before, after, Object.keys(data)));
}
