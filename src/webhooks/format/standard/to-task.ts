import type { TaskSnapshot } from '../../../events/snapshot.ts';
import { toId, toIdOrNull } from './ids.ts';
import type { Shown } from '../../../shown.ts';
import { toBusiness, toWidget } from './to-references.ts';

export const toTask = (task: TaskSnapshot) =>
  ({
    id: toId('tsk', task.id),
    businessId: toIdOrNull('biz', task.businessId),
    business: toBusiness(task.business),
    widgetId: toIdOrNull('wdg', task.widgetId),
    widget: toWidget(task.widget),
    leadId: toIdOrNull('ld', task.leadId),
    conversationId: toIdOrNull('cv', task.conversationId),
    type: task.type,
    status: task.status,
    title: task.title,
    dueAt: task.dueAt,
    execution: task.execution,
    result: task.result,
    createdAt: task.createdAt,
    updatedAt: task.updatedAt,
    completedAt: task.completedAt,
  }) satisfies Shown<TaskSnapshot, 'orgId'>;
