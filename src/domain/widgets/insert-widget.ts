import { hashSecret, hintOf, mintCredential } from '../../access/credentials.ts';
import { dialectScopes } from '../../access/dialects.ts';
import type { ApiKey, Widget } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { limits } from '../../limits.ts';

type NewWidget = {
  readonly name: string;
  readonly allowedOrigins: string[];
  readonly businessId: string | null;
  readonly leadsPerHour?: number | null;
  /** The public key it is to have; absent makes one. */
  readonly key?: string | null;
};

/** The one way a widget comes to be: its row and the public key its page script carries. */
export async function insertWidget(
  tx: Tx,
  { key, leadsPerHour, ...input }: NewWidget,
): Promise<{ widget: Widget; key: string }> {
  const secret = key ?? mintCredential('WIDGET').secret;
  const budget = leadsPerHour ?? limits.leadsPerHour;
  const widget = await tx.widget.create({
    data: { ...input, leadsPerHour: budget, id: tx.newId(), createdAt: tx.now },
  });
  await insertWidgetKey(tx, widget, secret);
  tx.audit('widget.created', widget);
  return { widget, key: secret };
}

/** A public key of a widget. */
export const insertWidgetKey = (tx: Tx, { id, name, businessId }: Widget, secret: string): Promise<ApiKey> =>
  tx.apiKey.create({
    data: {
      id: tx.newId(),
      name,
      dialect: 'WIDGET',
      scopes: [...dialectScopes.WIDGET],
      businessId,
      widgetId: id,
      hash: hashSecret(secret),
      hint: hintOf('WIDGET', secret),
      createdAt: tx.now,
    },
  });
