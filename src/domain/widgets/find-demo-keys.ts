import { hashSecret } from '../../access/credentials.ts';
import type { DomainContext } from '../context.ts';
import { firstWidgetKey } from './first-widget-key.ts';

/** Of each widget its public key, where it is the one of the demo page, which shows that to everybody; else null. */
export async function findDemoKeys(
  { db, services }: Pick<DomainContext, 'db' | 'services'>,
  widgetIds: readonly string[],
): Promise<(string | null)[]> {
  const key = firstWidgetKey(services.secretBox);
  const where = { hash: new Uint8Array(hashSecret(key)), revokedAt: null, widgetId: { in: [...widgetIds] } };
  const row = await db.apiKey.findFirst({ where, select: { widgetId: true } });
  return widgetIds.map((id) => (row?.widgetId === id ? key : null));
}
