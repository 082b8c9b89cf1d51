import { notFound } from '../../../src/errors.ts';
import { route, type Route } from '../../route/route.ts';
import { CreateTodoDocument, TodoByIdDocument, type TodoFragment } from '../generated/operations.ts';
import { graphId, lumbraId } from '../ids.ts';
import { WireNewTodo, WireTodoEnvelope } from '../wire.ts';

const envelopeOf = ({ id, leadId, title, status, dueAt, createdAt }: TodoFragment) => ({
  todo: {
    id: lumbraId('todo_', id),
    person_id: leadId === null ? null : lumbraId('per_', leadId),
    title,
    done: status === 'COMPLETED',
    due: dueAt,
    created: createdAt,
  },
});

export const todoRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/todos',
    kind: 'write',
    scope: 'tasks:write',
    status: 201,
    summary: 'Plan what to do about a person',
    body: WireNewTodo,
    example: { person_id: 'per_01jqz5v8m3k9wfp2c7hx0dtbne', title: 'Call back' },
    reply: WireTodoEnvelope,
    operation: CreateTodoDocument,
    variables: ({ body: { person_id: personId, title, due } }) => ({
      input: { type: 'FOLLOW_UP' as const, leadId: graphId('per_', personId), title, dueAt: due },
    }),
    present: ({ createTask }) => envelopeOf(createTask.task),
    rebuild: {
      operation: TodoByIdDocument,
      scope: 'tasks:read',
      variables: (_fields, resourceId) => ({ id: `tsk_${resourceId ?? ''}` }),
      present({ task }) {
        if (!task) throw notFound('to-do');
        return envelopeOf(task);
      },
    },
  }),
];
