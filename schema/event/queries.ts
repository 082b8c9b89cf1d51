import { getEvent } from '../../src/domain/events/get-event.ts';
import { listEvents } from '../../src/domain/events/list-events.ts';
import type { LogEvent } from '../../src/events/snapshot.ts';
import { builder } from '../builder/builder.ts';
import { pageArgs, pageComplexity, readFlags, readPage, rowsComplexity } from '../builder/connection.ts';
import { EventTypeEnum } from '../builder/enums.ts';
import { referencedRowId } from '../builder/global-id.ts';
import { PageInfoRef, type PageInfoShape } from '../builder/page-info.ts';
import { EventRef } from '../builder/refs.ts';
import { bareQueries } from './reads.ts';

type EventPage = { rows: readonly LogEvent[]; info: PageInfoShape };

const EventEdgeRef = builder.objectRef<LogEvent>('EventEdge').implement({
  description: 'An event in a list.',
  fields: (t) => ({
    cursor: t.exposeID('id', { description: 'The event’s id.' }),
    node: t.field({ type: EventRef, description: 'The event.', resolve: (event) => event }),
  }),
});

const EventConnectionRef = builder.objectRef<EventPage>('EventConnection').implement({
  description: 'A page of the log, oldest first. Its cursors are event ids.',
  fields: (t) => ({
    nodes: t.field({
      type: [EventRef],
      description: 'The events.',
      complexity: rowsComplexity,
      resolve: ({ rows }) => [...rows],
    }),
    edges: t.field({
      type: [EventEdgeRef],
      description: 'The events with their cursors.',
      complexity: rowsComplexity,
      resolve: ({ rows }) => [...rows],
    }),
    pageInfo: t.field({
      type: PageInfoRef,
      description: 'Where the page stands.',
      resolve: ({ info }) => info,
    }),
  }),
});

export const eventsHelp =
  'Needs `events:read`. A key of a member with a role is shown the events about what the role may read.';
export const cursorHelp = 'The id of the event to continue after; one that is not kept is CURSOR_EXPIRED.';

builder.queryFields((t) => ({
  event: t.field({
    type: EventRef,
    nullable: true,
    description: `One event of the log; null where none of that id is kept. ${eventsHelp}`,
    args: { id: t.arg.id({ required: true, description: 'The id of the event.' }) },
    resolve: (_, { id }, context) => getEvent(context, id),
  }),
  events: t.field({
    type: EventConnectionRef,
    description: `The log, oldest first, from the oldest event kept. ${eventsHelp}`,
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      after: t.arg.id({ description: cursorHelp }),
      before: t.arg.id({
        description: 'The id of the event to read back from; one that is not kept is CURSOR_EXPIRED.',
      }),
      types: t.arg({ type: [EventTypeEnum], description: 'Only these types.' }),
      leadId: t.arg.id({
        description: 'Only what happened to this lead, and in conversations, tasks and mails that are its.',
      }),
      conversationId: t.arg.id({ description: 'Only what happened in this conversation, and to its tasks.' }),
      from: t.arg({ type: 'DateTime', description: 'Only what happened at or after this instant.' }),
      to: t.arg({ type: 'DateTime', description: 'Only what happened before this instant.' }),
    },
    resolve: async (_, { types, leadId, conversationId, from, to, ...args }, context, info) => {
      const page = readPage(args);
      const filter = {
        leadId: referencedRowId('Lead', 'leadId', leadId),
        conversationId: referencedRowId('Conversation', 'conversationId', conversationId),
        from,
        to,
      };
      const isBare = bareQueries.fieldsOfConnection(info) !== undefined;
      const found = await listEvents(context, page, types ?? null, filter, isBare);
      const { rows } = found;
      // A reader who waits for more keeps its place.
      const [start, end] = page.backward ? [page.cursor ?? null, null] : [null, page.cursor ?? null];
      const cursors = { startCursor: rows[0]?.id ?? start, endCursor: rows.at(-1)?.id ?? end };
      return { rows, info: { ...cursors, ...readFlags(found) } };
    },
  }),
  eventCursor: t.id({
    description:
      'The id of the newest event, read before everything else of this answer: subscribe `after` it to go on from what the answer shows.',
    resolve: (_, __, { eventCursor }) => eventCursor(),
  }),
}));
