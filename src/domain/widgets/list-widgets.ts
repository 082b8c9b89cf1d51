import { requireScope } from '../../access/actor.ts';
import type { Prisma, Widget } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

export async function listWidgets(context: DomainContext, page: PageInput): Promise<Page<Widget>> {
  requireScope(context.actor, 'widgets:read');
  return listPage<Widget, Prisma.WidgetWhereInput>(context.db.widget, { deletedAt: null }, page);
}
