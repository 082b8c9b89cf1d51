import type { LeadOrderField } from '../../src/domain/leads/list/lead-orders.ts';
import { builder } from '../builder/builder.ts';
import { LeadStatusEnum, LeadTierEnum, OrderDirectionEnum, TemperatureEnum } from '../builder/enums.ts';
import { findRowId, referencedRowId } from '../builder/global-id.ts';
import { InstantRangeInput, IntRangeInput } from '../builder/ranges.ts';

export const LeadFilterInput = builder.inputType('LeadFilter', {
  description: 'Which leads to list. Every field given must hold.',
  fields: (t) => ({
    widgetId: t.id({ description: 'Captured by this widget.' }),
    businessId: t.id({ description: 'Of this business.' }),
    conversationId: t.id({ description: 'Captured in this conversation.' }),
    stage: t.string({
      description:
        'In this stage: its id, key or name. Another one is INVALID with `extensions.reason` UNKNOWN_STAGE and the names of `stages`.',
    }),
    stages: t.stringList({
      description:
        'In one of these stages, each its id, key or name: 1 to 50. INVALID where it is empty, or beside `stage`.',
    }),
    status: t.field({ type: LeadStatusEnum, description: 'With this status.' }),
    statuses: t.field({
      type: [LeadStatusEnum],
      description: 'With one of these statuses. INVALID where it is empty, or beside `status`.',
    }),
    temperature: t.field({ type: TemperatureEnum, description: 'With this temperature.' }),
    tier: t.field({ type: LeadTierEnum, description: 'Of this tier.' }),
    assignedToId: t.id({ description: 'Assigned to this member.' }),
    source: t.string({ description: 'From this source.' }),
    listedSource: t.string({
      description:
        'From this one of `sources`, where `manual` stands for every source that is not listed there as well.',
    }),
    tags: t.stringList({ description: 'With every one of these tags: at most 50.' }),
    tagsAny: t.stringList({
      description: 'With at least one of these tags, beside all of `tags`: 1 to 50. INVALID where it is empty.',
    }),
    email: t.string({ description: 'With this e-mail address, in any case.' }),
    targetType: t.string({ description: 'Of this kind.' }),
    q: t.string({
      description:
        'With these words, in any case, somewhere in name, e-mail, phone, handle or remark: at most 200 characters. One or two characters, or little but punctuation, are looked for among the newest 10,000 only.',
    }),
    updatedSince: t.field({ type: 'DateTime', description: 'Changed at or after this instant.' }),
    createdSince: t.field({ type: 'DateTime', description: 'Made at or after this instant.' }),
    updated: t.field({ type: InstantRangeInput, description: 'Changed within this time; not beside `updatedSince`.' }),
    created: t.field({ type: InstantRangeInput, description: 'Made within this time; not beside `createdSince`.' }),
    score: t.field({
      type: IntRangeInput,
      description: 'With a score within this range; a lead without a score is in none.',
    }),
    unsubscribed: t.boolean({
      description: 'Those that asked for no more mail where it is true, and those that did not where it is false.',
    }),
    deletedOnly: t.boolean({
      description: 'Those that were deleted and can be restored, instead of those that are there.',
    }),
  }),
});

/** A stage may be given as its id, key or name. */
const toStage = (reference: string) => findRowId('Stage', reference) ?? reference;

/** Ids become row ids. @throws INVALID naming the field that is no id of its type */
export const toFilterRows = (filter: typeof LeadFilterInput.$inferInput | null | undefined) => ({
  ...filter,
  widgetId: referencedRowId('Widget', 'widgetId', filter?.widgetId),
  businessId: referencedRowId('Business', 'businessId', filter?.businessId),
  conversationId: referencedRowId('Conversation', 'conversationId', filter?.conversationId),
  assignedToId: referencedRowId('Member', 'assignedToId', filter?.assignedToId),
  stage: filter?.stage && toStage(filter.stage),
  stages: filter?.stages?.map(toStage),
});

const LeadOrderFieldEnum = builder.enumType('LeadOrderField', {
  description:
    'What leads are listed by. Leads of the same value stand in the order of their ids, in the same direction.',
  values: {
    CREATED_AT: { description: 'When it was made. Cursors are the ids of leads.' },
    UPDATED_AT: { description: 'When it last changed.' },
    SCORE: { description: '`Lead.score`. Leads without one stand last, whatever the direction.' },
    NAME: {
      description: 'Its name, whatever its case and accents. Leads without one stand last, whatever the direction.',
    },
    LAST_TOUCHED_AT: {
      description: 'When its latest touchpoint took place. Leads without one stand last, whatever the direction.',
    },
  } as const satisfies Record<LeadOrderField, object>,
});

export const LeadOrderInput = builder.inputType('LeadOrder', {
  description:
    'The order of a list of leads. Cursors are good for the order they came with alone: another one’s is INVALID, and so is `offset` with another order than that of CREATED_AT.',
  fields: (t) => ({
    field: t.field({ type: LeadOrderFieldEnum, required: true, description: 'What they are listed by.' }),
    direction: t.field({
      type: OrderDirectionEnum,
      required: true,
      defaultValue: 'desc',
      description: 'Which way; from the greatest to the least by default.',
    }),
  }),
});
