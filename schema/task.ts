import { createTask } from '../src/domain/tasks/create-task.ts';
import { findTask } from '../src/domain/tasks/find-task.ts';
import { listTasks, type TaskOrderField } from '../src/domain/tasks/list-tasks.ts';
import { reopenTask } from '../src/domain/tasks/reopen-task.ts';
import { updateTask } from '../src/domain/tasks/update-task.ts';
import { builder } from './builder/builder.ts';
import { pageArgs, pageComplexity, readPage, toConnection, toPageInput } from './builder/connection.ts';
import { OrderDirectionEnum, enumOf } from './builder/enums.ts';
import { toGlobalId } from '../src/ids.ts';
import { referencedRowId, rowIdOf } from './builder/global-id.ts';
import { taskQueries } from './lead/reads.ts';
import { TaskConnection } from './lead/type.ts';
import { loadOptional } from './builder/loaders.ts';
import { ConversationRef, LeadRef, NodeRef, type TaskNode, TaskRef } from './builder/refs.ts';
import { BusinessRef, WidgetRef } from './widget.ts';
import { TaskStatus, TaskType } from '../src/db/generated/prisma/enums.ts';

const TaskTypeEnum = enumOf('TaskType', 'What kind of work a task is.', TaskType, {
  FOLLOW_UP: 'Get back to a lead.',
  QUALIFICATION: 'Find out whether a lead fits.',
  CRM_SYNC: 'Carry data to another system.',
  ENRICHMENT: 'Find out more about a lead.',
  EMAIL: 'Write an email.',
  OTHER: 'Anything else.',
});

const TaskStatusEnum = enumOf('TaskStatus', 'How far a task has come.', TaskStatus, {
  PENDING: 'Waiting to be done.',
  RUNNING: 'Being done.',
  COMPLETED: 'Done.',
  FAILED: 'Tried in vain.',
  CANCELLED: 'No longer wanted.',
});

TaskRef.implement({
  description: 'Something to be done about a lead or a conversation, by a person or an agent.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Task', id) }),
    type: t.field({ type: TaskTypeEnum, description: 'What kind of work.', resolve: ({ type }) => type }),
    status: t.field({ type: TaskStatusEnum, description: 'How far it has come.', resolve: ({ status }) => status }),
    title: t.exposeString('title', { description: 'What is to be done.' }),
    dueAt: t.field({ type: 'DateTime', nullable: true, description: 'By when.', resolve: ({ dueAt }) => dueAt }),
    execution: t.field({
      type: 'JSON',
      nullable: true,
      description: 'How it is or was carried out.',
      resolve: ({ execution }) => execution,
    }),
    result: t.field({ type: 'JSON', nullable: true, description: 'What came of it.', resolve: ({ result }) => result }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was scheduled.',
      resolve: ({ createdAt }) => createdAt,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
    completedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was completed.',
      resolve: ({ completedAt }) => completedAt,
    }),
    leadId: t.id({
      nullable: true,
      description: 'The id of the lead it is about.',
      resolve: ({ leadId }) => leadId && toGlobalId('Lead', leadId),
    }),
    conversationId: t.id({
      nullable: true,
      description: 'The id of the conversation it is about.',
      resolve: ({ conversationId }) => conversationId && toGlobalId('Conversation', conversationId),
    }),
    businessId: t.id({
      nullable: true,
      description: 'The id of its business.',
      resolve: ({ businessId }) => businessId && toGlobalId('Business', businessId),
    }),
    widgetId: t.id({
      nullable: true,
      description: 'The id of the widget it came through.',
      resolve: ({ widgetId }) => widgetId && toGlobalId('Widget', widgetId),
    }),
    lead: t.field({
      type: LeadRef,
      nullable: true,
      description: 'The lead it is about; null where it was deleted. Needs `leads:read`.',
      authScopes: { scope: 'leads:read' },
      resolve: ({ leadId }, _, { loaders }) => loadOptional(loaders.lead, leadId),
    }),
    conversation: t.field({
      type: ConversationRef,
      nullable: true,
      description: 'The conversation it is about. Needs `conversations:read`.',
      authScopes: { scope: 'conversations:read' },
      resolve: ({ conversationId }, _, { loaders }) => loadOptional(loaders.conversation, conversationId),
    }),
    widget: t.field({
      type: WidgetRef,
      nullable: true,
      description: 'The widget it came through.',
      resolve: ({ widget, widgetId }, _, { loaders }) =>
        widget === undefined ? loadOptional(loaders.widget, widgetId) : widget,
    }),
    business: t.field({
      type: BusinessRef,
      nullable: true,
      description: 'The business it belongs to.',
      resolve: ({ business, businessId }, _, { loaders }) =>
        business === undefined ? loadOptional(loaders.business, businessId) : business,
    }),
  }),
});

