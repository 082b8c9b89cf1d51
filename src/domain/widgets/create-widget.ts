import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { Widget } from '../../db/generated/prisma/client.ts';
import { limits } from '../../limits.ts';
import type { Tx } from '../../db/write/write.ts';
import { ownBusinessId } from '../businesses/own-business.ts';
import type { DomainContext } from '../context.ts';
import { name, parseInput, text } from '../input.ts';
import { requireImportable, tellTaken } from '../keys/import-api-key.ts';
import { insertWidget } from './insert-widget.ts';

/** `*`, or the origin of a page: scheme, host and port, nothing behind it. */
const origin = text(300).refine(
  (value) => value === '*' || (URL.canParse(value) && new URL(value).origin === value.toLowerCase()),
  'must be * or an origin such as https://example.com',
);

const allowedOrigins = z
  .array(origin)
  .max(100)
  .transform((origins) => origins.map((value) => value.toLowerCase()));

/** How many leads its chats may make in any hour; beyond, they go on without. */
const leadsPerHour = z.int().min(0, 'must not be negative').max(10_000, 'must be at most 10000');

export const updateWidgetInput = z.strictObject({
  name: name(200).optional(),
  allowedOrigins: allowedOrigins.optional(),
  leadsPerHour: leadsPerHour.optional(),
  /** What the widget's model answers from; null is nothing. */
  knowledge: text(limits.knowledgeChars).nullish(),
  modelTokensPerDay: z.int().min(0, 'must not be negative').max(1_000_000_000, 'must be at most 1000000000').optional(),
});

const createWidgetInput = z.strictObject({
  name: name(200),
  /** Pages that may use the widget's key; absent or empty means none but callers that send no Origin. */
  allowedOrigins: allowedOrigins.nullish(),
  businessId: text(40).nullish(),
  leadsPerHour: leadsPerHour.nullish(),
  /** A public key that pages carry already; absent makes one. */
  key: text(250).nullish(),
});

/**
 * A key that was issued elsewhere needs `staff` where anybody may sign up, as `importApiKey` does.
 * @throws CONFLICT where the key is in use already
 */
export async function createWidget(
  context: DomainContext,
  input: z.input<typeof createWidgetInput>,
): Promise<{ widget: Widget; key: string }> {
  const { actor, services } = context;
  requireScope(actor, 'widgets:write');
  const { name, allowedOrigins, businessId, leadsPerHour: budget, key } = parseInput(createWidgetInput, input);
  if (key && services.signup.open) requireScope(actor, 'staff');
  if (key) requireImportable('WIDGET', key, 'key');
  const change = async (tx: Tx) =>
    insertWidget(tx, {
      name,
      allowedOrigins: allowedOrigins ?? [],
      businessId: await ownBusinessId(tx, actor, businessId),
      leadsPerHour: budget ?? null,
      key: key ?? null,
    });
  return context.write(change).catch(tellTaken);
}
