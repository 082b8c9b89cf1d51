import { toGlobalId, toGlobalIdOrNull } from '../../../ids.ts';
import type { TaskSnapshot } from '../../../events/snapshot.ts';
import type { Shown } from '../../../shown.ts';
import { toBusiness, toWidget } from './to-references.ts';

export const toTask = (task: TaskSnapshot) =>
  ({
    id: toGlobalId('Task', task.id),
    businessId: toGlobalIdOrNull('Business', task.businessId),
    business: toBusiness(task.business),
    widgetId: toGlobalIdOrNull('Widget', task.widgetId),
    widget: toWidget(task.widget),
    leadId: toGlobalIdOrNull('Lead', task.leadId),
    conversationId: toGlobalIdOrNull('Conversation', task.conversationId),
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
