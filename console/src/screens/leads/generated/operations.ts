/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What is known of a lead’s budget, authority, need and timeline. Null clears a field. */
export type BantInput = {
  /** Who decides. */
  authority?: string | null | undefined;
  /** What they can spend. */
  budget?: string | null | undefined;
  /** What they are after. */
  need?: string | null | undefined;
  /** By when. */
  timeline?: string | null | undefined;
};

/** A confidence score in a word. */
export type ConfidenceLabel =
  /** Less than 20. */
  | 'COLD'
  /** 20 to 44. */
  | 'COOL'
  /** 70 and more. */
  | 'HOT'
  /** 45 to 69. */
  | 'WARM';

/** Who answers in a conversation. */
export type ConversationStatus =
  /** The AI answers. */
  | 'ACTIVE'
  /** Nobody; a visitor who writes again opens it anew. */
  | 'CLOSED'
  /** A person or agent has taken over; the AI is silent. */
  | 'HUMAN_ACTIVE';

/** A new lead. Everything may be absent. */
export type CreateLeadInput = {
  /** False refuses an e-mail address that another lead has which the caller can see: CONFLICT with `existingId`. */
  allowDuplicate?: boolean | null | undefined;
  /** The member who looks after the lead. */
  assignedToId?: string | null | undefined;
  /** Budget, authority, need, timeline; null clears all four. */
  bant?: BantInput | null | undefined;
  /** The business it belongs to. A key locked to one fills in its own. */
  businessId?: string | null | undefined;
  /** What kind of business its company is. Up to 200 characters. */
  businessType?: string | null | undefined;
  /** Where they work. */
  company?: string | null | undefined;
  /** The company’s name as looked up. Up to 200 characters. */
  companyName?: string | null | undefined;
  /** What the company earns, in words. Up to 100 characters. */
  companyRevenue?: string | null | undefined;
  /** How many work there, in words. Up to 100 characters. */
  companySize?: string | null | undefined;
  /** Anything the source knows: an object of at most 64 KiB; null is an empty one. */
  context?: unknown;
  /** Put into what is there; null as a value takes a key away. The whole is at most 64 KiB. */
  crmData?: unknown;
  /** Values by the names of custom fields, checked against them, and any other keys. Put into what is there; null as a value takes a key away. The whole is at most 64 KiB. */
  customFields?: unknown;
  /** An e-mail address; kept in lower case. */
  email?: string | null | undefined;
  /** Up to 100 characters. */
  firstName?: string | null | undefined;
  /** A name on some platform, such as u/name. */
  handle?: string | null | undefined;
  /** What they do there. */
  jobTitle?: string | null | undefined;
  /** Up to 100 characters. */
  lastName?: string | null | undefined;
  /** The web address of their LinkedIn profile. Up to 500 characters. */
  linkedinUrl?: string | null | undefined;
  /** The whole name; it is split at its first space. Up to 200 characters. */
  name?: string | null | undefined;
  /** Up to 50 characters, kept as given. */
  phone?: string | null | undefined;
  /** What to write down about the lead. Up to 10,000 characters. */
  remark?: string | null | undefined;
  /** 0 to 100. */
  score?: number | null | undefined;
  /** How high up they stand there. Up to 100 characters. */
  seniority?: string | null | undefined;
  /** Where it comes from; `manual` by default. */
  source?: string | null | undefined;
  /** A stage’s id, key or name; null is the default stage. */
  stage?: string | null | undefined;
  /** The lifecycle status; null is NEW. */
  status?: LeadStatus | null | undefined;
  /** At most 50; replaces the ones there are. */
  tags?: Array<string> | null | undefined;
  /** What kind of lead its source says it is; null is the usual kind of the source. */
  targetType?: string | null | undefined;
  /** How likely a sale is. */
  temperature?: Temperature | null | undefined;
  /** How much it is worth pursuing. */
  tier?: LeadTier | null | undefined;
  /** The widget it came through. */
  widgetId?: string | null | undefined;
};

/** A new note. Its author is who makes it. */
export type CreateNoteInput = {
  /** What it says: 1 to 50,000 characters. */
  body: string;
  /** The lead it is about. */
  leadId: string;
  /** Whether it is to stand out; not by default. */
  pinned?: boolean | null | undefined;
  /** Where it comes from; MANUAL by default. */
  type?: NoteType | null | undefined;
};

/** A new task. Its business and widget are those of its lead or conversation. */
export type CreateTaskInput = {
  /** Has the product carry it out, once it is due, and end it with its `execution` and `result`. Of ENRICHMENT alone; needs `leadId`, and `leads:write`. */
  automated?: boolean | null | undefined;
  /** The business it belongs to, where it is about nothing else. */
  businessId?: string | null | undefined;
  /** The conversation it is about. */
  conversationId?: string | null | undefined;
  /** By when. */
  dueAt?: string | null | undefined;
  /** How it is to be carried out: an object of at most 64 KiB. */
  execution?: unknown;
  /** The lead it is about. */
  leadId?: string | null | undefined;
  /** 1 to 500 characters. */
  title: string;
  /** What kind of work. */
  type: TaskType;
  /** The widget it came through. */
  widgetId?: string | null | undefined;
};

