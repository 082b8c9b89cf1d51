import { requireScope } from '../../src/access/actor.ts';
import { shownTypes } from '../../src/domain/events/event-scopes.ts';
import { stageOf } from '../../src/domain/stages/find-stage.ts';
import { eventCatalogue } from '../../src/events/catalogue.ts';
import { builder } from '../builder/builder.ts';
import { EventTypeEnum } from '../builder/enums.ts';
import { cursorHelp, eventsHelp } from './queries.ts';
import { ConversationEventRef, LeadEventRef } from './type.ts';
import { findRowId, referencedRowId } from '../builder/global-id.ts';
import { EventRef } from '../builder/refs.ts';

builder.subscriptionFields((t) => ({
  leadEvents: t.field({
    type: LeadEventRef,
    description: 'What happens to leads. Needs `leads:read`.',
    args: {
      leadId: t.arg.id({ description: 'Only this lead.' }),
      stage: t.arg.string({ description: 'Only leads in this stage then: its id, key or name.' }),
      businessId: t.arg.id({ description: 'Only this business.' }),
      types: t.arg({ type: [EventTypeEnum], description: 'Only these types.' }),
      after: t.arg.id({ description: cursorHelp }),
    },
    subscribe: (_, { leadId, stage, businessId, types, after }, { actor, follow }) => {
      requireScope(actor, 'leads:read');
      const lead = referencedRowId('Lead', 'leadId', leadId) ?? null;
      const business = referencedRowId('Business', 'businessId', businessId) ?? null;
      const wanted = stage ? (findRowId('Stage', stage) ?? stage) : null;
      return follow({
        after: after ?? null,
        types: types ?? null,
        accepts: ({ type, businessId: of, leadId: about, snapshot }) =>
          eventCatalogue[type].subject === 'lead' &&
          (lead === null || about === lead) &&
          (business === null || of === business) &&
          (wanted === null || isStage(snapshot.lead?.stage, wanted)),
      });
    },
    resolve: (event) => event,
  }),
  conversationEvents: t.field({
    type: ConversationEventRef,
    description: 'What happens in conversations. Needs `conversations:read`.',
    args: {
      conversationId: t.arg.id({ description: 'Only this conversation.' }),
      widgetId: t.arg.id({ description: 'Only conversations on this widget.' }),
      types: t.arg({ type: [EventTypeEnum], description: 'Only these types.' }),
      after: t.arg.id({ description: cursorHelp }),
    },
    subscribe: (_, { conversationId, widgetId, types, after }, { actor, follow }) => {
      requireScope(actor, 'conversations:read');
      const conversation = referencedRowId('Conversation', 'conversationId', conversationId) ?? null;
      const widget = referencedRowId('Widget', 'widgetId', widgetId) ?? null;
      return follow({
        after: after ?? null,
        types: types ?? null,
        accepts: ({ type, conversationId: of, snapshot }) =>
          eventCatalogue[type].subject === 'conversation' &&
          (conversation === null || of === conversation) &&
          (widget === null || snapshot.conversation?.widgetId === widget),
      });
    },
    resolve: (event) => event,
  }),
  events: t.field({
    type: EventRef,
    description: `Everything that happens. ${eventsHelp}`,
    args: {
      types: t.arg({ type: [EventTypeEnum], description: 'Only these types.' }),
      after: t.arg.id({ description: cursorHelp }),
    },
    subscribe: (_, { types, after }, { actor, follow }) =>
      follow({ after: after ?? null, types: shownTypes(actor, types ?? null) }),
    resolve: (event) => event,
  }),
}));

const isStage = (stage: { id: string; key: string; name: string } | undefined, wanted: string): boolean =>
  stage !== undefined && stageOf([stage], wanted) !== undefined;