const TaskFilterInput = builder.inputType('TaskFilter', {
  description: 'Which tasks to list. Every field given must hold.',
  fields: (t) => ({
    widgetId: t.id({ description: 'From this widget.' }),
    businessId: t.id({ description: 'Of this business.' }),
    leadId: t.id({ description: 'About this lead.' }),
    conversationId: t.id({ description: 'About this conversation.' }),
    status: t.field({ type: TaskStatusEnum, description: 'With this status.' }),
    type: t.field({ type: TaskTypeEnum, description: 'Of this type.' }),
    updatedSince: t.field({ type: 'DateTime', description: 'Changed at or after this instant.' }),
    dueSince: t.field({ type: 'DateTime', description: 'Due at or after this instant.' }),
    dueBefore: t.field({ type: 'DateTime', description: 'Due before this instant; those without a date are not.' }),
  }),
});

const TaskOrderFieldEnum = builder.enumType('TaskOrderField', {
  description: 'What tasks are listed by.',
  values: {
    CREATED_AT: { description: 'When it was scheduled.' },
    DUE_AT: { description: 'By when it is to be done; those without a date stand last, whatever the direction.' },
  } as const satisfies Record<TaskOrderField, { description: string }>,
});

const TaskOrderInput = builder.inputType('TaskOrder', {
  description: 'In which order to list tasks. Its cursors are good for this order alone.',
  fields: (t) => ({
    field: t.field({ type: TaskOrderFieldEnum, required: true, description: 'What to go by.' }),
    direction: t.field({ type: OrderDirectionEnum, required: true, description: 'Which way.' }),
  }),
});

builder.queryFields((t) => ({
  task: t.field({
    type: TaskRef,
    nullable: true,
    description: 'One task; null where there is none of that id. Needs `tasks:read`.',
    args: { id: t.arg.id({ required: true, description: 'The task’s id.' }) },
    resolve: (_, { id }, context, info) => findTask(context, rowIdOf('Task', id), taskQueries.ofRow(info)),
  }),
  tasks: t.field({
    type: TaskConnection,
    description: 'Tasks, newest first unless `orderBy` says otherwise. Needs `tasks:read`.',
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      offset: t.arg.int({ description: 'Rows to skip: the legacy way of paging. Not together with `after`.' }),
      filter: t.arg({ type: TaskFilterInput, description: 'Which tasks.' }),
      orderBy: t.arg({ type: TaskOrderInput, description: 'In which order; the newest first by default.' }),
    },
    resolve: async (_, { filter, orderBy, ...args }, context, info) => {
      const rows = {
        ...filter,
        widgetId: referencedRowId('Widget', 'widgetId', filter?.widgetId),
        businessId: referencedRowId('Business', 'businessId', filter?.businessId),
        leadId: referencedRowId('Lead', 'leadId', filter?.leadId),
        conversationId: referencedRowId('Conversation', 'conversationId', filter?.conversationId),
      };
      const query = taskQueries.ofConnection(info);
      const isByDue = orderBy?.field === 'DUE_AT';
      const page = isByDue ? readPage(args) : toPageInput('Task', args);
      return toConnection('Task', await listTasks(context, rows, page, query, orderBy ?? undefined));
    },
  }),
}));