/** What the values of a custom field are. */
export type CustomFieldType =
  /** True or false. */
  | 'BOOLEAN'
  /** A date such as 2026-05-04, or an instant such as 2026-05-04T13:22:01Z, as text. */
  | 'DATE'
  /** A list of some of its options. */
  | 'MULTISELECT'
  /** A number. */
  | 'NUMBER'
  /** One of its options. */
  | 'SELECT'
  /** Text of at most 10,000 characters. */
  | 'TEXT';

/** How the last enrichment of a lead went. */
export type EnrichmentStatus =
  /** Something was found. */
  | 'COMPLETE'
  /** Nothing was, or it broke off. */
  | 'FAILED';

/** A stretch of time. INVALID without an end, and where `to` is not later than `from`. */
export type InstantRange = {
  /** At this instant or later; from the beginning by default. */
  from?: string | null | undefined;
  /** Before this instant, which is not part of it; no end by default. */
  to?: string | null | undefined;
};

/** A range of whole numbers. INVALID without an end, and where `to` is below `from`. */
export type IntRange = {
  /** This number or more; no bound by default. */
  from?: number | null | undefined;
  /** This number or less: it is part of the range; no bound by default. */
  to?: number | null | undefined;
};

/** Something that a server can have done by others. */
export type IntegrationCapability =
  /** Turning meetings that are booked on Calendly into touchpoints. */
  | 'CALENDLY'
  /** Turning meetings that are booked on Cal.com into touchpoints. */
  | 'CAL_COM'
  /** Finding out more about a lead. */
  | 'ENRICHMENT'
  /** Sending mail. */
  | 'MAIL'
  /** Answering visitors by a language model. */
  | 'MODEL'
  /** Putting replies into the language of the visitor. */
  | 'TRANSLATION';

/** Who does it. */
export type IntegrationState =
  /** The server itself, by rules of its own. */
  | 'BUILT_IN'
  /** A provider outside. */
  | 'CONNECTED'
  /** A provider outside, whose latest call failed: meanwhile it is done without. */
  | 'FAILING'
  /** Nobody. */
  | 'NOT_CONFIGURED'
  /** Nobody for this workspace: there is a provider, which it may not use. */
  | 'NOT_GRANTED';

/** Which leads to list. Every field given must hold. */
export type LeadFilter = {
  /** Assigned to this member. */
  assignedToId?: string | null | undefined;
  /** Of this business. */
  businessId?: string | null | undefined;
  /** Captured in this conversation. */
  conversationId?: string | null | undefined;
  /** Made within this time; not beside `createdSince`. */
  created?: InstantRange | null | undefined;
  /** Made at or after this instant. */
  createdSince?: string | null | undefined;
  /** Those that were deleted and can be restored, instead of those that are there. */
  deletedOnly?: boolean | null | undefined;
  /** With this e-mail address, in any case. */
  email?: string | null | undefined;
  /** From this one of `sources`, where `manual` stands for every source that is not listed there as well. */
  listedSource?: string | null | undefined;
  /** With these words, in any case, somewhere in name, e-mail, phone, handle or remark: at most 200 characters. One or two characters, or little but punctuation, are looked for among the newest 10,000 only. */
  q?: string | null | undefined;
  /** With a score within this range; a lead without a score is in none. */
  score?: IntRange | null | undefined;
  /** From this source. */
  source?: string | null | undefined;
  /** In this stage: its id, key or name. Another one is INVALID with `extensions.reason` UNKNOWN_STAGE and the names of `stages`. */
  stage?: string | null | undefined;
  /** In one of these stages, each its id, key or name: 1 to 50. INVALID where it is empty, or beside `stage`. */
  stages?: Array<string> | null | undefined;
  /** With this status. */
  status?: LeadStatus | null | undefined;
  /** With one of these statuses. INVALID where it is empty, or beside `status`. */
  statuses?: Array<LeadStatus> | null | undefined;
  /** With every one of these tags: at most 50. */
  tags?: Array<string> | null | undefined;
  /** With at least one of these tags, beside all of `tags`: 1 to 50. INVALID where it is empty. */
  tagsAny?: Array<string> | null | undefined;
  /** Of this kind. */
  targetType?: string | null | undefined;
  /** With this temperature. */
  temperature?: Temperature | null | undefined;
  /** Of this tier. */
  tier?: LeadTier | null | undefined;
  /** Those that asked for no more mail where it is true, and those that did not where it is false. */
  unsubscribed?: boolean | null | undefined;
  /** Changed within this time; not beside `updatedSince`. */
  updated?: InstantRange | null | undefined;
  /** Changed at or after this instant. */
  updatedSince?: string | null | undefined;
  /** Captured by this widget. */
  widgetId?: string | null | undefined;
};

