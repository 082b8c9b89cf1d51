import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { Widget } from '../../db/generated/prisma/client.ts';
import { ownBusinessId } from '../businesses/own-business.ts';
import type { DomainContext } from '../context.ts';
import { name, parseInput, text } from '../input.ts';
import { insertWidget } from './insert-widget.ts';

/** `*`, or the origin of a page: scheme, host and port, nothing behind it. */
const origin = text(300).refine(
  (value) => value === '*' || (URL.canParse(value) && new URL(value).origin === value.toLowerCase()),
  'must be * or an origin such as https://example.com',
);

const createWidgetInput = z.strictObject({
  name: name(200),
  /** Pages that may use the widget's key; absent or empty means none but callers that send no Origin. */
  allowedOrigins: z.array(origin).max(100).nullish(),
  businessId: text(40).nullish(),
});

export async function createWidget(
  context: DomainContext,
  input: z.input<typeof createWidgetInput>,
): Promise<{ widget: Widget; key: string }> {
  requireScope(context.actor, 'widgets:write');
  const { name, allowedOrigins, businessId } = parseInput(createWidgetInput, input);
  return context.write(async (tx) =>
    insertWidget(tx, {
      name,
      allowedOrigins: (allowedOrigins ?? []).map((value) => value.toLowerCase()),
      businessId: await ownBusinessId(tx, context.actor, businessId),
    }),
  );
}
