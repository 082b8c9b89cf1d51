import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { TaskType } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { TaskSnapshot } from '../../events/snapshot.ts';
import { ownBusinessId } from '../businesses/own-business.ts';
import type { DomainContext } from '../context.ts';
import { invalidField } from '../../errors.ts';
import { jsonObject, parseInput, text } from '../input.ts';
import { requireWidget } from '../widgets/require-widget.ts';
import { insertTask } from './insert-task.ts';
import { scheduleTask } from './schedule-task.ts';
import { type AutomatedType, isAutomated, taskRunners } from './task-runner.ts';

const createTaskInput = z.strictObject({
  type: z.enum(TaskType),
  title: text(500),
  leadId: text(40).nullish(),
  conversationId: text(40).nullish(),
  widgetId: text(40).nullish(),
  businessId: text(40).nullish(),
  dueAt: z.date().nullish(),
  execution: jsonObject.nullish(),
  /** Whether the product carries it out itself, once it is due. */
  automated: z.boolean().nullish(),
});

type Subject = { businessId: string | null; widgetId: string | null } | null;

/** What the task is about, so that it belongs to the same business and widget. @throws INVALID */
async function findSubject(tx: Tx, leadId: string | null, conversationId: string | null): Promise<Subject> {
  const select = { businessId: true, widgetId: true } as const;
  const lead = leadId ? await tx.lead.findFirst({ where: { id: leadId, deletedAt: null }, select }) : null;
  if (leadId && !lead) throw invalidField('leadId', 'is no lead of this workspace');
  const conversation = conversationId
    ? await tx.conversation.findFirst({ where: { id: conversationId }, select })
    : null;
  if (conversationId && !conversation) throw invalidField('conversationId', 'is no conversation of this workspace');
  if (lead && conversation && lead.businessId !== conversation.businessId) {
    throw invalidField('conversationId', 'belongs to another business than the lead');
  }
  return lead ?? conversation;
}

export async function createTask(
  context: DomainContext,
  input: z.input<typeof createTaskInput>,
): Promise<TaskSnapshot> {
  requireScope(context.actor, 'tasks:write');
  const {
    leadId = null,
    conversationId = null,
    widgetId,
    businessId,
    dueAt,
    execution,
    automated,
    ...task
  } = parseInput(createTaskInput, input);
  const type = automated ? requireAutomated(context, task.type, leadId) : null;
  return context.write(async (tx) => {
    const subject = await findSubject(tx, leadId, conversationId);
    const widget = widgetId ? await requireWidget(tx, widgetId) : null;
    const ownId = await ownBusinessId(tx, context.actor, businessId ?? (subject ?? widget)?.businessId);
    if (subject && subject.businessId !== ownId)
      throw invalidField('businessId', 'is not the business of the task’s subject');
    if (widget && widget.businessId !== ownId) throw invalidField('widgetId', 'belongs to another business');
    const row = {
      ...task,
      leadId,
      conversationId,
      businessId: ownId,
      widgetId: widget?.id ?? subject?.widgetId ?? null,
      dueAt: dueAt ?? null,
      ...(execution ? { execution } : {}),
    };
    return type === null ? insertTask(tx, row) : scheduleTask(tx, { ...row, type });
  });
}

/** What the product does itself, it does to a lead that the caller may change. @throws INVALID, FORBIDDEN */
function requireAutomated({ actor }: DomainContext, type: TaskType, leadId: string | null): AutomatedType {
  if (!isAutomated(type))
    throw invalidField('automated', `can be true of ${Object.keys(taskRunners).join(', ')} alone`);
  requireScope(actor, 'leads:write');
  if (leadId === null) throw invalidField('leadId', 'must name the lead it is about');
  return type;
}
