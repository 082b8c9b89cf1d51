import { z } from 'zod';
import { temperatureWords } from '../lead-mapping.ts';
import { strictObject } from '../route/strict-object.ts';
import { wordsOf } from '../route/words.ts';
import { instant, text } from '../route/scalars.ts';

const rowId = /^[0-9a-hjkmnp-tv-z]{26}$/;

const id = z.string().meta({ description: 'A bare id.', example: '01jqz5v8m3k9wfp2c7hx0dtbne' });
export const reference = z.string().regex(rowId, 'is not an id of this API').meta({ description: 'A bare id.' });

/* Resources, as Quincer's "Resource type discriminator" has them. */

const bant = z
  .strictObject({ budget: text, authority: text, need: text, timeline: text })
  .meta({ id: 'QuincerBant', description: 'What is known of budget, authority, need and timeline.' });

export const temperature = z.enum(wordsOf(temperatureWords));
export const taskType = z.enum(['follow_up', 'qualification', 'crm_sync', 'enrichment', 'email', 'other']);
export const taskStatus = z.enum(['pending', 'running', 'completed', 'failed', 'cancelled']);
export const conversationStatus = z.enum(['active', 'human_active', 'closed']);

const leadFields = {
  object: z.literal('lead'),
  id,
  widget_id: id.nullable(),
  conversation_id: id.nullable().meta({ description: 'The conversation the lead was captured in.' }),
  stage: z.string().meta({ description: 'The key of its pipeline stage.', example: 'qualified' }),
  temperature: temperature.nullable(),
  score: z.int().min(0).max(100).nullable(),
  tags: z.array(z.string()).readonly(),
  name: text,
  email: text,
  phone: text,
  company: text,
  job_title: text,
  assigned_to: id.nullable().meta({ description: 'The team member who takes care of it.' }),
  bant,
  created_at: instant,
  updated_at: instant,
};

const taskFields = {
  object: z.literal('task'),
  id,
  widget_id: id.nullable(),
  lead_id: id.nullable(),
  conversation_id: id.nullable(),
  type: taskType,
  status: taskStatus,
  title: z.string(),
  due_at: instant.nullable(),
  created_at: instant,
  updated_at: instant,
  completed_at: instant.nullable(),
};

export const author = z
  .strictObject({ id, name: z.string(), type: z.enum(['human', 'agent', 'api_key']), avatar_url: text })
  .meta({ id: 'QuincerAuthor', description: 'A team member, or a key that acts in nobody’s name.' });

export const WireLead = z.strictObject(leadFields).meta({ id: 'QuincerLead' });
export const WireTask = z.strictObject(taskFields).meta({ id: 'QuincerTask' });

export const WireLeadDetail = z
  .strictObject({ ...leadFields, tasks: z.array(WireTask).meta({ description: 'Its task history, newest first.' }) })
  .meta({ id: 'QuincerLeadDetail' });

export const WireTaskDetail = z
  .strictObject({
    ...taskFields,
    execution: z.unknown().nonoptional().meta({ description: 'How it is or was carried out; flexible.' }),
    result: z.unknown().nonoptional().meta({ description: 'What came of it; flexible.' }),
  })
  .meta({ id: 'QuincerTaskDetail' });

export const WireMessage = z
  .strictObject({
    object: z.literal('message'),
    id,
    conversation_id: id,
    role: z.enum(['visitor', 'ai', 'human', 'system']),
    content: z.string().meta({ description: 'What its reader sees.' }),
    original_content: z.string().meta({ description: 'What its author typed.' }),
    language: text,
    translated: z.boolean(),
    author: author.nullable(),
    created_at: instant,
  })
  .meta({ id: 'QuincerMessage' });

export const WireConversation = z
  .strictObject({
    object: z.literal('conversation'),
    id,
    widget_id: id,
    lead_id: id.nullable(),
    status: conversationStatus,
    language: text,
    visitor: z.strictObject({ name: text, email: text, language: text }),
    taken_over_by: author.nullable(),
    taken_over_at: instant.nullable(),
    messages: z.array(WireMessage).meta({ description: 'Oldest first.' }),
    has_earlier_messages: z
      .boolean()
      .meta({ description: 'Whether there are more, before those that `messages` shows.' }),
    created_at: instant,
    updated_at: instant,
  })
  .meta({ id: 'QuincerConversation' });

/** A list's envelope: `data`, and for one major version its items a second time (section "Pagination"). */
const listOf = <Item extends z.ZodType, Twin extends z.ZodRawShape>(item: Item, twin: Twin) =>
  z.strictObject({
    object: z.literal('list'),
    data: z.array(item),
    has_more: z.boolean(),
    url: z.string(),
    ...twin,
    total: z.int(),
    limit: z.int(),
    offset: z.int(),
  });

const legacyTwin = <Item extends z.ZodType>(item: Item) =>
  z.array(item).meta({ description: 'The same items as `data`; legacy.', deprecated: true });

export const WireLeadList = listOf(WireLead, { leads: legacyTwin(WireLead) }).meta({ id: 'QuincerLeadList' });
export const WireTaskList = listOf(WireTask, { tasks: legacyTwin(WireTask) }).meta({ id: 'QuincerTaskList' });

export const WireConversationList = listOf(WireConversation, { conversations: legacyTwin(WireConversation) }).meta({
  id: 'QuincerConversationList',
});

/* Path parameters and bodies. An id of another form is not malformed here: it names nothing, which is a 404. */

export const WireId = strictObject({ id });

/** What is shown of a lead and not taken. */
type ShownOnly = 'object' | 'id' | 'widget_id' | 'conversation_id' | 'created_at' | 'updated_at';

export const WireLeadUpdate = strictObject({
  stage: z.string().optional().meta({ description: 'A stage’s key, name or id.' }),
  temperature: temperature.nullish(),
  tags: z.array(z.string()).nullish(),
  score: z.int().min(0).max(100).nullish(),
  assigned_to: reference.nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  company: z.string().nullish(),
  job_title: z.string().nullish(),
  bant: strictObject({
    budget: z.string().nullish(),
    authority: z.string().nullish(),
    need: z.string().nullish(),
    timeline: z.string().nullish(),
  }).nullish(),
} satisfies Record<Exclude<keyof typeof leadFields, ShownOnly>, z.ZodType>).meta({
  id: 'QuincerLeadUpdate',
  description: 'Absent leaves a field alone; null clears it.',
});

export const WireReply = strictObject({ message: z.string() }).meta({ id: 'QuincerReply' });
