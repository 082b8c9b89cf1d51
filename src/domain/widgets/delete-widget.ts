import { requireScope } from '../../access/actor.ts';
import type { Widget } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { revokeKeys } from '../keys/revoke-keys.ts';
import { lockWidget } from './lock-widget.ts';

/** Takes a widget off every page: its public key ends at once. Its conversations and leads stay. */
export async function deleteWidget(context: DomainContext, id: string): Promise<Widget> {
  const { actor, services } = context;
  requireScope(actor, 'widgets:write');
  const { widget, revoked } = await context.write(async (tx) => {
    await lockWidget(tx, id);
    const keys = await revokeKeys(tx, actor, { widgetId: id });
    const [row] = await tx.widget.updateManyAndReturn({ where: { id }, data: { deletedAt: tx.now } });
    if (!row) throw notFound('widget');
    tx.audit('widget.deleted', row);
    return { widget: row, revoked: keys };
  });
  for (const key of revoked) services.keyRevoked(key.id);
  return widget;
}