/** The order of a list of leads. Cursors are good for the order they came with alone: another one’s is INVALID, and so is `offset` with another order than that of CREATED_AT. */
export type LeadOrder = {
  /** Which way; from the greatest to the least by default. */
  direction?: OrderDirection;
  /** What they are listed by. */
  field: LeadOrderField;
};

/** What leads are listed by. Leads of the same value stand in the order of their ids, in the same direction. */
export type LeadOrderField =
  /** When it was made. Cursors are the ids of leads. */
  | 'CREATED_AT'
  /** When its latest touchpoint took place. Leads without one stand last, whatever the direction. */
  | 'LAST_TOUCHED_AT'
  /** Its name, whatever its case and accents. Leads without one stand last, whatever the direction. */
  | 'NAME'
  /** `Lead.score`. Leads without one stand last, whatever the direction. */
  | 'SCORE'
  /** When it last changed. */
  | 'UPDATED_AT';

/** How far the relation with a lead has come. */
export type LeadStatus =
  /** Nothing more is to be done. */
  | 'CLOSED'
  /** We wrote or called. */
  | 'CONTACTED'
  /** The lead became a customer. */
  | 'CONVERTED'
  /** Nobody has been in touch yet. */
  | 'NEW'
  /** The lead answered. */
  | 'REPLIED'
  /** Not a lead at all. */
  | 'SPAM';

/** What a lead must still be, so that a change does not undo what somebody else did meanwhile. An absent field may be anything. */
export type LeadStillInput = {
  /** The member who looks after it; null is nobody. */
  assignedToId?: string | null | undefined;
  /** Those of budget, authority, need and timeline that are given. */
  bant?: BantInput | null | undefined;
  /** Where they work. */
  company?: string | null | undefined;
  /** Its e-mail address. */
  email?: string | null | undefined;
  /** Its first name; null is none, as of the facts below. */
  firstName?: string | null | undefined;
  /** What it is called where it was found. */
  handle?: string | null | undefined;
  /** What they do there. */
  jobTitle?: string | null | undefined;
  /** Its last name. */
  lastName?: string | null | undefined;
  /** The address of their LinkedIn profile. */
  linkedinUrl?: string | null | undefined;
  /** Its phone number. */
  phone?: string | null | undefined;
  /** What was written down about it. */
  remark?: string | null | undefined;
  /** Its score. */
  score?: number | null | undefined;
  /** The stage it is in: its id, key or name. */
  stage?: string | null | undefined;
  /** Its lifecycle status. */
  status?: LeadStatus | null | undefined;
  /** All of its tags, in their order. */
  tags?: Array<string> | null | undefined;
  /** How much it is worth pursuing. */
  tier?: LeadTier | null | undefined;
};

/** How much a lead is worth pursuing. */
export type LeadTier =
  /** First of all. */
  | 'HIGH'
  /** Hardly. */
  | 'LOW'
  /** As time allows. */
  | 'MEDIUM';

/** What became of a booked meeting. */
export type MeetingState =
  /** It takes place, or took place. */
  | 'BOOKED'
  /** It was cancelled. */
  | 'CANCELLED'
  /** Its lead was removed for good. */
  | 'FORGOTTEN'
  /** It was moved: another meeting takes its place. */
  | 'RESCHEDULED';

/** Where a note comes from. */
export type NoteType =
  /** What an AI concluded. */
  | 'AI_INSIGHT'
  /** Somebody wrote it. */
  | 'MANUAL'
  /** An integration left it, or the product itself. */
  | 'SYSTEM'
  /** What a call or meeting came to. */
  | 'TRANSCRIPT_SUMMARY';

/** Which way a list runs. */
export type OrderDirection =
  /** From the least to the greatest: the earliest, the lowest, A first. */
  | 'ASC'
  /** From the greatest to the least: the latest, the highest, Z first. */
  | 'DESC';

/** A contact with a lead. Who recorded it is who sends this. */
export type RecordTouchpointInput = {
  /** How: email, phone, linkedin or the like. Up to 50 characters. */
  channel?: string | null | undefined;
  /** The lead. */
  leadId: string;
  /** Anything else known of it: an object of at most 64 KiB. */
  metadata?: unknown;
  /** When it took place: from the year 2000 on, and not in the future. Now by default. */
  occurredAt?: string | null | undefined;
  /** What it was about, or what was said. Up to 10,000 characters. */
  summary?: string | null | undefined;
  /** What kind of contact. */
  type: TouchpointType;
};

