import { builder } from '../builder/builder.ts';
import { childConnection, connectionType, pageArgs, pageComplexity } from '../builder/connection.ts';
import { LeadStatusEnum, TemperatureEnum } from '../builder/enums.ts';
import type { LeadRow } from '../../src/events/snapshot.ts';
import type { Shown } from '../../src/shown.ts';
import { toGlobalId } from '../../src/ids.ts';
import { joinName } from '../../src/domain/leads/fields/lead-input.ts';
import { type Loaders, loadOptional } from '../builder/loaders.ts';
import { MemberRef, StageRef } from '../workspace/type.ts';
import { ConversationRef, type LeadNode, LeadRef, NodeRef, TaskRef } from '../builder/refs.ts';
import { BusinessRef, WidgetRef } from '../widget.ts';
import { taskQueries } from './reads.ts';
import { profileFields } from './profile.ts';

export const TaskConnection = connectionType(TaskRef, 'Task');

const BantRef = builder.objectRef<LeadNode>('Bant').implement({
  description: 'What is known of a lead’s budget, authority, need and timeline, in its own words.',
  fields: (t) => ({
    budget: t.exposeString('bantBudget', { nullable: true, description: 'What they can spend.' }),
    authority: t.exposeString('bantAuthority', { nullable: true, description: 'Who decides.' }),
    need: t.exposeString('bantNeed', { nullable: true, description: 'What they are after.' }),
    timeline: t.exposeString('bantTimeline', { nullable: true, description: 'By when.' }),
  }),
});

/** A list of what hangs below a lead; null where it is out of reach. Only an event brings its business along; a row that was just read is there. */
export function belowLead<List>(
  { id, business, deletedAt }: LeadNode,
  { lead }: Pick<Loaders, 'lead'>,
  read: () => Promise<List>,
): Promise<List | null> | null {
  if (deletedAt !== null) return null;
  return business === undefined ? read() : lead.load(id).then((found) => found && read());
}

/** What tells whose it is, what stands in `stage` and `bant`, and what `confidence.ts` shows. */
type Hidden =
  | 'orgId'
  | 'stageId'
  | 'bantBudget'
  | 'bantAuthority'
  | 'bantNeed'
  | 'bantTimeline'
  | 'confidenceFactors'
  | 'enrichedFacts';

LeadRef.implement({
  description: 'Somebody who may become a customer.',
  interfaces: [NodeRef],
  fields: (t) =>
    ({
      ...profileFields(t),
      id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Lead', id) }),
      name: t.string({ nullable: true, description: 'First and last name joined.', resolve: joinName }),
      firstName: t.exposeString('firstName', { nullable: true, description: 'The first name.' }),
      lastName: t.exposeString('lastName', { nullable: true, description: 'The last name.' }),
      email: t.exposeString('email', { nullable: true, description: 'The e-mail address, in lower case.' }),
      phone: t.exposeString('phone', { nullable: true, description: 'The phone number as given.' }),
      handle: t.exposeString('handle', { nullable: true, description: 'The name on some platform.' }),
      company: t.exposeString('company', { nullable: true, description: 'Where they work.' }),
      jobTitle: t.exposeString('jobTitle', { nullable: true, description: 'What they do there.' }),
      status: t.field({ type: LeadStatusEnum, description: 'The lifecycle status.', resolve: ({ status }) => status }),
      temperature: t.field({
        type: TemperatureEnum,
        nullable: true,
        description: 'How likely a sale is; null while nobody said.',
        resolve: ({ temperature }) => temperature,
      }),
      score: t.exposeInt('score', { nullable: true, description: '0 to 100; null while nobody said.' }),
      tags: t.exposeStringList('tags', { description: 'Its tags, in the order they were given.' }),
      bant: t.field({ type: BantRef, description: 'Budget, authority, need, timeline.', resolve: (lead) => lead }),
      source: t.exposeString('source', {
        description: 'Where it comes from: manual, chat, reddit and so on, or what whoever made it calls it.',
      }),
      targetType: t.exposeString('targetType', {
        description: 'What kind of lead it is, as its source says; else the first of the source’s `targetTypes`.',
      }),
      context: t.field({
        type: 'JSON',
        description: 'What its source knows; `{}` where that is nothing.',
        resolve: ({ context }) => context,
      }),
      remark: t.exposeString('remark', { nullable: true, description: 'What people wrote down about it.' }),
      handedOffAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'When it became another system’s.',
        resolve: ({ handedOffAt }) => handedOffAt,
      }),
      handoffDestination: t.exposeString('handoffDestination', {
        nullable: true,
        description: 'Which system that is.',
      }),
      handoffMetadata: t.field({
        type: 'JSON',
        nullable: true,
        description: 'What was told to that system.',
        resolve: ({ handoffMetadata }) => handoffMetadata,
      }),
      createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
      updatedAt: t.field({
        type: 'DateTime',
        description: 'When it last changed.',
        resolve: ({ updatedAt }) => updatedAt,
      }),
      deletedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'When it was deleted; shown by the answer of deleting, its event, and a list of deleted leads.',
        resolve: ({ deletedAt }) => deletedAt,
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
      conversationId: t.id({
        nullable: true,
        description: 'The id of the conversation it was captured in.',
        resolve: ({ conversationId }) => conversationId && toGlobalId('Conversation', conversationId),
      }),
      assignedToId: t.id({
        nullable: true,
        description: 'The id of the member who looks after it.',
        resolve: ({ assignedToId }) => assignedToId && toGlobalId('Member', assignedToId),
      }),
      stage: t.field({
        type: StageRef,
        nullable: true,
        description: 'Where it stands in the pipeline.',
        resolve: (lead, _, { loaders }) => lead.stage ?? loaders.stage.load(lead.stageId),
      }),
      business: t.field({
        type: BusinessRef,
        nullable: true,
        description: 'The business it belongs to.',
        resolve: ({ business, businessId }, _, { loaders }) =>
          business === undefined ? loadOptional(loaders.business, businessId) : business,
      }),
      widget: t.field({
        type: WidgetRef,
        nullable: true,
        description: 'The widget it came through.',
        resolve: ({ widget, widgetId }, _, { loaders }) =>
          widget === undefined ? loadOptional(loaders.widget, widgetId) : widget,
      }),
      assignedTo: t.field({
        type: MemberRef,
        nullable: true,
        description: 'The member who looks after it.',
        resolve: ({ assignedTo, assignedToId }, _, { loaders }) =>
          assignedTo === undefined ? loadOptional(loaders.member, assignedToId) : assignedTo,
      }),
      conversation: t.field({
        type: ConversationRef,
        nullable: true,
        description: 'The conversation it was captured in. Needs `conversations:read`.',
        authScopes: { scope: 'conversations:read' },
        resolve: ({ conversationId }, _, { loaders }) => loadOptional(loaders.conversation, conversationId),
      }),
      tasks: t.field({
        type: TaskConnection,
        nullable: true,
        description: 'Its tasks, newest first, as they are now; null of a deleted lead.',
        complexity: pageComplexity,
        args: pageArgs(t.arg),
        resolve: (lead, args, { loaders }, info) =>
          belowLead(lead, loaders, () =>
            childConnection('Task', loaders.tasksOfLead, lead.id, args, () => ({
              fields: taskQueries.fieldsOfConnection(info),
            })),
          ),
      }),
    }) satisfies Shown<LeadRow, Hidden>,
});
