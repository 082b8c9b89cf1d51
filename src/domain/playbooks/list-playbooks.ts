import { requireScope } from '../../access/actor.ts';
import type { LeadTier, Playbook, Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { defaultStage, stageOf } from '../stages/find-stage.ts';
import { readPipeline } from '../stages/list-stages.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

/** Null and absent are the same. */
export type PlaybookFilter = {
  /** For leads of this tier, or of any. */
  readonly tier?: LeadTier | null | undefined;
  /** For leads in this stage, or in any: its id, key or name. One there is not finds nothing; `new` is the default one then. */
  readonly stage?: string | null | undefined;
};

export async function listPlaybooks(
  context: DomainContext,
  { tier, stage }: PlaybookFilter,
  page: PageInput,
): Promise<Page<Playbook>> {
  requireScope(context.actor, 'leads:read');
  const conditions: Prisma.PlaybookWhereInput[] = [];
  if (tier != null) conditions.push({ OR: [{ tier }, { tier: null }] });
  if (stage != null) conditions.push(await inStage(context, stage));
  return listPage<Playbook, Prisma.PlaybookWhereInput>(context.db.playbook, { AND: conditions }, page);
}

async function inStage({ db }: DomainContext, reference: string): Promise<Prisma.PlaybookWhereInput> {
  const stages = await readPipeline(db);
  // "new" is where a lead begins, whatever the workspace calls it.
  const stage = stageOf(stages, reference) ?? (reference.toLowerCase() === 'new' ? defaultStage(stages) : undefined);
  if (!stage) return { id: { in: [] } };
  return { OR: [{ stageKey: stage.key }, { stageKey: null }] };
}