const CreateTaskInput = builder.inputType('CreateTaskInput', {
  description: 'A new task. Its business and widget are those of its lead or conversation.',
  fields: (t) => ({
    type: t.field({ type: TaskTypeEnum, required: true, description: 'What kind of work.' }),
    title: t.string({ required: true, description: '1 to 500 characters.' }),
    leadId: t.id({ description: 'The lead it is about.' }),
    conversationId: t.id({ description: 'The conversation it is about.' }),
    widgetId: t.id({ description: 'The widget it came through.' }),
    businessId: t.id({ description: 'The business it belongs to, where it is about nothing else.' }),
    dueAt: t.field({ type: 'DateTime', description: 'By when.' }),
    execution: t.field({ type: 'JSON', description: 'How it is to be carried out: an object of at most 64 KiB.' }),
    automated: t.boolean({
      description:
        'Has the product carry it out, once it is due, and end it with its `execution` and `result`. Of ENRICHMENT alone; needs `leadId`, and `leads:write`.',
    }),
  }),
});

const UpdateTaskInput = builder.inputType('UpdateTaskInput', {
  description: 'What to change of a task. An absent field stays.',
  fields: (t) => ({
    type: t.field({ type: TaskTypeEnum, description: 'What kind of work.' }),
    title: t.string({ description: '1 to 500 characters.' }),
    status: t.field({
      type: TaskStatusEnum,
      description: 'Completes, fails or cancels it; a finished task keeps its status.',
    }),
    dueAt: t.field({ type: 'DateTime', description: 'By when; null clears it.' }),
    execution: t.field({ type: 'JSON', description: 'How it was carried out; null clears it.' }),
    result: t.field({ type: 'JSON', description: 'What came of it; null clears it.' }),
  }),
});

const payload = (name: string, description: string) =>
  builder.objectRef<{ task: TaskNode }>(name).implement({
    description,
    fields: (t) => ({ task: t.field({ type: TaskRef, description: 'The task.', resolve: ({ task }) => task }) }),
  });

builder.mutationFields((t) => ({
  createTask: t.field({
    type: payload('CreateTaskPayload', 'The task that was scheduled.'),
    description: 'Schedules a task. Needs `tasks:write`.',
    args: { input: t.arg({ type: CreateTaskInput, required: true, description: 'The new task.' }) },
    resolve: async (_, { input }, context) => {
      const task = await createTask(context, {
        ...input,
        leadId: referencedRowId('Lead', 'leadId', input.leadId),
        conversationId: referencedRowId('Conversation', 'conversationId', input.conversationId),
        widgetId: referencedRowId('Widget', 'widgetId', input.widgetId),
        businessId: referencedRowId('Business', 'businessId', input.businessId),
      });
      return { task };
    },
  }),
  reopenTask: t.field({
    type: payload('ReopenTaskPayload', 'The task that is to be done again.'),
    description:
      'Takes back that a task was completed or cancelled. One that is running or failed is CONFLICT. Needs `tasks:write`.',
    args: { id: t.arg.id({ required: true, description: 'The task’s id.' }) },
    resolve: async (_, { id }, context) => ({ task: await reopenTask(context, rowIdOf('Task', id)) }),
  }),
  updateTask: t.field({
    type: payload('UpdateTaskPayload', 'The task that was changed.'),
    description: 'Changes, completes, fails or cancels a task. Needs `tasks:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The task’s id.' }),
      input: t.arg({ type: UpdateTaskInput, required: true, description: 'What to change.' }),
    },
    resolve: async (_, { id, input }, context) => {
      const { type, title, status, ...nullable } = input;
      const task = await updateTask(context, rowIdOf('Task', id), {
        ...nullable,
        type: type ?? undefined,
        title: title ?? undefined,
        status: status ?? undefined,
      });
      return { task };
    },
  }),
}));
