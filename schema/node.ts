import { brandWithType, type OutputType } from '@pothos/core';
import { requireScope } from '../src/access/actor.ts';
import type { Scope } from '../src/access/scopes.ts';
import { ApiKeyRef, AuditEntryRef } from './access/type.ts';
import { builder, type Types } from './builder/builder.ts';
import { CustomFieldRef } from './custom-field.ts';
import type { GraphContext } from './builder/context.ts';
import { FeedbackRef } from './feedback/type.ts';
import { toEmail } from '../src/domain/emails/to-email.ts';
import { type NodeType } from '../src/ids.ts';
import { parseGlobalId } from './builder/global-id.ts';
import { StageRef } from './workspace/type.ts';
import { ProviderCallRef } from './outside/type.ts';
import { JobRef } from './job.ts';
import { ScraperRunRef } from './source.ts';
import {
  AutomationRuleRef,
  AutomationRunRef,
  CampaignRef,
  ConversationRef,
  EmailRef,
  EnrolmentRef,
  LeadRef,
  MeetingRef,
  MessageRef,
  NodeRef,
  NoteRef,
  PlaybookRef,
  ScheduledEmailRef,
  TaskRef,
  TouchpointRef,
} from './builder/refs.ts';
import { findShownMeeting } from './calendar/meeting.ts';
import { SyncDeliveryRef } from './sync-source/delivery.ts';
import { SyncSourceRef } from './sync-source/type.ts';
import { WebhookDeliveryRef, WebhookEndpointRef } from './webhook/type.ts';
import { BusinessRef, WidgetRef } from './widget.ts';

type NodeFinder = {
  readonly type: OutputType<Types>;
  /** What reading it needs; checked before anything is looked up. */
  readonly scope: Scope;
  readonly find: (context: GraphContext, id: string) => PromiseLike<object | null>;
};

const nodes = {
  Lead: {
    type: LeadRef,
    scope: 'leads:read',
    find: ({ db }, id) => db.lead.findFirst({ where: { id, deletedAt: null } }),
  },
  Conversation: {
    type: ConversationRef,
    scope: 'conversations:read',
    find: ({ db }, id) => db.conversation.findFirst({ where: { id } }),
  },
  Message: {
    type: MessageRef,
    scope: 'conversations:read',
    find: ({ db }, id) => db.message.findFirst({ where: { id } }),
  },
  Task: { type: TaskRef, scope: 'tasks:read', find: ({ db }, id) => db.task.findFirst({ where: { id } }) },
  CustomField: {
    type: CustomFieldRef,
    scope: 'leads:read',
    find: ({ db }, id) => db.customField.findFirst({ where: { id } }),
  },
  Stage: { type: StageRef, scope: 'leads:read', find: ({ db }, id) => db.stage.findFirst({ where: { id } }) },
  Note: {
    type: NoteRef,
    scope: 'leads:read',
    find: ({ db }, id) => db.note.findFirst({ where: { id, lead: { deletedAt: null } } }),
  },
  Touchpoint: {
    type: TouchpointRef,
    scope: 'leads:read',
    find: ({ db }, id) => db.touchpoint.findFirst({ where: { id, lead: { deletedAt: null } } }),
  },
  Meeting: { type: MeetingRef, scope: 'leads:read', find: findShownMeeting },
  Playbook: {
    type: PlaybookRef,
    scope: 'leads:read',
    find: ({ db }, id) => db.playbook.findFirst({ where: { id } }),
  },
  AutomationRule: {
    type: AutomationRuleRef,
    scope: 'automation:read',
    find: ({ db }, id) => db.automationRule.findFirst({ where: { id } }),
  },
  AutomationRun: {
    type: AutomationRunRef,
    scope: 'automation:read',
    find: ({ db }, id) => db.automationRun.findFirst({ where: { id, lead: { deletedAt: null } } }),
  },
  Campaign: {
    type: CampaignRef,
    scope: 'campaigns:read',
    find: ({ db }, id) => db.campaign.findFirst({ where: { id } }),
  },
  Enrolment: {
    type: EnrolmentRef,
    scope: 'campaigns:read',
    find: ({ db }, id) => db.enrolment.findFirst({ where: { id } }),
  },
  ScheduledEmail: {
    type: ScheduledEmailRef,
    scope: 'campaigns:read',
    find: ({ db }, id) => db.scheduledEmail.findFirst({ where: { id, campaignId: { not: null } } }),
  },
  Email: {
    type: EmailRef,
    scope: 'campaigns:read',
    async find({ db }, id) {
      const row = await db.scheduledEmail.findFirst({ where: { id } });
      return row && toEmail(row);
    },
  },
  SyncDelivery: {
    type: SyncDeliveryRef,
    scope: 'leads:read',
    find: ({ db }, id) => db.syncDelivery.findFirst({ where: { id } }),
  },
  SyncSource: {
    type: SyncSourceRef,
    scope: 'leads:read',
    find: ({ db }, id) => db.syncSource.findFirst({ where: { id } }),
  },
  Feedback: {
    type: FeedbackRef,
    scope: 'feedback:read',
    find: ({ db }, id) => db.feedback.findFirst({ where: { id } }),
  },
  Business: {
    type: BusinessRef,
    scope: 'businesses:read',
    find: ({ db }, id) => db.business.findFirst({ where: { id } }),
  },
  Widget: {
    type: WidgetRef,
    scope: 'widgets:read',
    find: ({ db }, id) => db.widget.findFirst({ where: { id, deletedAt: null } }),
  },
  ApiKey: {
    type: ApiKeyRef,
    scope: 'keys:read',
    find: ({ db }, id) => db.apiKey.findFirst({ where: { id, isSession: false } }),
  },
  AuditEntry: {
    type: AuditEntryRef,
    scope: 'audit:read',
    find: ({ db }, id) => db.auditEntry.findFirst({ where: { id } }),
  },
  ProviderCall: {
    type: ProviderCallRef,
    scope: 'audit:read',
    find: ({ db }, id) => db.providerCall.findFirst({ where: { id } }),
  },
  Job: {
    type: JobRef,
    scope: 'audit:read',
    find: ({ db }, id) => db.job.findFirst({ where: { id } }),
  },
  ScraperRun: {
    type: ScraperRunRef,
    scope: 'sources:read',
    find: ({ db }, id) => db.scraperRun.findFirst({ where: { id } }),
  },
  WebhookEndpoint: {
    type: WebhookEndpointRef,
    scope: 'webhooks:read',
    find: ({ db }, id) => db.webhookEndpoint.findFirst({ where: { id, deletedAt: null } }),
  },
  WebhookDelivery: {
    type: WebhookDeliveryRef,
    scope: 'webhooks:read',
    find: ({ db }, id) => db.webhookDelivery.findFirst({ where: { id } }),
  },
} as const satisfies Partial<Record<NodeType, NodeFinder>>;

const isNode = (type: NodeType): type is keyof typeof nodes => Object.hasOwn(nodes, type);

builder.queryField('node', (t) =>
  t.field({
    type: NodeRef,
    nullable: true,
    description: 'Anything by its id; null where there is nothing of that id. Needs the scope that reads its type.',
    args: { id: t.arg.id({ required: true, description: 'The id.' }) },
    resolve: async (_, { id }, context) => {
      const parsed = parseGlobalId(id);
      if (!parsed || !isNode(parsed.type)) return null;
      const finder: NodeFinder = nodes[parsed.type];
      requireScope(context.actor, finder.scope);
      const row = await finder.find(context, parsed.rowId);
      if (row) brandWithType(row, finder.type);
      return row;
    },
  }),
);