/** How far a task has come. */
export type TaskStatus =
  /** No longer wanted. */
  | 'CANCELLED'
  /** Done. */
  | 'COMPLETED'
  /** Tried in vain. */
  | 'FAILED'
  /** Waiting to be done. */
  | 'PENDING'
  /** Being done. */
  | 'RUNNING';

/** What kind of work a task is. */
export type TaskType =
  /** Carry data to another system. */
  | 'CRM_SYNC'
  /** Write an email. */
  | 'EMAIL'
  /** Find out more about a lead. */
  | 'ENRICHMENT'
  /** Get back to a lead. */
  | 'FOLLOW_UP'
  /** Anything else. */
  | 'OTHER'
  /** Find out whether a lead fits. */
  | 'QUALIFICATION';

/** How likely a lead is to buy soon. */
export type Temperature =
  /** Hardly. */
  | 'COLD'
  /** Now. */
  | 'HOT'
  /** Perhaps. */
  | 'WARM';

/** What kind of contact there was. */
export type TouchpointType =
  /** A call. */
  | 'CALL'
  /** The lead followed a call to action. */
  | 'CTA_CLICKED'
  /** A mail. */
  | 'EMAIL'
  /** A meeting. */
  | 'MEETING'
  /** The lead booked a meeting. */
  | 'MEETING_BOOKED'
  /** A written message of another kind. */
  | 'NOTE'
  /** Anything else. */
  | 'OTHER'
  /** The lead looked at a proposal. */
  | 'PROPOSAL_VIEWED'
  /** The lead answered a quiz to its end. */
  | 'QUIZ_COMPLETED'
  /** The lead answered: `lead.replied` tells of it, and a new or contacted lead becomes REPLIED. */
  | 'REPLY'
  /** The lead watched a video. */
  | 'VIDEO_WATCHED';

/** What to change of a lead. An absent field stays, null clears it. */
export type UpdateLeadInput = {
  /** False refuses an e-mail address that another lead has which the caller can see: CONFLICT with `existingId`. */
  allowDuplicate?: boolean | null | undefined;
  /** The member who looks after the lead. */
  assignedToId?: string | null | undefined;
  /** Budget, authority, need, timeline; null clears all four. */
  bant?: BantInput | null | undefined;
  /** What kind of business its company is. Up to 200 characters. */
  businessType?: string | null | undefined;
  /** Where they work. */
  company?: string | null | undefined;
  /** The company’s name as looked up. Up to 200 characters. */
  companyName?: string | null | undefined;
  /** What the company earns, in words. Up to 100 characters. */
  companyRevenue?: string | null | undefined;
  /** How many work there, in words. Up to 100 characters. */
  companySize?: string | null | undefined;
  /** Anything the source knows: an object of at most 64 KiB; null is an empty one. */
  context?: unknown;
  /** Put into what is there; null as a value takes a key away. The whole is at most 64 KiB. */
  crmData?: unknown;
  /** Values by the names of custom fields, checked against them, and any other keys. Put into what is there; null as a value takes a key away. The whole is at most 64 KiB. */
  customFields?: unknown;
  /** An e-mail address; kept in lower case. */
  email?: string | null | undefined;
  /** Up to 100 characters. */
  firstName?: string | null | undefined;
  /** A name on some platform, such as u/name. */
  handle?: string | null | undefined;
  /** What they do there. */
  jobTitle?: string | null | undefined;
  /** Up to 100 characters. */
  lastName?: string | null | undefined;
  /** The web address of their LinkedIn profile. Up to 500 characters. */
  linkedinUrl?: string | null | undefined;
  /** The whole name; it is split at its first space. Up to 200 characters. */
  name?: string | null | undefined;
  /** Up to 50 characters, kept as given. */
  phone?: string | null | undefined;
  /** What to write down about the lead. Up to 10,000 characters. */
  remark?: string | null | undefined;
  /** 0 to 100. */
  score?: number | null | undefined;
  /** How high up they stand there. Up to 100 characters. */
  seniority?: string | null | undefined;
  /** A stage’s id, key or name; null is the default stage. */
  stage?: string | null | undefined;
  /** The lifecycle status; null is NEW. */
  status?: LeadStatus | null | undefined;
  /** At most 50; replaces the ones there are. */
  tags?: Array<string> | null | undefined;
  /** What kind of lead its source says it is; null is the usual kind of the source. */
  targetType?: string | null | undefined;
  /** How likely a sale is. */
  temperature?: Temperature | null | undefined;
  /** How much it is worth pursuing. */
  tier?: LeadTier | null | undefined;
};

