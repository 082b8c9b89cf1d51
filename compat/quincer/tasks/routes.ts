import { notFound } from '../../../src/errors.ts';
import { route, type Route } from '../../route/route.ts';
import { taskQueryAliases } from '../aliases.ts';
import { taskDetailFromGraph, taskFromGraph } from '../from-graph.ts';
import { TaskDocument, TasksDocument } from '../generated/operations.ts';
import { graphWord } from '../../route/words.ts';
import { graphId } from '../ids.ts';
import { pageVariables, toPage } from '../list.ts';
import { WireId, WireTaskDetail, WireTaskList } from '../wire.ts';
import { WireTaskQuery } from '../wire-queries.ts';

/** Section "Leads & tasks"; `/activities` is where tasks used to live. */
export const taskRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/tasks',
    kind: 'read',
    scope: 'tasks:read',
    summary: 'Agent task log',
    description: 'Newest first.',
    aliases: { paths: ['/activities'], query: taskQueryAliases },
    query: WireTaskQuery,
    reply: WireTaskList,
    operation: TasksDocument,
    variables: ({ query }) => ({
      ...pageVariables('Task', query),
      filter: {
        widgetId: graphId('Widget', query.widget_id),
        leadId: graphId('Lead', query.lead_id),
        status: graphWord(query.status),
        type: graphWord(query.type),
        updatedSince: query.updated_since,
      },
    }),
    present({ tasks }, { query }) {
      const { page, counts } = toPage('/api/v1/tasks', tasks, query, taskFromGraph);
      return { ...page, tasks: page.data, ...counts };
    },
  }),
  route({
    method: 'get',
    path: '/tasks/:id',
    kind: 'read',
    scope: 'tasks:read',
    summary: 'Full task record with execution and result data',
    aliases: { paths: ['/activities/:id'] },
    params: WireId,
    reply: WireTaskDetail,
    operation: TaskDocument,
    variables: ({ params }) => ({ id: graphId('Task', params.id) }),
    present({ task }) {
      if (!task) throw notFound('task');
      return taskDetailFromGraph(task);
    },
  }),
];
