import type { Widget } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { invalidField } from '../../errors.ts';

/** @throws INVALID when the caller can see no widget of that id. */
export async function requireWidget(tx: Pick<Tx, 'widget'>, id: string): Promise<Widget> {
  const widget = await tx.widget.findFirst({ where: { id, deletedAt: null } });
  if (!widget) throw invalidField('widgetId', 'is no widget of this workspace');
  return widget;
}