/** What to change of each of many leads. An absent field stays, null clears it. */
export type UpdateLeadsInput = {
  /** False refuses an e-mail address that another lead has which the caller can see: CONFLICT with `existingId`. */
  allowDuplicate?: boolean | null | undefined;
  /** The member who looks after the lead. */
  assignedToId?: string | null | undefined;
  /** Budget, authority, need, timeline; null clears all four. */
  bant?: BantInput | null | undefined;
  /** What kind of business its company is. Up to 200 characters. */
  businessType?: string | null | undefined;
  /** Where they work. */
  company?: string | null | undefined;
  /** The company’s name as looked up. Up to 200 characters. */
  companyName?: string | null | undefined;
  /** What the company earns, in words. Up to 100 characters. */
  companyRevenue?: string | null | undefined;
  /** How many work there, in words. Up to 100 characters. */
  companySize?: string | null | undefined;
  /** Anything the source knows: an object of at most 64 KiB; null is an empty one. */
  context?: unknown;
  /** Put into what is there; null as a value takes a key away. The whole is at most 64 KiB. */
  crmData?: unknown;
  /** Values by the names of custom fields, checked against them, and any other keys. Put into what is there; null as a value takes a key away. The whole is at most 64 KiB. */
  customFields?: unknown;
  /** An e-mail address; kept in lower case. */
  email?: string | null | undefined;
  /** Up to 100 characters. */
  firstName?: string | null | undefined;
  /** A name on some platform, such as u/name. */
  handle?: string | null | undefined;
  /** What they do there. */
  jobTitle?: string | null | undefined;
  /** Up to 100 characters. */
  lastName?: string | null | undefined;
  /** The web address of their LinkedIn profile. Up to 500 characters. */
  linkedinUrl?: string | null | undefined;
  /** The whole name; it is split at its first space. Up to 200 characters. */
  name?: string | null | undefined;
  /** Up to 50 characters, kept as given. */
  phone?: string | null | undefined;
  /** What to write down about the lead. Up to 10,000 characters. */
  remark?: string | null | undefined;
  /** 0 to 100. */
  score?: number | null | undefined;
  /** How high up they stand there. Up to 100 characters. */
  seniority?: string | null | undefined;
  /** A stage’s id, key or name; null is the default stage. */
  stage?: string | null | undefined;
  /** The lifecycle status; null is NEW. */
  status?: LeadStatus | null | undefined;
  /** At most 50; replaces the ones there are. */
  tags?: Array<string> | null | undefined;
  /** What kind of lead its source says it is; null is the usual kind of the source. */
  targetType?: string | null | undefined;
  /** How likely a sale is. */
  temperature?: Temperature | null | undefined;
  /** How much it is worth pursuing. */
  tier?: LeadTier | null | undefined;
};

export type LeadRowFragment = { id: string, name: string | null, email: string | null, company: string | null, status: LeadStatus, tier: LeadTier | null, score: number | null, source: string, tags: Array<string>, createdAt: string, updatedAt: string, lastTouchedAt: string | null, deletedAt: string | null, stage: { id: string, key: string, name: string } | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null };

export type NextFragment = { tasks: { nodes: Array<{ id: string, title: string, status: TaskStatus, dueAt: string | null }> } | null };

export type LeadsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: LeadFilter | null | undefined;
  orderBy?: LeadOrder | null | undefined;
  tasks: boolean;
}>;


export type LeadsQuery = { leads: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string | null, email: string | null, company: string | null, status: LeadStatus, tier: LeadTier | null, score: number | null, source: string, tags: Array<string>, createdAt: string, updatedAt: string, lastTouchedAt: string | null, deletedAt: string | null, stage: { id: string, key: string, name: string } | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null } & { tasks?: { nodes: Array<{ id: string, title: string, status: TaskStatus, dueAt: string | null }> } | null }> } };

export type LeadAgainQueryVariables = Exact<{
  id: string;
  tasks: boolean;
}>;


export type LeadAgainQuery = { lead: { id: string, name: string | null, email: string | null, company: string | null, status: LeadStatus, tier: LeadTier | null, score: number | null, source: string, tags: Array<string>, createdAt: string, updatedAt: string, lastTouchedAt: string | null, deletedAt: string | null, stage: { id: string, key: string, name: string } | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null } & { tasks?: { nodes: Array<{ id: string, title: string, status: TaskStatus, dueAt: string | null }> } | null } | null };

export type LeadChoicesQueryVariables = Exact<{
  members: boolean;
}>;


export type LeadChoicesQuery = { stages: Array<{ id: string, key: string, name: string, order: number }>, bySource: Array<{ key: string, label: string, count: number }>, members?: { nodes: Array<{ id: string, name: string, avatarUrl: string | null }> } };

export type LeadProfileQueryVariables = Exact<{
  id: string;
  tasks: boolean;
  conversations: boolean;
  mail: boolean;
}>;


