import type { Widget } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { notFound } from '../../errors.ts';

/** Locks a widget and reads it as it now is. @throws NOT_FOUND, for a deleted one too */
export async function lockWidget(tx: Tx, id: string): Promise<Widget> {
  await tx.lock('widgets', id);
  const widget = await tx.widget.findFirst({ where: { id, deletedAt: null } });
  if (!widget) throw notFound('widget');
  return widget;
}
