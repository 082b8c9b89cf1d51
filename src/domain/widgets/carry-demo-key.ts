import { hashSecret } from '../../access/credentials.ts';
import type { SecretBox } from '../../access/secret-box.ts';
import type { DomainContext } from '../context.ts';
import { firstWidgetKey } from './first-widget-key.ts';
import { insertWidgetKey } from './insert-widget.ts';

type Derived = Pick<SecretBox, 'derive'>;

/**
 * Gives the widget of the demo page the public key that another SECRET_KEY makes for it, so that the page goes on. The one it has stays:
 * pages elsewhere carry it. Done once, doing it again changes nothing.
 */
export async function carryDemoKey(
  { write }: Pick<DomainContext, 'write'>,
  { from, to }: { readonly from: Derived; readonly to: Derived },
): Promise<void> {
  const hashOf = (box: Derived) => new Uint8Array(hashSecret(firstWidgetKey(box)));
  await write(async (tx) => {
    const former = await tx.apiKey.findFirst({ where: { hash: hashOf(from), revokedAt: null } });
    const known = await tx.apiKey.findFirst({ where: { hash: hashOf(to) } });
    const widget = former?.widgetId && (await tx.widget.findFirst({ where: { id: former.widgetId, deletedAt: null } }));
    if (!widget || known) return;
    tx.audit('api_key.created', await insertWidgetKey(tx, widget, firstWidgetKey(to)));
  });
}