export type LeadProfileQuery = { lead: { firstName: string | null, lastName: string | null, phone: string | null, handle: string | null, jobTitle: string | null, businessType: string | null, companyName: string | null, companySize: string | null, companyRevenue: string | null, linkedinUrl: string | null, seniority: string | null, temperature: Temperature | null, remark: string | null, context: unknown, customFields: unknown, crmData: unknown, scoredAt: string | null, confidenceScore: number | null, confidenceLabel: ConfidenceLabel | null, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, emailBouncedAt: string | null, unsubscribedAt: string | null, handedOffAt: string | null, handoffDestination: string | null, handoffMetadata: unknown, id: string, name: string | null, email: string | null, company: string | null, status: LeadStatus, tier: LeadTier | null, score: number | null, source: string, tags: Array<string>, createdAt: string, updatedAt: string, lastTouchedAt: string | null, deletedAt: string | null, business: { id: string, name: string } | null, bant: { budget: string | null, authority: string | null, need: string | null, timeline: string | null }, conversation?: { id: string, status: ConversationStatus, createdAt: string, lastMessage: { id: string, content: string, createdAt: string } | null } | null, touchpoints: { nodes: Array<{ id: string, type: TouchpointType, channel: string | null, summary: string | null, occurredAt: string, author: { id: string, name: string, avatarUrl: string | null } | null }> } | null, notes: { nodes: Array<{ id: string, type: NoteType, body: string, pinned: boolean, createdAt: string, author: { id: string, name: string, avatarUrl: string | null } | null }> } | null, emails?: { nodes: Array<{ id: string, subject: string, aiWritten: boolean, createdAt: string }> } | null, tasks?: { nodes: Array<{ id: string, title: string, type: TaskType, status: TaskStatus, dueAt: string | null, createdAt: string, completedAt: string | null }> } | null, meetings: { nodes: Array<{ id: string, title: string | null, state: MeetingState, startsAt: string | null, endsAt: string | null, joinUrl: string | null, cancelReason: string | null }> } | null, stage: { id: string, key: string, name: string } | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null } | null };

export type ChangeLeadMutationVariables = Exact<{
  id: string;
  input: UpdateLeadInput;
  ifStill?: LeadStillInput | null | undefined;
}>;


export type ChangeLeadMutation = { updateLead: { duplicateOfId: string | null, lead: { firstName: string | null, lastName: string | null, phone: string | null, handle: string | null, jobTitle: string | null, companyName: string | null, companySize: string | null, companyRevenue: string | null, linkedinUrl: string | null, seniority: string | null, temperature: Temperature | null, remark: string | null, id: string, name: string | null, email: string | null, company: string | null, status: LeadStatus, tier: LeadTier | null, score: number | null, source: string, tags: Array<string>, createdAt: string, updatedAt: string, lastTouchedAt: string | null, deletedAt: string | null, bant: { budget: string | null, authority: string | null, need: string | null, timeline: string | null }, stage: { id: string, key: string, name: string } | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null } } };

export type ChangeLeadsMutationVariables = Exact<{
  ids: Array<string> | string;
  input: UpdateLeadsInput;
  ifStill?: LeadStillInput | null | undefined;
}>;


export type ChangeLeadsMutation = { updateLeads: { leads: Array<{ id: string, name: string | null, email: string | null, company: string | null, status: LeadStatus, tier: LeadTier | null, score: number | null, source: string, tags: Array<string>, createdAt: string, updatedAt: string, lastTouchedAt: string | null, deletedAt: string | null, stage: { id: string, key: string, name: string } | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null }> } };

export type DeleteLeadsMutationVariables = Exact<{
  ids: Array<string> | string;
}>;


export type DeleteLeadsMutation = { deleteLeads: { leads: Array<{ id: string, deletedAt: string | null }> } };

export type RestoreLeadMutationVariables = Exact<{
  id: string;
}>;


export type RestoreLeadMutation = { restoreLead: { lead: { id: string, name: string | null, email: string | null, company: string | null, status: LeadStatus, tier: LeadTier | null, score: number | null, source: string, tags: Array<string>, createdAt: string, updatedAt: string, lastTouchedAt: string | null, deletedAt: string | null, stage: { id: string, key: string, name: string } | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null } } };

export type MakeLeadMutationVariables = Exact<{
  input: CreateLeadInput;
}>;


export type MakeLeadMutation = { createLead: { duplicateOfId: string | null, lead: { id: string, name: string | null, email: string | null, company: string | null, status: LeadStatus, tier: LeadTier | null, score: number | null, source: string, tags: Array<string>, createdAt: string, updatedAt: string, lastTouchedAt: string | null, deletedAt: string | null, stage: { id: string, key: string, name: string } | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null } } };

export type ImportLeadMutationVariables = Exact<{
  input: CreateLeadInput;
}>;


