import type { WidgetAssistant } from '../../db/generated/prisma/client.ts';
import type { ScopedReader } from '../../db/scoped.ts';
import { limits } from '../../limits.ts';

export type Assistant = Pick<WidgetAssistant, 'knowledge' | 'tokensPerDay'>;

/** What a widget's model goes by where nobody said anything. */
export const usualAssistant: Assistant = { knowledge: null, tokensPerDay: limits.modelTokensPerDay };

export const findAssistant = async (
  { widgetAssistant }: Pick<ScopedReader, 'widgetAssistant'>,
  widgetId: string,
): Promise<Assistant> => (await widgetAssistant.findFirst({ where: { widgetId } })) ?? usualAssistant;