export type ImportLeadMutation = { createLead: { lead: { id: string } } };

export type ImportChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportChoicesQuery = { customFields: Array<{ id: string, name: string, label: string, fieldType: CustomFieldType }> };

export type AddNoteMutationVariables = Exact<{
  input: CreateNoteInput;
}>;


export type AddNoteMutation = { createNote: { note: { id: string, body: string } } };

export type AddTouchpointMutationVariables = Exact<{
  input: RecordTouchpointInput;
}>;


export type AddTouchpointMutation = { recordTouchpoint: { lead: { id: string, name: string | null, email: string | null, company: string | null, status: LeadStatus, tier: LeadTier | null, score: number | null, source: string, tags: Array<string>, createdAt: string, updatedAt: string, lastTouchedAt: string | null, deletedAt: string | null, stage: { id: string, key: string, name: string } | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null }, touchpoint: { id: string } } };

export type AddTaskMutationVariables = Exact<{
  input: CreateTaskInput;
}>;


export type AddTaskMutation = { createTask: { task: { id: string, title: string } } };

export type DraftingQueryVariables = Exact<{ [key: string]: never; }>;


export type DraftingQuery = { integrations: Array<{ capability: IntegrationCapability, state: IntegrationState }> };

export type DraftMailMutationVariables = Exact<{
  leadId: string;
  instructions: string;
}>;


export type DraftMailMutation = { draftEmail: { email: { id: string, aiWritten: boolean } } };

export type HandOffMutationVariables = Exact<{
  id: string;
  destination: string;
}>;


export type HandOffMutation = { handOffLead: { lead: { id: string, handedOffAt: string | null, handoffDestination: string | null, handoffMetadata: unknown } } };

export type EnrichMutationVariables = Exact<{
  id: string;
  force?: boolean | null | undefined;
}>;


export type EnrichMutation = { enrichLead: { status: EnrichmentStatus, error: string | null, enrichedFields: Array<string>, derivedFrom: string | null, cached: boolean, lead: { enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, jobTitle: string | null, seniority: string | null, linkedinUrl: string | null, companyName: string | null, companySize: string | null, companyRevenue: string | null, businessType: string | null, id: string, name: string | null, email: string | null, company: string | null, status: LeadStatus, tier: LeadTier | null, score: number | null, source: string, tags: Array<string>, createdAt: string, updatedAt: string, lastTouchedAt: string | null, deletedAt: string | null, stage: { id: string, key: string, name: string } | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null } | null } };

export type LeadsByStageQueryVariables = Exact<{
  filter?: LeadFilter | null | undefined;
}>;


export type LeadsByStageQuery = { leadCounts: Array<{ key: string, count: number }> };

export type MoveLeadMutationVariables = Exact<{
  id: string;
  input: UpdateLeadInput;
  ifStill: LeadStillInput;
}>;


export type MoveLeadMutation = { updateLead: { lead: { id: string, name: string | null, email: string | null, company: string | null, status: LeadStatus, tier: LeadTier | null, score: number | null, source: string, tags: Array<string>, createdAt: string, updatedAt: string, lastTouchedAt: string | null, deletedAt: string | null, stage: { id: string, key: string, name: string } | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null } } };

export type ExportLeadsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: LeadFilter | null | undefined;
  orderBy?: LeadOrder | null | undefined;
}>;


export type ExportLeadsQuery = { leads: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string | null, email: string | null, phone: string | null, company: string | null, jobTitle: string | null, status: LeadStatus, tier: LeadTier | null, score: number | null, source: string, tags: Array<string>, remark: string | null, lastTouchedAt: string | null, createdAt: string, stage: { id: string, key: string } | null, assignedTo: { id: string, name: string } | null, bant: { budget: string | null, authority: string | null, need: string | null, timeline: string | null } }> } };

export const LeadRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]} as unknown as DocumentNode<LeadRowFragment, unknown>;
export const NextFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Next"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}}]}}]}}]} as unknown as DocumentNode<NextFragment, unknown>;
export const LeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Leads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tasks"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Next"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tasks"}}}]}]}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Next"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}}]}}]}}]} as unknown as DocumentNode<LeadsQuery, LeadsQueryVariables>;
export const LeadAgainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadAgain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tasks"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Next"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tasks"}}}]}]}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Next"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}}]}}]}}]} as unknown as DocumentNode<LeadAgainQuery, LeadAgainQueryVariables>;
export const LeadChoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadChoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"members"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"order"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"bySource"},"name":{"kind":"Name","value":"leadCounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"SOURCE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"members"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]}}]} as unknown as DocumentNode<LeadChoicesQuery, LeadChoicesQueryVariables>;
export const LeadProfileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadProfile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tasks"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"conversations"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mail"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"companySize"}},{"kind":"Field","name":{"kind":"Name","value":"companyRevenue"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"seniority"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"context"}},{"kind":"Field","name":{"kind":"Name","value":"customFields"}},{"kind":"Field","name":{"kind":"Name","value":"crmData"}},{"kind":"Field","name":{"kind":"Name","value":"scoredAt"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceLabel"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedAt"}},{"kind":"Field","name":{"kind":"Name","value":"emailBouncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"unsubscribedAt"}},{"kind":"Field","name":{"kind":"Name","value":"handedOffAt"}},{"kind":"Field","name":{"kind":"Name","value":"handoffDestination"}},{"kind":"Field","name":{"kind":"Name","value":"handoffMetadata"}},{"kind":"Field","name":{"kind":"Name","value":"business"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"budget"}},{"kind":"Field","name":{"kind":"Name","value":"authority"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conversation"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"conversations"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"touchpoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"pinned"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"emails"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"EnumValue","value":"DRAFT"}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mail"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"aiWritten"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tasks"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"meetings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"joinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"cancelReason"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]} as unknown as DocumentNode<LeadProfileQuery, LeadProfileQueryVariables>;
export const ChangeLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateLeadInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ifStill"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadStillInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"ifStill"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ifStill"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"duplicateOfId"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"companySize"}},{"kind":"Field","name":{"kind":"Name","value":"companyRevenue"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"seniority"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"bant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"budget"}},{"kind":"Field","name":{"kind":"Name","value":"authority"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]} as unknown as DocumentNode<ChangeLeadMutation, ChangeLeadMutationVariables>;
export const ChangeLeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeLeads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateLeadsInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ifStill"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadStillInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateLeads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"ifStill"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ifStill"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]} as unknown as DocumentNode<ChangeLeadsMutation, ChangeLeadsMutationVariables>;
export const DeleteLeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteLeads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteLeads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteLeadsMutation, DeleteLeadsMutationVariables>;
export const RestoreLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestoreLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restoreLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]} as unknown as DocumentNode<RestoreLeadMutation, RestoreLeadMutationVariables>;
export const MakeLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MakeLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"duplicateOfId"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]} as unknown as DocumentNode<MakeLeadMutation, MakeLeadMutationVariables>;
export const ImportLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ImportLeadMutation, ImportLeadMutationVariables>;
export const ImportChoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ImportChoices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"fieldType"}}]}}]}}]} as unknown as DocumentNode<ImportChoicesQuery, ImportChoicesQueryVariables>;
export const AddNoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddNote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateNoteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createNote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"note"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]}}]}}]} as unknown as DocumentNode<AddNoteMutation, AddNoteMutationVariables>;
export const AddTouchpointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddTouchpoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordTouchpointInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordTouchpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"touchpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]} as unknown as DocumentNode<AddTouchpointMutation, AddTouchpointMutationVariables>;
export const AddTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<AddTaskMutation, AddTaskMutationVariables>;
export const DraftingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Drafting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"capability"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<DraftingQuery, DraftingQueryVariables>;
export const DraftMailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DraftMail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"instructions"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"draftEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"leadId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}}},{"kind":"Argument","name":{"kind":"Name","value":"instructions"},"value":{"kind":"Variable","name":{"kind":"Name","value":"instructions"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"aiWritten"}}]}}]}}]}}]} as unknown as DocumentNode<DraftMailMutation, DraftMailMutationVariables>;
export const HandOffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HandOff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"destination"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"handOffLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"destination"},"value":{"kind":"Variable","name":{"kind":"Name","value":"destination"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handedOffAt"}},{"kind":"Field","name":{"kind":"Name","value":"handoffDestination"}},{"kind":"Field","name":{"kind":"Name","value":"handoffMetadata"}}]}}]}}]}}]} as unknown as DocumentNode<HandOffMutation, HandOffMutationVariables>;
export const EnrichDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Enrich"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"force"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrichLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"force"},"value":{"kind":"Variable","name":{"kind":"Name","value":"force"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedFields"}},{"kind":"Field","name":{"kind":"Name","value":"derivedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"cached"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedAt"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"seniority"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"companySize"}},{"kind":"Field","name":{"kind":"Name","value":"companyRevenue"}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]} as unknown as DocumentNode<EnrichMutation, EnrichMutationVariables>;
export const LeadsByStageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadsByStage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadCounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"STAGE"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<LeadsByStageQuery, LeadsByStageQueryVariables>;
export const MoveLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MoveLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateLeadInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ifStill"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadStillInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"ifStill"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ifStill"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]} as unknown as DocumentNode<MoveLeadMutation, MoveLeadMutationVariables>;
export const ExportLeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExportLeads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"budget"}},{"kind":"Field","name":{"kind":"Name","value":"authority"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ExportLeadsQuery, ExportLeadsQueryVariables>;