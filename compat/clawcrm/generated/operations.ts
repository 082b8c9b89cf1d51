/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What the operators say to a report. An absent field stays. */
export type AnswerFeedbackInput = {
  /** What to do or to know; up to 10,000 characters. Null takes it back. */
  response?: string | null | undefined;
  /** How far it is. */
  status?: FeedbackStatus | null | undefined;
};

/** What kind of author somebody is. */
export type AuthorType =
  /** An AI agent of the team. */
  | 'AGENT'
  /** A key that no member stands behind. */
  | 'API_KEY'
  /** A person of the team. */
  | 'HUMAN';

/** A condition that a rule can have, by the name it has in `AutomationConditions`. */
export type AutomationCondition =
  /** The stage the lead is in. */
  | 'fromStage'
  /** At least this confidence. */
  | 'minConfidenceScore'
  /** At least so many days without a touchpoint. */
  | 'minDaysSinceTouch'
  /** At least so many proposal views. */
  | 'minViewCount'
  /** The tier of the lead. */
  | 'tier';

/** Which leads a rule moves. Every one given must hold; absent and null are any. */
export type AutomationConditionsInput = {
  /** The id, key or name of the stage a lead is in, or has just left where its stage changed. */
  fromStage?: string | null | undefined;
  /** At least this confidence: 0 to 100. A lead that was never scored has none. */
  minConfidenceScore?: number | null | undefined;
  /** At least so many days without a touchpoint: 1 to 3,650. Only for NO_TOUCH, and 14 by default. */
  minDaysSinceTouch?: number | null | undefined;
  /** At least so many proposal views: 1 to 1,000,000. */
  minViewCount?: number | null | undefined;
  /** The tier of the lead. */
  tier?: LeadTier | null | undefined;
};

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

/** Where meetings are booked. */
export type CalendarProvider =
  /** Calendly. */
  | 'CALENDLY'
  /** Cal.com, theirs or one of your own. */
  | 'CAL_COM';

/** Which leads the trigger of a campaign enrols. Every one given must hold. A MANUAL campaign has none: INVALID. */
export type CampaignConditionsInput = {
  /** The id, key or name of the stage a lead is in, or has just left where its stage changed. */
  fromStage?: string | null | undefined;
  /** At least this confidence: 0 to 100. A lead that was never scored has none. */
  minConfidenceScore?: number | null | undefined;
  /** At least so many proposal views: 1 to 1,000,000. */
  minViewCount?: number | null | undefined;
  /** The tier of the lead. */
  tier?: LeadTier | null | undefined;
  /** The id, key or name of the stage a lead has just come to; with STAGE_CHANGED only. */
  toStage?: string | null | undefined;
};

/** One mail of a campaign. Placeholders such as `{{firstName}}` are filled in when it is sent. */
export type CampaignStepInput = {
  /** Its text: 1 to 50,000 characters. */
  body: string;
  /** Whole hours after the mail before it, or after the enrolment: 0 to 8,760. */
  delayHours: number;
  /** Its subject line: 1 to 500 characters. */
  subject: string;
};

/** What enrols leads in a campaign. */
export type CampaignTrigger =
  /** A touchpoint: the lead followed a call to action. */
  | 'CTA_CLICKED'
  /** Nothing: somebody enrols leads by hand. */
  | 'MANUAL'
  /** A touchpoint: the lead booked a meeting. */
  | 'MEETING_BOOKED'
  /** A touchpoint: the lead looked at a proposal. */
  | 'PROPOSAL_VIEWED'
  /** A touchpoint: the lead completed a quiz. */
  | 'QUIZ_COMPLETED'
  /** The lead moved to another stage. */
  | 'STAGE_CHANGED';

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

/** An account where meetings are booked. */
export type ConnectCalendarInput = {
  /** The provider. */
  provider: CalendarProvider;
  /** A personal access token of Calendly, or an API key of Cal.com; up to 4,096 characters. It is kept encrypted, and answered nowhere. */
  token: string;
};

/** A new rule. */
export type CreateAutomationRuleInput = {
  /** Which leads it moves; every one by default. */
  conditions?: AutomationConditionsInput | null | undefined;
  /** Whether it acts; it does by default. */
  enabled?: boolean | null | undefined;
  /** 1 to 200 characters. */
  name: string;
  /** Higher ones act first: -1,000 to 1,000, 0 by default. */
  priority?: number | null | undefined;
  /** Where it moves them: the id, key or name of a stage. */
  targetStage: string;
  /** What sets it off. */
  trigger: RuleTrigger;
};

/** A new campaign. */
export type CreateCampaignInput = {
  /** How: an object of at most 64 KiB. */
  aiConfig?: unknown;
  /** Whether an AI is to have a hand in its mails; not by default. */
  aiEnabled?: boolean | null | undefined;
  /** Which leads its trigger enrols; every one by default. */
  conditions?: CampaignConditionsInput | null | undefined;
  /** 1 to 200 characters. */
  name: string;
  /** Whether somebody approves each of its mails before it goes out; not by default. */
  review?: boolean | null | undefined;
  /** Its mails, in order: 1 to 8. */
  steps: Array<CampaignStepInput>;
  /** What enrols leads in it. */
  trigger: CampaignTrigger;
};

/** A new custom field. */
export type CreateCustomFieldInput = {
  /** What its values are. */
  fieldType: CustomFieldType;
  /** 1 to 200 characters. */
  label: string;
  /** A letter, then up to 63 letters, digits or underscores. Unique in a workspace, and fixed. */
  name: string;
  /** What a choice may be: 1 to 200 of them; for SELECT and MULTISELECT only. */
  options?: Array<string> | null | undefined;
  /** Whether there must be a value; false by default. */
  required?: boolean | null | undefined;
};

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

/** A new stage. */
export type CreateStageInput = {
  /** Whether leads that name no stage begin here from now on. */
  isDefault?: boolean | null | undefined;
  /** 1 to 100 characters. CONFLICT where a stage is found by it already. */
  name: string;
  /** Its place in the pipeline, 0 to 10,000; behind the last stage by default. */
  order?: number | null | undefined;
  /** What a lead becomes that moves into it, unless the same write says otherwise; null is nothing. */
  status?: LeadStatus | null | undefined;
};

/** A new sync source. */
export type CreateSyncSourceInput = {
  /** Notes about it: an object of at most 64 KiB. Readers of leads see it, so no password belongs here. */
  config?: unknown;
  /** Whether it is in use; it is by default. */
  enabled?: boolean | null | undefined;
  /** Leads that it may make or complete in any hour: 1 to 100,000. Null is 30 where anybody may post, and else no limit. */
  leadsPerHour?: number | null | undefined;
  /** Where in a body each field stands, as JSON pointers: {"email": "/contact/email"}. Of email, name, firstName, lastName, phone, company, jobTitle, need, budget, authority, timeline; null for the usual names. */
  mapping?: unknown;
  /** 1 to 200 characters. */
  name: string;
  /** Whether a GENERIC_WEBHOOK signs what it posts or sends its secret; true by default. One that does not is treated as a form is. */
  signed?: boolean | null | undefined;
  /** The id, key or name of the stage its leads begin in; the default one by default. */
  targetStage?: string | null | undefined;
  /** What kind of source. */
  type: SyncSourceType;
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

/** How far a lead has come in a campaign. */
export type EnrolmentStatus =
  /** Mail is queued. */
  | 'ACTIVE'
  /** The last mail went out. */
  | 'COMPLETED'
  /** It ended early; what was queued is skipped. */
  | 'STOPPED';

/** Which reports to list. Every field given must hold. */
export type FeedbackFilter = {
  /** The one of this id. One there is not finds nothing. */
  id?: string | null | undefined;
  /** With this status. */
  status?: FeedbackStatus | null | undefined;
  /** Of this kind. */
  type?: FeedbackType | null | undefined;
};

/** How pressing a report is. */
export type FeedbackPriority =
  /** Nothing can go on. */
  | 'CRITICAL'
  /** Soon. */
  | 'HIGH'
  /** Some time. */
  | 'LOW'
  /** In its turn. */
  | 'MEDIUM';

/** How far a report is. */
export type FeedbackStatus =
  /** Nothing more is to be done. */
  | 'CLOSED'
  /** Somebody is at it. */
  | 'IN_PROGRESS'
  /** Nobody has looked at it yet. */
  | 'OPEN'
  /** It is done; the response says what to do now. */
  | 'RESOLVED';

/** What kind of report something is. */
export type FeedbackType =
  /** Something does not do what it says. */
  | 'BUG'
  /** A call failed. */
  | 'ERROR'
  /** Something that is missing. */
  | 'FEATURE';

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

/** What two leads have in common. */
export type LeadTieReason =
  /** The name of their company, in any case. */
  | 'COMPANY'
  /** The domain of their e-mail addresses, where it is not one that anybody can have. */
  | 'EMAIL_DOMAIN'
  /** The address of their LinkedIn profile, however it is written. */
  | 'LINKEDIN_URL'
  /** Their phone number, of seven digits or more, however it is written. */
  | 'PHONE';

/** How much a lead is worth pursuing. */
export type LeadTier =
  /** First of all. */
  | 'HIGH'
  /** Hardly. */
  | 'LOW'
  /** As time allows. */
  | 'MEDIUM';

/** What becomes of mail that is due, as this server and this workspace are set up. */
export type Mailing =
  /** It stays in the queue: the workspace may not mail until staff grants it, or the server has no public https address (`PUBLIC_URL`), to which the mail must lead back for who wants no more of it. */
  | 'HELD'
  /** It becomes a file on the server, and reaches nobody: no mail server is set up. */
  | 'KEPT'
  /** It leaves by the mail server. */
  | 'LEAVES';

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

/** Which playbooks to list. Every field given must hold. */
export type PlaybookFilter = {
  /** For leads in this stage, or in any: its id, key or name. One there is not finds nothing. */
  stage?: string | null | undefined;
  /** For leads of this tier, or of any. */
  tier?: LeadTier | null | undefined;
};

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

/** The whole profile of a lead. An absent field and null are the same: it is reset. */
export type ReplaceLeadInput = {
  /** False refuses an e-mail address that another lead has which the caller can see: CONFLICT with `existingId`. */
  allowDuplicate?: boolean | null | undefined;
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
  /** Replaces what is there; null as a value takes a key away. The whole is at most 64 KiB. */
  crmData?: unknown;
  /** Values by the names of custom fields, checked against them, and any other keys. Replaces what is there; null as a value takes a key away. The whole is at most 64 KiB. */
  customFields?: unknown;
  /** An e-mail address; kept in lower case. */
  email?: string | null | undefined;
  /** Up to 100 characters. */
  firstName?: string | null | undefined;
  /** What they do there. */
  jobTitle?: string | null | undefined;
  /** Up to 100 characters. */
  lastName?: string | null | undefined;
  /** The web address of their LinkedIn profile. Up to 500 characters. */
  linkedinUrl?: string | null | undefined;
  /** Up to 50 characters, kept as given. */
  phone?: string | null | undefined;
  /** How high up they stand there. Up to 100 characters. */
  seniority?: string | null | undefined;
  /** A stage’s id, key or name; the default stage by default. */
  stage?: string | null | undefined;
  /** The lifecycle status; NEW by default. */
  status?: LeadStatus | null | undefined;
  /** How much it is worth pursuing. */
  tier?: LeadTier | null | undefined;
};

/** What sets off a rule. */
export type RuleTrigger =
  /** The lead clicked on a call to action. */
  | 'CTA_CLICKED'
  /** The lead booked a meeting. */
  | 'MEETING_BOOKED'
  /** So many days, 14 by default, have passed without a touchpoint; looked at every minute. Without a condition on the stage, won, lost and closed leads are left alone. */
  | 'NO_TOUCH'
  /** The lead viewed a proposal; this view counts as well. */
  | 'PROPOSAL_VIEWED'
  /** The lead completed a quiz; its score counts for the confidence at once. */
  | 'QUIZ_COMPLETED';

/** How a workspace is to be. What is absent stays. */
export type SetUpWorkspaceInput = {
  /** Its name and profile. */
  organisation?: WorkspaceProfileInput | null | undefined;
  /** What its agent calls the project: up to 100 letters, digits, dots, hyphens and underscores. */
  projectSlug?: string | null | undefined;
  /** The whole pipeline, 1 to 100 stages. Those that are there by name or key stay; leads of others move to the default one. */
  stages?: Array<StageSetupInput> | null | undefined;
};

/** A stranger who wants a workspace. */
export type SignUpInput = {
  /** What to call the first key. */
  agentName?: string | null | undefined;
  /** What the agent runs on. */
  agentPlatform?: string | null | undefined;
  /** Where its people can be written to. */
  email: string;
  /** What to call it; a known address needs another one for a further workspace. */
  workspaceName?: string | null | undefined;
};

/** A stage of the pipeline that is to be. */
export type StageSetupInput = {
  /** Whether leads that name no stage begin here; one stage at most. */
  isDefault?: boolean | null | undefined;
  /** 1 to 100 characters; each stage has another one. */
  name: string;
  /** Its place in the pipeline, 0 to 10,000; its place in the list by default. */
  order?: number | null | undefined;
  /** What a lead becomes that moves into it; null is nothing. By default a stage that is made here carries CONVERTED or CLOSED where its name has the word won or lost, and one that is there keeps its own. */
  status?: LeadStatus | null | undefined;
};

/** How urgent it is to be in touch with a lead again. */
export type StalledPriority =
  /** Of tier HIGH, or of a confidence of 70 and more. Overdue after 3 days without a touchpoint. */
  | 'HIGH'
  /** Any other lead. Overdue after 14 days without a touchpoint. */
  | 'LOW'
  /** Of tier MEDIUM, of a confidence of 45 to 69, or with neither of them known. Overdue after 7 days without a touchpoint. */
  | 'MEDIUM';

/** What to tell the operators. */
export type SubmitFeedbackInput = {
  /** Who tells it; up to 200 characters. */
  agent?: string | null | undefined;
  /** What is known of it: an object of at most 64 KiB. */
  context?: unknown;
  /** What happened; up to 10,000 characters. */
  description?: string | null | undefined;
  /** How pressing it is; MEDIUM by default. */
  priority?: FeedbackPriority | null | undefined;
  /** What it is about: 1 to 200 characters. */
  title: string;
  /** What kind of report. */
  type: FeedbackType;
};

/** What to do with a lead next. */
export type SuggestedAction =
  /** It is about to buy: agree on a meeting. */
  | 'BOOK_MEETING'
  /** Call it. */
  | 'CHECK_IN_CALL'
  /** Find out more about it. */
  | 'ENRICH'
  /** Keep in touch without asking for anything. */
  | 'NURTURE'
  /** It is about to buy and a meeting is booked: get ready for it. */
  | 'PREPARE_MEETING'
  /** Write that this is the last mail unless it answers. */
  | 'SEND_BREAKUP_EMAIL'
  /** Write to it again. */
  | 'SEND_FOLLOW_UP_EMAIL'
  /** Send it a proposal. */
  | 'SEND_PROPOSAL';

/** What kind of source leads come from. */
export type SyncSourceType =
  /** An agent or tool that finds leads and calls the API. */
  | 'API_SDR'
  /** A form that posts what was entered. */
  | 'FORM_WEBHOOK'
  /** Anything else that posts. */
  | 'GENERIC_WEBHOOK'
  /** A Gmail inbox, or any other that IMAP reads: see connectMailbox. */
  | 'GMAIL';

/** How likely a lead is to buy soon. */
export type Temperature =
  /** Hardly. */
  | 'COLD'
  /** Now. */
  | 'HOT'
  /** Perhaps. */
  | 'WARM';

/** The plan of a workspace. */
export type Tier =
  /** 100 leads, 3 campaigns. */
  | 'FREE'
  /** 1,000 leads, any number of campaigns. */
  | 'PRO'
  /** 5,000 leads, any number of campaigns. */
  | 'ULTRA'
  /** No limits: the workspace an installation starts with. */
  | 'UNLIMITED';

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

/** What to change of a rule. An absent field stays. */
export type UpdateAutomationRuleInput = {
  /** Which leads it moves: they replace all the conditions there are, and null clears them. */
  conditions?: AutomationConditionsInput | null | undefined;
  /** Whether it acts. One whose target stage is gone needs another one first. */
  enabled?: boolean | null | undefined;
  /** 1 to 200 characters. */
  name?: string | null | undefined;
  /** Higher ones act first: -1,000 to 1,000. */
  priority?: number | null | undefined;
  /** Where it moves them: the id, key or name of a stage. */
  targetStage?: string | null | undefined;
  /** What sets it off. */
  trigger?: RuleTrigger | null | undefined;
};

/** What to change of a custom field. An absent field and null are the same: it stays. */
export type UpdateCustomFieldInput = {
  /** What its values are. Another type is a CONFLICT while leads, deleted ones too, hold values. */
  fieldType?: CustomFieldType | null | undefined;
  /** 1 to 200 characters. */
  label?: string | null | undefined;
  /** The name it has; another one is INVALID. */
  name?: string | null | undefined;
  /** What a choice may be from now on; leads keep what they have. For SELECT and MULTISELECT only. */
  options?: Array<string> | null | undefined;
  /** Whether there must be a value from now on. */
  required?: boolean | null | undefined;
};

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

/** What to change of a note. What is absent or null stays. */
export type UpdateNoteInput = {
  /** What it says: 1 to 50,000 characters. */
  body?: string | null | undefined;
  /** Whether it is to stand out. */
  pinned?: boolean | null | undefined;
};

/** What to change of a stage. An absent field stays. */
export type UpdateStageInput = {
  /** True makes it the default stage. False is a CONFLICT for the one that is it. */
  isDefault?: boolean | null | undefined;
  /** 1 to 100 characters. The key follows the name, and playbooks for it the key. */
  name?: string | null | undefined;
  /** Its place in the pipeline, 0 to 10,000. */
  order?: number | null | undefined;
  /** What a lead becomes that moves into it, unless the same write says otherwise; null is nothing. Leads that are in it keep theirs. */
  status?: LeadStatus | null | undefined;
};

/** What to change of a sync source. An absent field stays; null clears one that may be empty. */
export type UpdateSyncSourceInput = {
  /** Notes about it: an object of at most 64 KiB, in place of what there is. */
  config?: unknown;
  /** Whether it is in use. */
  enabled?: boolean | null | undefined;
  /** Leads that it may make or complete in any hour: 1 to 100,000. Null is 30 where anybody may post, and else no limit. */
  leadsPerHour?: number | null | undefined;
  /** Where in a body each field stands, as JSON pointers: {"email": "/contact/email"}. Of email, name, firstName, lastName, phone, company, jobTitle, need, budget, authority, timeline; null for the usual names. In place of what there is. */
  mapping?: unknown;
  /** 1 to 200 characters. */
  name?: string | null | undefined;
  /** Whether a GENERIC_WEBHOOK signs what it posts or sends its secret; true by default. One that does not is treated as a form is. */
  signed?: boolean | null | undefined;
  /** The id, key or name of the stage its leads begin in; null is the default one. */
  targetStage?: string | null | undefined;
  /** What kind of source. */
  type?: SyncSourceType | null | undefined;
};

/** What a workspace is called and about. An absent field stays, null clears it. */
export type WorkspaceProfileInput = {
  /** What its agents read, as a tag such as `en` or `pt-BR`; null leaves it. What visitors write from then on is translated into it, where there is a translator. */
  agentLanguage?: string | null | undefined;
  /** An http(s) address where a meeting can be booked; up to 2,000 characters. */
  bookingLink?: string | null | undefined;
  /** Up to 200 characters. */
  industry?: string | null | undefined;
  /** 1 to 200 characters; null leaves it. CONFLICT for another workspace of its owner. */
  name?: string | null | undefined;
};

export type AnalyticsQueryVariables = Exact<{
  days: number;
}>;


export type AnalyticsQuery = { analytics: { days: number, since: string, until: string, totalLeads: number, newLeads: number, convertedLeads: number, conversionRate: number | null, conversions: number, enrichedLeads: number, scoredLeads: number, averageConfidence: number | null, stageMoves: number, activeEnrolments: number, completedEnrolments: number, stoppedEnrolments: number, byStage: Array<{ count: number, stage: { id: string, name: string } }>, byStatus: Array<{ status: LeadStatus, count: number }>, byTier: Array<{ tier: LeadTier | null, count: number }>, byLabel: Array<{ label: ConfidenceLabel, count: number }>, bySource: Array<{ source: string, count: number }>, createdPerDay: Array<{ day: string, count: number }>, touchpoints: Array<{ type: TouchpointType, count: number }> } };

export type AutomationRuleRowFragment = { id: string, name: string, trigger: RuleTrigger, fromStageGone: boolean, priority: number, enabled: boolean, undoneByIds: Array<string>, createdAt: string, updatedAt: string, conditions: { fromStageId: string | null, tier: LeadTier | null, minViewCount: number | null, minConfidenceScore: number | null, minDaysSinceTouch: number | null, fromStage: { name: string } | null }, targetStage: { name: string } | null };

export type AutomationRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type AutomationRulesQuery = { automationRules: Array<{ id: string, name: string, trigger: RuleTrigger, fromStageGone: boolean, priority: number, enabled: boolean, undoneByIds: Array<string>, createdAt: string, updatedAt: string, conditions: { fromStageId: string | null, tier: LeadTier | null, minViewCount: number | null, minConfidenceScore: number | null, minDaysSinceTouch: number | null, fromStage: { name: string } | null }, targetStage: { name: string } | null }>, automationTriggers: Array<{ trigger: RuleTrigger, description: string, conditions: Array<AutomationCondition> }> };

export type AutomationRuleQueryVariables = Exact<{
  id: string;
}>;


export type AutomationRuleQuery = { node:
    | { id: string, name: string, trigger: RuleTrigger, fromStageGone: boolean, priority: number, enabled: boolean, undoneByIds: Array<string>, createdAt: string, updatedAt: string, conditions: { fromStageId: string | null, tier: LeadTier | null, minViewCount: number | null, minConfidenceScore: number | null, minDaysSinceTouch: number | null, fromStage: { name: string } | null }, targetStage: { name: string } | null }
    | Record<PropertyKey, never>
   | null };

export type CreateAutomationRuleMutationVariables = Exact<{
  input: CreateAutomationRuleInput;
}>;


export type CreateAutomationRuleMutation = { createAutomationRule: { rule: { id: string, name: string, trigger: RuleTrigger, fromStageGone: boolean, priority: number, enabled: boolean, undoneByIds: Array<string>, createdAt: string, updatedAt: string, conditions: { fromStageId: string | null, tier: LeadTier | null, minViewCount: number | null, minConfidenceScore: number | null, minDaysSinceTouch: number | null, fromStage: { name: string } | null }, targetStage: { name: string } | null } } };

export type UpdateAutomationRuleMutationVariables = Exact<{
  id: string;
  input: UpdateAutomationRuleInput;
}>;


export type UpdateAutomationRuleMutation = { updateAutomationRule: { rule: { id: string, name: string, trigger: RuleTrigger, fromStageGone: boolean, priority: number, enabled: boolean, undoneByIds: Array<string>, createdAt: string, updatedAt: string, conditions: { fromStageId: string | null, tier: LeadTier | null, minViewCount: number | null, minConfidenceScore: number | null, minDaysSinceTouch: number | null, fromStage: { name: string } | null }, targetStage: { name: string } | null } } };

export type DeleteAutomationRuleMutationVariables = Exact<{
  id: string;
}>;


export type DeleteAutomationRuleMutation = { deleteAutomationRule: { rule: { id: string } } };

export type CalendlyConnectionQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendlyConnectionQuery = { calendars: Array<{ provider: CalendarProvider, connected: boolean }> };

export type CalendlyAccountFragment = { provider: CalendarProvider, connected: boolean, accountName: string | null, accountEmail: string | null, accountUri: string | null, webhookUri: string | null };

export type CalendlyAccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendlyAccountsQuery = { calendars: Array<{ provider: CalendarProvider, connected: boolean, accountName: string | null, accountEmail: string | null, accountUri: string | null, webhookUri: string | null }> };

export type ConnectCalendlyMutationVariables = Exact<{
  input: ConnectCalendarInput;
}>;


export type ConnectCalendlyMutation = { connectCalendar: { warning: string | null, calendar: { provider: CalendarProvider, connected: boolean, accountName: string | null, accountEmail: string | null, accountUri: string | null, webhookUri: string | null } } };

export type DisconnectCalendlyMutationVariables = Exact<{ [key: string]: never; }>;


export type DisconnectCalendlyMutation = { disconnectCalendar: { warning: string | null, calendar: { connected: boolean } } };

export type CampaignRowFragment = { id: string, name: string, trigger: CampaignTrigger, aiEnabled: boolean, aiConfig: unknown, enabled: boolean, createdAt: string, updatedAt: string, conditions: { fromStageId: string | null, toStageId: string | null, tier: LeadTier | null, minViewCount: number | null, minConfidenceScore: number | null, fromStage: { name: string } | null, toStage: { name: string } | null } | null, steps: Array<{ subject: string, body: string, delayHours: number }> };

export type CampaignEffectRowFragment = { campaignName: string, enrolledLeads: number, queuedEmails: number, endedEnrolments: number, cancelledEmails: number, stopReason: string | null };

export type EnrolmentRowFragment = { id: string, campaignId: string, leadId: string, status: EnrolmentStatus, createdAt: string, mailing: Mailing };

export type CampaignsQueryVariables = Exact<{
  first: number;
  offset: number;
}>;


export type CampaignsQuery = { campaigns: { totalCount: number, nodes: Array<{ id: string, name: string, trigger: CampaignTrigger, aiEnabled: boolean, aiConfig: unknown, enabled: boolean, createdAt: string, updatedAt: string, conditions: { fromStageId: string | null, toStageId: string | null, tier: LeadTier | null, minViewCount: number | null, minConfidenceScore: number | null, fromStage: { name: string } | null, toStage: { name: string } | null } | null, steps: Array<{ subject: string, body: string, delayHours: number }> }> } };

export type CampaignQueryVariables = Exact<{
  id: string;
}>;


export type CampaignQuery = { node:
    | { id: string, name: string, trigger: CampaignTrigger, aiEnabled: boolean, aiConfig: unknown, enabled: boolean, createdAt: string, updatedAt: string, conditions: { fromStageId: string | null, toStageId: string | null, tier: LeadTier | null, minViewCount: number | null, minConfidenceScore: number | null, fromStage: { name: string } | null, toStage: { name: string } | null } | null, steps: Array<{ subject: string, body: string, delayHours: number }> }
    | Record<PropertyKey, never>
   | null };

export type CreateCampaignMutationVariables = Exact<{
  input: CreateCampaignInput;
}>;


export type CreateCampaignMutation = { createCampaign: { campaignLimit: number | null, campaignCount: number | null, campaign: { id: string, name: string, trigger: CampaignTrigger, aiEnabled: boolean, aiConfig: unknown, enabled: boolean, createdAt: string, updatedAt: string, conditions: { fromStageId: string | null, toStageId: string | null, tier: LeadTier | null, minViewCount: number | null, minConfidenceScore: number | null, fromStage: { name: string } | null, toStage: { name: string } | null } | null, steps: Array<{ subject: string, body: string, delayHours: number }> } } };

export type EnrolmentQueryVariables = Exact<{
  id: string;
}>;


export type EnrolmentQuery = { node:
    | { id: string, campaignId: string, leadId: string, status: EnrolmentStatus, createdAt: string, mailing: Mailing, scheduledEmails: { nodes: Array<{ step: number, dueAt: string }> } | null }
    | Record<PropertyKey, never>
   | null };

export type EnrolLeadMutationVariables = Exact<{
  campaignId: string;
  leadId: string;
}>;


export type EnrolLeadMutation = { enrolLead: { enrolment: { id: string, campaignId: string, leadId: string, status: EnrolmentStatus, createdAt: string, mailing: Mailing }, scheduledEmails: Array<{ step: number, dueAt: string }> } };

export type LeadEnrichmentQueryVariables = Exact<{
  leadId: string;
}>;


export type LeadEnrichmentQuery = { lead: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, businessType: string | null, jobTitle: string | null, seniority: string | null, companyName: string | null, linkedinUrl: string | null, companySize: string | null, companyRevenue: string | null, status: LeadStatus, tier: LeadTier | null, source: string, crmData: unknown, customFields: unknown, confidenceScore: number | null, confidenceLabel: ConfidenceLabel | null, scoredAt: string | null, lastTouchedAt: string | null, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, createdAt: string, updatedAt: string, deletedAt: string | null, stage: { name: string, status: LeadStatus | null } | null } | null };

export type EnrichLeadMutationVariables = Exact<{
  id: string;
  force?: boolean | null | undefined;
}>;


export type EnrichLeadMutation = { enrichLead: { status: EnrichmentStatus, cached: boolean, enrichedFields: Array<string>, derivedFrom: string | null, error: string | null, lead: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, businessType: string | null, jobTitle: string | null, seniority: string | null, companyName: string | null, linkedinUrl: string | null, companySize: string | null, companyRevenue: string | null, status: LeadStatus, tier: LeadTier | null, source: string, crmData: unknown, customFields: unknown, confidenceScore: number | null, confidenceLabel: ConfidenceLabel | null, scoredAt: string | null, lastTouchedAt: string | null, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, createdAt: string, updatedAt: string, deletedAt: string | null, stage: { name: string, status: LeadStatus | null } | null } | null } };

export type EnrichLeadsMutationVariables = Exact<{
  ids: Array<string> | string;
  forceRefresh?: boolean | null | undefined;
}>;


export type EnrichLeadsMutation = { enrichLeads: { complete: number, failed: number, results: Array<{ leadId: string, status: EnrichmentStatus, cached: boolean, enrichedFields: Array<string>, error: string | null, lead: { id: string } | null }> } };

export type EnrichedLeadsQueryVariables = Exact<{
  first: string;
  second: string;
  third: string;
  fourth: string;
  fifth: string;
}>;


export type EnrichedLeadsQuery = { first: { id: string, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null } | null, second: { id: string, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null } | null, third: { id: string, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null } | null, fourth: { id: string, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null } | null, fifth: { id: string, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null } | null };

export type EnrichmentStateFragment = { id: string, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null };

export type LeadConnectionsQueryVariables = Exact<{
  id: string;
}>;


export type LeadConnectionsQuery = { leadConnections: Array<{ reasons: Array<LeadTieReason>, lead: { id: string, firstName: string | null, lastName: string | null, email: string | null, company: string | null, companyName: string | null, phone: string | null, linkedinUrl: string | null, stage: { name: string } | null } }> };

export type FeedbackRowFragment = { id: string, type: FeedbackType, agent: string | null, priority: FeedbackPriority, title: string, description: string | null, context: unknown, status: FeedbackStatus, response: string | null, respondedAt: string | null, acknowledgedAt: string | null, createdAt: string, updatedAt: string };

export type FeedbackListQueryVariables = Exact<{
  first: number;
  offset: number;
  filter?: FeedbackFilter | null | undefined;
}>;


export type FeedbackListQuery = { feedback: { totalCount: number, nodes: Array<{ id: string, type: FeedbackType, agent: string | null, priority: FeedbackPriority, title: string, description: string | null, context: unknown, status: FeedbackStatus, response: string | null, respondedAt: string | null, acknowledgedAt: string | null, createdAt: string, updatedAt: string }> } };

export type FeedbackQueryVariables = Exact<{
  id: string;
}>;


export type FeedbackQuery = { node:
    | { id: string, type: FeedbackType, agent: string | null, priority: FeedbackPriority, title: string, description: string | null, context: unknown, status: FeedbackStatus, response: string | null, respondedAt: string | null, acknowledgedAt: string | null, createdAt: string, updatedAt: string }
    | Record<PropertyKey, never>
   | null };

export type SubmitFeedbackMutationVariables = Exact<{
  input: SubmitFeedbackInput;
}>;


export type SubmitFeedbackMutation = { submitFeedback: { feedback: { id: string, type: FeedbackType, agent: string | null, priority: FeedbackPriority, title: string, description: string | null, context: unknown, status: FeedbackStatus, response: string | null, respondedAt: string | null, acknowledgedAt: string | null, createdAt: string, updatedAt: string } } };

export type ChangeFeedbackMutationVariables = Exact<{
  id: string;
  owner: boolean;
  staff: boolean;
  acknowledged?: boolean | null | undefined;
  input: AnswerFeedbackInput;
}>;


export type ChangeFeedbackMutation = { answerFeedback?: { feedback: { id: string, type: FeedbackType, agent: string | null, priority: FeedbackPriority, title: string, description: string | null, context: unknown, status: FeedbackStatus, response: string | null, respondedAt: string | null, acknowledgedAt: string | null, createdAt: string, updatedAt: string } }, acknowledgeFeedback?: { feedback: { id: string, type: FeedbackType, agent: string | null, priority: FeedbackPriority, title: string, description: string | null, context: unknown, status: FeedbackStatus, response: string | null, respondedAt: string | null, acknowledgedAt: string | null, createdAt: string, updatedAt: string } } };

export type HealthQueryVariables = Exact<{
  feedback: boolean;
  conversations: boolean;
}>;


export type HealthQuery = { viewer: { apiKeyId: string }, conversations?: { totalCount: number }, unreadFeedback?: Array<{ id: string, title: string, status: FeedbackStatus, response: string | null }> };

export type FieldRowFragment = { id: string, name: string, label: string, fieldType: CustomFieldType, options: Array<string>, required: boolean, createdAt: string, updatedAt: string };

export type FieldsQueryVariables = Exact<{ [key: string]: never; }>;


export type FieldsQuery = { customFields: Array<{ id: string, name: string, label: string, fieldType: CustomFieldType, options: Array<string>, required: boolean, createdAt: string, updatedAt: string }> };

export type FieldAgainQueryVariables = Exact<{
  id: string;
}>;


export type FieldAgainQuery = { node:
    | { id: string, name: string, label: string, fieldType: CustomFieldType, options: Array<string>, required: boolean, createdAt: string, updatedAt: string }
    | Record<PropertyKey, never>
   | null };

export type CreateFieldMutationVariables = Exact<{
  input: CreateCustomFieldInput;
}>;


export type CreateFieldMutation = { createCustomField: { customField: { id: string, name: string, label: string, fieldType: CustomFieldType, options: Array<string>, required: boolean, createdAt: string, updatedAt: string } } };

export type UpdateFieldMutationVariables = Exact<{
  id: string;
  input: UpdateCustomFieldInput;
}>;


export type UpdateFieldMutation = { updateCustomField: { customField: { id: string, name: string, label: string, fieldType: CustomFieldType, options: Array<string>, required: boolean, createdAt: string, updatedAt: string } } };

export type DeleteFieldMutationVariables = Exact<{
  id: string;
}>;


export type DeleteFieldMutation = { deleteCustomField: { customField: { id: string, name: string, label: string, fieldType: CustomFieldType, options: Array<string>, required: boolean, createdAt: string, updatedAt: string } } };

export type LeadsQueryVariables = Exact<{
  first: number;
  offset: number;
  filter: LeadFilter;
}>;


export type LeadsQuery = { leads: { totalCount: number, nodes: Array<{ id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, businessType: string | null, jobTitle: string | null, seniority: string | null, companyName: string | null, linkedinUrl: string | null, companySize: string | null, companyRevenue: string | null, status: LeadStatus, tier: LeadTier | null, source: string, crmData: unknown, customFields: unknown, confidenceScore: number | null, confidenceLabel: ConfidenceLabel | null, scoredAt: string | null, lastTouchedAt: string | null, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, createdAt: string, updatedAt: string, deletedAt: string | null, stage: { name: string, status: LeadStatus | null } | null }> } };

export type LeadQueryVariables = Exact<{
  id: string;
}>;


export type LeadQuery = { lead: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, businessType: string | null, jobTitle: string | null, seniority: string | null, companyName: string | null, linkedinUrl: string | null, companySize: string | null, companyRevenue: string | null, status: LeadStatus, tier: LeadTier | null, source: string, crmData: unknown, customFields: unknown, confidenceScore: number | null, confidenceLabel: ConfidenceLabel | null, scoredAt: string | null, lastTouchedAt: string | null, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, createdAt: string, updatedAt: string, deletedAt: string | null, stage: { name: string, status: LeadStatus | null } | null } | null };

export type CreateLeadMutationVariables = Exact<{
  input: CreateLeadInput;
}>;


export type CreateLeadMutation = { createLead: { duplicateOfId: string | null, leadLimit: number | null, leadCount: number | null, lead: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, businessType: string | null, jobTitle: string | null, seniority: string | null, companyName: string | null, linkedinUrl: string | null, companySize: string | null, companyRevenue: string | null, status: LeadStatus, tier: LeadTier | null, source: string, crmData: unknown, customFields: unknown, confidenceScore: number | null, confidenceLabel: ConfidenceLabel | null, scoredAt: string | null, lastTouchedAt: string | null, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, createdAt: string, updatedAt: string, deletedAt: string | null, stage: { name: string, status: LeadStatus | null } | null } } };

export type ReplaceLeadMutationVariables = Exact<{
  id: string;
  input: ReplaceLeadInput;
}>;


export type ReplaceLeadMutation = { replaceLead: { duplicateOfId: string | null, previousStatus: LeadStatus | null, lead: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, businessType: string | null, jobTitle: string | null, seniority: string | null, companyName: string | null, linkedinUrl: string | null, companySize: string | null, companyRevenue: string | null, status: LeadStatus, tier: LeadTier | null, source: string, crmData: unknown, customFields: unknown, confidenceScore: number | null, confidenceLabel: ConfidenceLabel | null, scoredAt: string | null, lastTouchedAt: string | null, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, createdAt: string, updatedAt: string, deletedAt: string | null, stage: { name: string, status: LeadStatus | null } | null }, campaignEffects: Array<{ campaignName: string, enrolledLeads: number, queuedEmails: number, endedEnrolments: number, cancelledEmails: number, stopReason: string | null }> } };

export type UpdateLeadMutationVariables = Exact<{
  id: string;
  input: UpdateLeadInput;
  restore: boolean;
  address: boolean;
}>;


export type UpdateLeadMutation = { updateLead?: { duplicateOfId?: string | null, previousStatus: LeadStatus | null, lead: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, businessType: string | null, jobTitle: string | null, seniority: string | null, companyName: string | null, linkedinUrl: string | null, companySize: string | null, companyRevenue: string | null, status: LeadStatus, tier: LeadTier | null, source: string, crmData: unknown, customFields: unknown, confidenceScore: number | null, confidenceLabel: ConfidenceLabel | null, scoredAt: string | null, lastTouchedAt: string | null, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, createdAt: string, updatedAt: string, deletedAt: string | null, stage: { name: string, status: LeadStatus | null } | null }, campaignEffects: Array<{ campaignName: string, enrolledLeads: number, queuedEmails: number, endedEnrolments: number, cancelledEmails: number, stopReason: string | null }> }, restoreLead?: { duplicateOfId: string | null, lead: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, businessType: string | null, jobTitle: string | null, seniority: string | null, companyName: string | null, linkedinUrl: string | null, companySize: string | null, companyRevenue: string | null, status: LeadStatus, tier: LeadTier | null, source: string, crmData: unknown, customFields: unknown, confidenceScore: number | null, confidenceLabel: ConfidenceLabel | null, scoredAt: string | null, lastTouchedAt: string | null, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, createdAt: string, updatedAt: string, deletedAt: string | null, stage: { name: string, status: LeadStatus | null } | null } } };

export type DeleteLeadMutationVariables = Exact<{
  id: string;
  permanent: boolean;
}>;


export type DeleteLeadMutation = { deleteLead?: { lead: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, businessType: string | null, jobTitle: string | null, seniority: string | null, companyName: string | null, linkedinUrl: string | null, companySize: string | null, companyRevenue: string | null, status: LeadStatus, tier: LeadTier | null, source: string, crmData: unknown, customFields: unknown, confidenceScore: number | null, confidenceLabel: ConfidenceLabel | null, scoredAt: string | null, lastTouchedAt: string | null, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, createdAt: string, updatedAt: string, deletedAt: string | null, stage: { name: string, status: LeadStatus | null } | null }, campaignEffects: Array<{ campaignName: string, enrolledLeads: number, queuedEmails: number, endedEnrolments: number, cancelledEmails: number, stopReason: string | null }> }, purgeLead?: { lead: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, businessType: string | null, jobTitle: string | null, seniority: string | null, companyName: string | null, linkedinUrl: string | null, companySize: string | null, companyRevenue: string | null, status: LeadStatus, tier: LeadTier | null, source: string, crmData: unknown, customFields: unknown, confidenceScore: number | null, confidenceLabel: ConfidenceLabel | null, scoredAt: string | null, lastTouchedAt: string | null, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, createdAt: string, updatedAt: string, deletedAt: string | null, stage: { name: string, status: LeadStatus | null } | null }, campaignEffects: Array<{ campaignName: string, enrolledLeads: number, queuedEmails: number, endedEnrolments: number, cancelledEmails: number, stopReason: string | null }> } };

export type LeadRowFragment = { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, businessType: string | null, jobTitle: string | null, seniority: string | null, companyName: string | null, linkedinUrl: string | null, companySize: string | null, companyRevenue: string | null, status: LeadStatus, tier: LeadTier | null, source: string, crmData: unknown, customFields: unknown, confidenceScore: number | null, confidenceLabel: ConfidenceLabel | null, scoredAt: string | null, lastTouchedAt: string | null, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, createdAt: string, updatedAt: string, deletedAt: string | null, stage: { name: string, status: LeadStatus | null } | null };

export type NoteRowFragment = { id: string, leadId: string, type: NoteType, body: string, pinned: boolean, createdAt: string, updatedAt: string, author: { name: string, type: AuthorType } | null };

export type LeadNotesQueryVariables = Exact<{
  leadId: string;
  first: number;
  offset: number;
  type?: NoteType | null | undefined;
  pinned?: boolean | null | undefined;
}>;


export type LeadNotesQuery = { lead: { notes: { totalCount: number, nodes: Array<{ id: string, leadId: string, type: NoteType, body: string, pinned: boolean, createdAt: string, updatedAt: string, author: { name: string, type: AuthorType } | null }> } | null } | null };

export type NoteQueryVariables = Exact<{
  id: string;
}>;


export type NoteQuery = { node:
    | { id: string, leadId: string, type: NoteType, body: string, pinned: boolean, createdAt: string, updatedAt: string, author: { name: string, type: AuthorType } | null }
    | Record<PropertyKey, never>
   | null };

export type CreateNoteMutationVariables = Exact<{
  input: CreateNoteInput;
}>;


export type CreateNoteMutation = { createNote: { note: { id: string, leadId: string, type: NoteType, body: string, pinned: boolean, createdAt: string, updatedAt: string, author: { name: string, type: AuthorType } | null } } };

export type UpdateNoteMutationVariables = Exact<{
  id: string;
  input: UpdateNoteInput;
}>;


export type UpdateNoteMutation = { updateNote: { note: { id: string, leadId: string, type: NoteType, body: string, pinned: boolean, createdAt: string, updatedAt: string, author: { name: string, type: AuthorType } | null } } };

export type DeleteNoteMutationVariables = Exact<{
  id: string;
}>;


export type DeleteNoteMutation = { deleteNote: { note: { id: string } } };

export type PlaybookRowFragment = { id: string, name: string, description: string | null, tier: LeadTier | null, stageKey: string | null, createdAt: string, updatedAt: string, steps: Array<{ title: string, instructions: string, channel: string | null, waitDays: number }> };

export type PlaybooksQueryVariables = Exact<{
  filter: PlaybookFilter;
}>;


export type PlaybooksQuery = { stages: Array<{ id: string, key: string, name: string }>, playbooks: { totalCount: number, nodes: Array<{ id: string, name: string, description: string | null, tier: LeadTier | null, stageKey: string | null, createdAt: string, updatedAt: string, steps: Array<{ title: string, instructions: string, channel: string | null, waitDays: number }> }> } };

export type RecommendPlaybookQueryVariables = Exact<{
  leadId: string;
}>;


export type RecommendPlaybookQuery = { recommendPlaybook: { reason: string, suggestedAction: string, playbook: { id: string, name: string, description: string | null, tier: LeadTier | null, stageKey: string | null, createdAt: string, updatedAt: string, steps: Array<{ title: string, instructions: string, channel: string | null, waitDays: number }> } | null, nextStep: { number: number, dueAt: string, isDue: boolean, step: { title: string, instructions: string, channel: string | null, waitDays: number } } | null } };

export type ConfidenceRowFragment = { score: number, label: ConfidenceLabel, suggestedAction: SuggestedAction, factors: { quizScore: number, tier: number, proposalViews: number, videoWatched: number, ctaClicked: number, meetingBooked: number, enrichment: number, staleness: number } };

export type ScoreMutationVariables = Exact<{
  leadId: string;
  one: boolean;
  all: boolean;
}>;


export type ScoreMutation = { scoreLead?: { confidence: { score: number, label: ConfidenceLabel, suggestedAction: SuggestedAction, factors: { quizScore: number, tier: number, proposalViews: number, videoWatched: number, ctaClicked: number, meetingBooked: number, enrichment: number, staleness: number } } }, scoreLeads?: { scored: number, changed: number, remaining: number, distribution: { hot: number, warm: number, cool: number, cold: number }, results: Array<{ leadId: string, confidence: { score: number, label: ConfidenceLabel, suggestedAction: SuggestedAction } }> } };

export type SetupOrganisationFragment = { id: string, name: string, industry: string | null, bookingLink: string | null, projectSlug: string | null };

export type SetupQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupQuery = { viewer: { organisation: { id: string, name: string, industry: string | null, bookingLink: string | null, projectSlug: string | null } }, stages: Array<{ id: string, key: string, name: string, order: number, isDefault: boolean, status: LeadStatus | null }> };

export type SetUpWorkspaceMutationVariables = Exact<{
  input: SetUpWorkspaceInput;
}>;


export type SetUpWorkspaceMutation = { setUpWorkspace: { movedLeads: number, disabledRules: number, disabledSyncSources: number, idleCampaigns: number, organisation: { id: string, name: string, industry: string | null, bookingLink: string | null, projectSlug: string | null }, stages: Array<{ id: string, key: string, name: string, order: number, isDefault: boolean, status: LeadStatus | null }>, campaignEffects: Array<{ campaignName: string, enrolledLeads: number, queuedEmails: number, endedEnrolments: number, cancelledEmails: number, stopReason: string | null }> } };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { signUp: { organisationId: string, apiKey: string, tier: Tier, leadLimit: number | null, campaignLimit: number | null } };

export type StageRowFragment = { id: string, key: string, name: string, order: number, isDefault: boolean, status: LeadStatus | null };

export type StagesQueryVariables = Exact<{ [key: string]: never; }>;


export type StagesQuery = { stages: Array<{ leadCount: number, id: string, key: string, name: string, order: number, isDefault: boolean, status: LeadStatus | null }> };

export type CreateStageMutationVariables = Exact<{
  input: CreateStageInput;
}>;


export type CreateStageMutation = { createStage: { stage: { id: string, key: string, name: string, order: number, isDefault: boolean, status: LeadStatus | null } } };

export type StageQueryVariables = Exact<{
  id: string;
}>;


export type StageQuery = { node:
    | { id: string, key: string, name: string, order: number, isDefault: boolean, status: LeadStatus | null }
    | Record<PropertyKey, never>
   | null };

export type UpdateStageMutationVariables = Exact<{
  id: string;
  input: UpdateStageInput;
}>;


export type UpdateStageMutation = { updateStage: { stage: { id: string, key: string, name: string, order: number, isDefault: boolean, status: LeadStatus | null } } };

export type DeleteStageMutationVariables = Exact<{
  id: string;
  moveTo?: string | null | undefined;
}>;


export type DeleteStageMutation = { deleteStage: { movedLeads: number, disabledRules: number, disabledSyncSources: number, idleCampaigns: number, stage: { id: string, key: string, name: string, order: number, isDefault: boolean, status: LeadStatus | null }, movedTo: { id: string, key: string, name: string, order: number, isDefault: boolean, status: LeadStatus | null }, campaignEffects: Array<{ campaignName: string, enrolledLeads: number, queuedEmails: number, endedEnrolments: number, cancelledEmails: number, stopReason: string | null }> } };

export type StalledRowFragment = { daysSinceTouch: number, reason: string, suggestedAction: SuggestedAction, priority: StalledPriority, lead: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, status: LeadStatus, tier: LeadTier | null, confidenceScore: number | null, lastTouchedAt: string | null, stage: { name: string } | null } };

export type StalledLeadsQueryVariables = Exact<{
  limit: number;
  offset: number;
}>;


export type StalledLeadsQuery = { stalledLeads: { totalCount: number, nodes: Array<{ daysSinceTouch: number, reason: string, suggestedAction: SuggestedAction, priority: StalledPriority, lead: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, status: LeadStatus, tier: LeadTier | null, confidenceScore: number | null, lastTouchedAt: string | null, stage: { name: string } | null } }> } };

export type SyncSourceRowFragment = { id: string, name: string, type: SyncSourceType, config: unknown, enabled: boolean, mapping: unknown, isSigned: boolean, leadsPerHour: number | null, createdAt: string, updatedAt: string, targetStage: { name: string } | null };

export type SyncSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SyncSourcesQuery = { syncSources: { nodes: Array<{ id: string, name: string, type: SyncSourceType, config: unknown, enabled: boolean, mapping: unknown, isSigned: boolean, leadsPerHour: number | null, createdAt: string, updatedAt: string, deliveries: { nodes: Array<{ reason: string | null, createdAt: string }> }, targetStage: { name: string } | null }> } };

export type CreateSyncSourceMutationVariables = Exact<{
  input: CreateSyncSourceInput;
}>;


export type CreateSyncSourceMutation = { createSyncSource: { url: string | null, secret: string | null, syncSource: { id: string, name: string, type: SyncSourceType, config: unknown, enabled: boolean, mapping: unknown, isSigned: boolean, leadsPerHour: number | null, createdAt: string, updatedAt: string, targetStage: { name: string } | null } } };

export type UpdateSyncSourceMutationVariables = Exact<{
  id: string;
  input: UpdateSyncSourceInput;
}>;


export type UpdateSyncSourceMutation = { updateSyncSource: { syncSource: { id: string, name: string, type: SyncSourceType, config: unknown, enabled: boolean, mapping: unknown, isSigned: boolean, leadsPerHour: number | null, createdAt: string, updatedAt: string, targetStage: { name: string } | null } } };

export type DeleteSyncSourceMutationVariables = Exact<{
  id: string;
}>;


export type DeleteSyncSourceMutation = { deleteSyncSource: { syncSource: { id: string } } };

export type OrgTierQueryVariables = Exact<{
  leads: boolean;
  campaigns: boolean;
}>;


export type OrgTierQuery = { viewer: { organisation: { id: string, tier: Tier, leadLimit: number | null, campaignLimit: number | null, upgradeUrl: string, leadCount?: number | null, campaignCount?: number | null } } };

export type TouchpointRowFragment = { id: string, leadId: string, type: TouchpointType, channel: string | null, summary: string | null, metadata: unknown, occurredAt: string, createdAt: string, author: { name: string, type: AuthorType } | null };

export type LeadTouchpointsQueryVariables = Exact<{
  leadId: string;
  first: number;
  offset: number;
  type?: TouchpointType | null | undefined;
}>;


export type LeadTouchpointsQuery = { lead: { touchpoints: { totalCount: number, nodes: Array<{ id: string, leadId: string, type: TouchpointType, channel: string | null, summary: string | null, metadata: unknown, occurredAt: string, createdAt: string, author: { name: string, type: AuthorType } | null }> } | null } | null };

export type TouchpointQueryVariables = Exact<{
  id: string;
}>;


export type TouchpointQuery = { node:
    | { id: string, leadId: string, type: TouchpointType, channel: string | null, summary: string | null, metadata: unknown, occurredAt: string, createdAt: string, author: { name: string, type: AuthorType } | null }
    | Record<PropertyKey, never>
   | null };

export type RecordTouchpointMutationVariables = Exact<{
  input: RecordTouchpointInput;
}>;


export type RecordTouchpointMutation = { recordTouchpoint: { previousStatus: LeadStatus | null, lead: { status: LeadStatus, stage: { name: string, status: LeadStatus | null } | null }, touchpoint: { id: string, leadId: string, type: TouchpointType, channel: string | null, summary: string | null, metadata: unknown, occurredAt: string, createdAt: string, author: { name: string, type: AuthorType } | null }, automationRuns: Array<{ description: string, ruleId: string }>, campaignEffects: Array<{ campaignName: string, enrolledLeads: number, queuedEmails: number, endedEnrolments: number, cancelledEmails: number, stopReason: string | null }> } };

export const AutomationRuleRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AutomationRuleRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AutomationRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromStageId"}},{"kind":"Field","name":{"kind":"Name","value":"fromStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"minViewCount"}},{"kind":"Field","name":{"kind":"Name","value":"minConfidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"minDaysSinceTouch"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targetStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fromStageGone"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"undoneByIds"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<AutomationRuleRowFragment, unknown>;
export const CalendlyAccountFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CalendlyAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Calendar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"connected"}},{"kind":"Field","name":{"kind":"Name","value":"accountName"}},{"kind":"Field","name":{"kind":"Name","value":"accountEmail"}},{"kind":"Field","name":{"kind":"Name","value":"accountUri"}},{"kind":"Field","name":{"kind":"Name","value":"webhookUri"}}]}}]} as unknown as DocumentNode<CalendlyAccountFragment, unknown>;
export const CampaignRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Campaign"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromStageId"}},{"kind":"Field","name":{"kind":"Name","value":"fromStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"toStageId"}},{"kind":"Field","name":{"kind":"Name","value":"toStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"minViewCount"}},{"kind":"Field","name":{"kind":"Name","value":"minConfidenceScore"}}]}},{"kind":"Field","name":{"kind":"Name","value":"aiEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfig"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"delayHours"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<CampaignRowFragment, unknown>;
export const CampaignEffectRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignEffectRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CampaignEffect"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaignName"}},{"kind":"Field","name":{"kind":"Name","value":"enrolledLeads"}},{"kind":"Field","name":{"kind":"Name","value":"queuedEmails"}},{"kind":"Field","name":{"kind":"Name","value":"endedEnrolments"}},{"kind":"Field","name":{"kind":"Name","value":"cancelledEmails"}},{"kind":"Field","name":{"kind":"Name","value":"stopReason"}}]}}]} as unknown as DocumentNode<CampaignEffectRowFragment, unknown>;
export const EnrolmentRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EnrolmentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Enrolment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"campaignId"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"mailing"}}]}}]} as unknown as DocumentNode<EnrolmentRowFragment, unknown>;
export const EnrichmentStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EnrichmentState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}}]}}]} as unknown as DocumentNode<EnrichmentStateFragment, unknown>;
export const FeedbackRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FeedbackRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Feedback"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"agent"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"context"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"response"}},{"kind":"Field","name":{"kind":"Name","value":"respondedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<FeedbackRowFragment, unknown>;
export const FieldRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FieldRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomField"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"fieldType"}},{"kind":"Field","name":{"kind":"Name","value":"options"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<FieldRowFragment, unknown>;
export const LeadRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"seniority"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"companySize"}},{"kind":"Field","name":{"kind":"Name","value":"companyRevenue"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"crmData"}},{"kind":"Field","name":{"kind":"Name","value":"customFields"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceLabel"}},{"kind":"Field","name":{"kind":"Name","value":"scoredAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<LeadRowFragment, unknown>;
export const NoteRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoteRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Note"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"pinned"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<NoteRowFragment, unknown>;
export const PlaybookRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlaybookRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Playbook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"stageKey"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"instructions"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"waitDays"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<PlaybookRowFragment, unknown>;
export const ConfidenceRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ConfidenceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Confidence"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"factors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quizScore"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"proposalViews"}},{"kind":"Field","name":{"kind":"Name","value":"videoWatched"}},{"kind":"Field","name":{"kind":"Name","value":"ctaClicked"}},{"kind":"Field","name":{"kind":"Name","value":"meetingBooked"}},{"kind":"Field","name":{"kind":"Name","value":"enrichment"}},{"kind":"Field","name":{"kind":"Name","value":"staleness"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suggestedAction"}}]}}]} as unknown as DocumentNode<ConfidenceRowFragment, unknown>;
export const SetupOrganisationFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SetupOrganisation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organisation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"bookingLink"}},{"kind":"Field","name":{"kind":"Name","value":"projectSlug"}}]}}]} as unknown as DocumentNode<SetupOrganisationFragment, unknown>;
export const StageRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Stage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]} as unknown as DocumentNode<StageRowFragment, unknown>;
export const StalledRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StalledRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StalledLead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"daysSinceTouch"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"suggestedAction"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}}]}}]} as unknown as DocumentNode<StalledRowFragment, unknown>;
export const SyncSourceRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SyncSourceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SyncSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"targetStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"config"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"mapping"}},{"kind":"Field","name":{"kind":"Name","value":"isSigned"}},{"kind":"Field","name":{"kind":"Name","value":"leadsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<SyncSourceRowFragment, unknown>;
export const TouchpointRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TouchpointRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Touchpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<TouchpointRowFragment, unknown>;
export const AnalyticsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Analytics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"days"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"analytics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"days"},"value":{"kind":"Variable","name":{"kind":"Name","value":"days"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"totalLeads"}},{"kind":"Field","name":{"kind":"Name","value":"newLeads"}},{"kind":"Field","name":{"kind":"Name","value":"convertedLeads"}},{"kind":"Field","name":{"kind":"Name","value":"conversionRate"}},{"kind":"Field","name":{"kind":"Name","value":"conversions"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedLeads"}},{"kind":"Field","name":{"kind":"Name","value":"scoredLeads"}},{"kind":"Field","name":{"kind":"Name","value":"averageConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"stageMoves"}},{"kind":"Field","name":{"kind":"Name","value":"byStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byTier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byLabel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bySource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdPerDay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"touchpoints"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activeEnrolments"}},{"kind":"Field","name":{"kind":"Name","value":"completedEnrolments"}},{"kind":"Field","name":{"kind":"Name","value":"stoppedEnrolments"}}]}}]}}]} as unknown as DocumentNode<AnalyticsQuery, AnalyticsQueryVariables>;
export const AutomationRulesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AutomationRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"automationRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AutomationRuleRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"automationTriggers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AutomationRuleRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AutomationRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromStageId"}},{"kind":"Field","name":{"kind":"Name","value":"fromStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"minViewCount"}},{"kind":"Field","name":{"kind":"Name","value":"minConfidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"minDaysSinceTouch"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targetStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fromStageGone"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"undoneByIds"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<AutomationRulesQuery, AutomationRulesQueryVariables>;
export const AutomationRuleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AutomationRule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AutomationRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AutomationRuleRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AutomationRuleRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AutomationRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromStageId"}},{"kind":"Field","name":{"kind":"Name","value":"fromStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"minViewCount"}},{"kind":"Field","name":{"kind":"Name","value":"minConfidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"minDaysSinceTouch"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targetStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fromStageGone"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"undoneByIds"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<AutomationRuleQuery, AutomationRuleQueryVariables>;
export const CreateAutomationRuleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateAutomationRule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAutomationRuleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAutomationRule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AutomationRuleRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AutomationRuleRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AutomationRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromStageId"}},{"kind":"Field","name":{"kind":"Name","value":"fromStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"minViewCount"}},{"kind":"Field","name":{"kind":"Name","value":"minConfidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"minDaysSinceTouch"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targetStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fromStageGone"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"undoneByIds"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<CreateAutomationRuleMutation, CreateAutomationRuleMutationVariables>;
export const UpdateAutomationRuleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateAutomationRule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateAutomationRuleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateAutomationRule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AutomationRuleRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AutomationRuleRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AutomationRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromStageId"}},{"kind":"Field","name":{"kind":"Name","value":"fromStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"minViewCount"}},{"kind":"Field","name":{"kind":"Name","value":"minConfidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"minDaysSinceTouch"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targetStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fromStageGone"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"undoneByIds"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<UpdateAutomationRuleMutation, UpdateAutomationRuleMutationVariables>;
export const DeleteAutomationRuleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteAutomationRule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteAutomationRule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteAutomationRuleMutation, DeleteAutomationRuleMutationVariables>;
export const CalendlyConnectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CalendlyConnection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calendars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"connected"}}]}}]}}]} as unknown as DocumentNode<CalendlyConnectionQuery, CalendlyConnectionQueryVariables>;
export const CalendlyAccountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CalendlyAccounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calendars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CalendlyAccount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CalendlyAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Calendar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"connected"}},{"kind":"Field","name":{"kind":"Name","value":"accountName"}},{"kind":"Field","name":{"kind":"Name","value":"accountEmail"}},{"kind":"Field","name":{"kind":"Name","value":"accountUri"}},{"kind":"Field","name":{"kind":"Name","value":"webhookUri"}}]}}]} as unknown as DocumentNode<CalendlyAccountsQuery, CalendlyAccountsQueryVariables>;
export const ConnectCalendlyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConnectCalendly"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConnectCalendarInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calendar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CalendlyAccount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CalendlyAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Calendar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"connected"}},{"kind":"Field","name":{"kind":"Name","value":"accountName"}},{"kind":"Field","name":{"kind":"Name","value":"accountEmail"}},{"kind":"Field","name":{"kind":"Name","value":"accountUri"}},{"kind":"Field","name":{"kind":"Name","value":"webhookUri"}}]}}]} as unknown as DocumentNode<ConnectCalendlyMutation, ConnectCalendlyMutationVariables>;
export const DisconnectCalendlyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DisconnectCalendly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disconnectCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"provider"},"value":{"kind":"EnumValue","value":"CALENDLY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calendar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connected"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}}]}}]} as unknown as DocumentNode<DisconnectCalendlyMutation, DisconnectCalendlyMutationVariables>;
export const CampaignsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Campaigns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"offset"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaigns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"offset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"offset"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CampaignRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Campaign"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromStageId"}},{"kind":"Field","name":{"kind":"Name","value":"fromStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"toStageId"}},{"kind":"Field","name":{"kind":"Name","value":"toStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"minViewCount"}},{"kind":"Field","name":{"kind":"Name","value":"minConfidenceScore"}}]}},{"kind":"Field","name":{"kind":"Name","value":"aiEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfig"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"delayHours"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<CampaignsQuery, CampaignsQueryVariables>;
export const CampaignDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Campaign"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Campaign"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CampaignRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Campaign"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromStageId"}},{"kind":"Field","name":{"kind":"Name","value":"fromStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"toStageId"}},{"kind":"Field","name":{"kind":"Name","value":"toStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"minViewCount"}},{"kind":"Field","name":{"kind":"Name","value":"minConfidenceScore"}}]}},{"kind":"Field","name":{"kind":"Name","value":"aiEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfig"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"delayHours"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<CampaignQuery, CampaignQueryVariables>;
export const CreateCampaignDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateCampaign"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCampaignInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCampaign"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaign"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CampaignRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"campaignLimit"}},{"kind":"Field","name":{"kind":"Name","value":"campaignCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Campaign"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromStageId"}},{"kind":"Field","name":{"kind":"Name","value":"fromStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"toStageId"}},{"kind":"Field","name":{"kind":"Name","value":"toStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"minViewCount"}},{"kind":"Field","name":{"kind":"Name","value":"minConfidenceScore"}}]}},{"kind":"Field","name":{"kind":"Name","value":"aiEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfig"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"delayHours"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<CreateCampaignMutation, CreateCampaignMutationVariables>;
export const EnrolmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Enrolment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Enrolment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EnrolmentRow"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledEmails"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EnrolmentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Enrolment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"campaignId"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"mailing"}}]}}]} as unknown as DocumentNode<EnrolmentQuery, EnrolmentQueryVariables>;
export const EnrolLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnrolLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"campaignId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrolLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"campaignId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"campaignId"}}},{"kind":"Argument","name":{"kind":"Name","value":"leadId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrolment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EnrolmentRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scheduledEmails"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EnrolmentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Enrolment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"campaignId"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"mailing"}}]}}]} as unknown as DocumentNode<EnrolLeadMutation, EnrolLeadMutationVariables>;
export const LeadEnrichmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadEnrichment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"seniority"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"companySize"}},{"kind":"Field","name":{"kind":"Name","value":"companyRevenue"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"crmData"}},{"kind":"Field","name":{"kind":"Name","value":"customFields"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceLabel"}},{"kind":"Field","name":{"kind":"Name","value":"scoredAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<LeadEnrichmentQuery, LeadEnrichmentQueryVariables>;
export const EnrichLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnrichLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"force"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrichLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"force"},"value":{"kind":"Variable","name":{"kind":"Name","value":"force"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cached"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedFields"}},{"kind":"Field","name":{"kind":"Name","value":"derivedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"error"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"seniority"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"companySize"}},{"kind":"Field","name":{"kind":"Name","value":"companyRevenue"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"crmData"}},{"kind":"Field","name":{"kind":"Name","value":"customFields"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceLabel"}},{"kind":"Field","name":{"kind":"Name","value":"scoredAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<EnrichLeadMutation, EnrichLeadMutationVariables>;
export const EnrichLeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnrichLeads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"forceRefresh"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrichLeads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}},{"kind":"Argument","name":{"kind":"Name","value":"forceRefresh"},"value":{"kind":"Variable","name":{"kind":"Name","value":"forceRefresh"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cached"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedFields"}},{"kind":"Field","name":{"kind":"Name","value":"error"}}]}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}}]}}]}}]} as unknown as DocumentNode<EnrichLeadsMutation, EnrichLeadsMutationVariables>;
export const EnrichedLeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EnrichedLeads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"second"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"third"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"fourth"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"fifth"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"first"},"name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EnrichmentState"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"second"},"name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"second"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EnrichmentState"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"third"},"name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"third"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EnrichmentState"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"fourth"},"name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"fourth"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EnrichmentState"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"fifth"},"name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"fifth"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EnrichmentState"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EnrichmentState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}}]}}]} as unknown as DocumentNode<EnrichedLeadsQuery, EnrichedLeadsQueryVariables>;
export const LeadConnectionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadConnections"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadConnections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}}]}}]}}]} as unknown as DocumentNode<LeadConnectionsQuery, LeadConnectionsQueryVariables>;
export const FeedbackListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FeedbackList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"offset"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FeedbackFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feedback"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"offset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"offset"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FeedbackRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FeedbackRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Feedback"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"agent"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"context"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"response"}},{"kind":"Field","name":{"kind":"Name","value":"respondedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<FeedbackListQuery, FeedbackListQueryVariables>;
export const FeedbackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Feedback"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Feedback"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FeedbackRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FeedbackRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Feedback"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"agent"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"context"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"response"}},{"kind":"Field","name":{"kind":"Name","value":"respondedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<FeedbackQuery, FeedbackQueryVariables>;
export const SubmitFeedbackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitFeedback"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitFeedbackInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitFeedback"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feedback"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FeedbackRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FeedbackRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Feedback"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"agent"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"context"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"response"}},{"kind":"Field","name":{"kind":"Name","value":"respondedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<SubmitFeedbackMutation, SubmitFeedbackMutationVariables>;
export const ChangeFeedbackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeFeedback"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"owner"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"staff"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"acknowledged"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerFeedbackInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerFeedback"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"staff"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feedback"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FeedbackRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgeFeedback"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"acknowledged"},"value":{"kind":"Variable","name":{"kind":"Name","value":"acknowledged"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"owner"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feedback"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FeedbackRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FeedbackRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Feedback"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"agent"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"context"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"response"}},{"kind":"Field","name":{"kind":"Name","value":"respondedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<ChangeFeedbackMutation, ChangeFeedbackMutationVariables>;
export const HealthDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Health"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"feedback"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"conversations"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeyId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conversations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"notCaptured"},"value":{"kind":"BooleanValue","value":true}}]}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"conversations"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unreadFeedback"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"feedback"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"response"}}]}}]}}]} as unknown as DocumentNode<HealthQuery, HealthQueryVariables>;
export const FieldsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FieldRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FieldRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomField"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"fieldType"}},{"kind":"Field","name":{"kind":"Name","value":"options"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<FieldsQuery, FieldsQueryVariables>;
export const FieldAgainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FieldAgain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomField"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FieldRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FieldRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomField"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"fieldType"}},{"kind":"Field","name":{"kind":"Name","value":"options"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<FieldAgainQuery, FieldAgainQueryVariables>;
export const CreateFieldDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateField"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCustomFieldInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCustomField"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customField"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FieldRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FieldRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomField"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"fieldType"}},{"kind":"Field","name":{"kind":"Name","value":"options"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<CreateFieldMutation, CreateFieldMutationVariables>;
export const UpdateFieldDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateField"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateCustomFieldInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateCustomField"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customField"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FieldRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FieldRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomField"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"fieldType"}},{"kind":"Field","name":{"kind":"Name","value":"options"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<UpdateFieldMutation, UpdateFieldMutationVariables>;
export const DeleteFieldDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteField"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteCustomField"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customField"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FieldRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FieldRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomField"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"fieldType"}},{"kind":"Field","name":{"kind":"Name","value":"options"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<DeleteFieldMutation, DeleteFieldMutationVariables>;
export const LeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Leads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"offset"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"offset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"offset"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"seniority"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"companySize"}},{"kind":"Field","name":{"kind":"Name","value":"companyRevenue"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"crmData"}},{"kind":"Field","name":{"kind":"Name","value":"customFields"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceLabel"}},{"kind":"Field","name":{"kind":"Name","value":"scoredAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<LeadsQuery, LeadsQueryVariables>;
export const LeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Lead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"seniority"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"companySize"}},{"kind":"Field","name":{"kind":"Name","value":"companyRevenue"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"crmData"}},{"kind":"Field","name":{"kind":"Name","value":"customFields"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceLabel"}},{"kind":"Field","name":{"kind":"Name","value":"scoredAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<LeadQuery, LeadQueryVariables>;
export const CreateLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOfId"}},{"kind":"Field","name":{"kind":"Name","value":"leadLimit"}},{"kind":"Field","name":{"kind":"Name","value":"leadCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"seniority"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"companySize"}},{"kind":"Field","name":{"kind":"Name","value":"companyRevenue"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"crmData"}},{"kind":"Field","name":{"kind":"Name","value":"customFields"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceLabel"}},{"kind":"Field","name":{"kind":"Name","value":"scoredAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<CreateLeadMutation, CreateLeadMutationVariables>;
export const ReplaceLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplaceLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplaceLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replaceLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOfId"}},{"kind":"Field","name":{"kind":"Name","value":"previousStatus"}},{"kind":"Field","name":{"kind":"Name","value":"campaignEffects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CampaignEffectRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"seniority"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"companySize"}},{"kind":"Field","name":{"kind":"Name","value":"companyRevenue"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"crmData"}},{"kind":"Field","name":{"kind":"Name","value":"customFields"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceLabel"}},{"kind":"Field","name":{"kind":"Name","value":"scoredAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignEffectRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CampaignEffect"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaignName"}},{"kind":"Field","name":{"kind":"Name","value":"enrolledLeads"}},{"kind":"Field","name":{"kind":"Name","value":"queuedEmails"}},{"kind":"Field","name":{"kind":"Name","value":"endedEnrolments"}},{"kind":"Field","name":{"kind":"Name","value":"cancelledEmails"}},{"kind":"Field","name":{"kind":"Name","value":"stopReason"}}]}}]} as unknown as DocumentNode<ReplaceLeadMutation, ReplaceLeadMutationVariables>;
export const UpdateLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateLeadInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"restore"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"address"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"skip"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"restore"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOfId"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"address"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"previousStatus"}},{"kind":"Field","name":{"kind":"Name","value":"campaignEffects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CampaignEffectRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"restoreLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"restore"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOfId"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"seniority"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"companySize"}},{"kind":"Field","name":{"kind":"Name","value":"companyRevenue"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"crmData"}},{"kind":"Field","name":{"kind":"Name","value":"customFields"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceLabel"}},{"kind":"Field","name":{"kind":"Name","value":"scoredAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignEffectRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CampaignEffect"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaignName"}},{"kind":"Field","name":{"kind":"Name","value":"enrolledLeads"}},{"kind":"Field","name":{"kind":"Name","value":"queuedEmails"}},{"kind":"Field","name":{"kind":"Name","value":"endedEnrolments"}},{"kind":"Field","name":{"kind":"Name","value":"cancelledEmails"}},{"kind":"Field","name":{"kind":"Name","value":"stopReason"}}]}}]} as unknown as DocumentNode<UpdateLeadMutation, UpdateLeadMutationVariables>;
export const DeleteLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"permanent"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"skip"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"permanent"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"campaignEffects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CampaignEffectRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"purgeLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"permanent"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"campaignEffects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CampaignEffectRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"seniority"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"companySize"}},{"kind":"Field","name":{"kind":"Name","value":"companyRevenue"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"crmData"}},{"kind":"Field","name":{"kind":"Name","value":"customFields"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceLabel"}},{"kind":"Field","name":{"kind":"Name","value":"scoredAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignEffectRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CampaignEffect"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaignName"}},{"kind":"Field","name":{"kind":"Name","value":"enrolledLeads"}},{"kind":"Field","name":{"kind":"Name","value":"queuedEmails"}},{"kind":"Field","name":{"kind":"Name","value":"endedEnrolments"}},{"kind":"Field","name":{"kind":"Name","value":"cancelledEmails"}},{"kind":"Field","name":{"kind":"Name","value":"stopReason"}}]}}]} as unknown as DocumentNode<DeleteLeadMutation, DeleteLeadMutationVariables>;
export const LeadNotesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadNotes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"offset"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"type"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"NoteType"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"pinned"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"offset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"offset"}}},{"kind":"Argument","name":{"kind":"Name","value":"type"},"value":{"kind":"Variable","name":{"kind":"Name","value":"type"}}},{"kind":"Argument","name":{"kind":"Name","value":"pinned"},"value":{"kind":"Variable","name":{"kind":"Name","value":"pinned"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoteRow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoteRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Note"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"pinned"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<LeadNotesQuery, LeadNotesQueryVariables>;
export const NoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Note"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Note"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoteRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoteRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Note"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"pinned"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<NoteQuery, NoteQueryVariables>;
export const CreateNoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateNote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateNoteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createNote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"note"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoteRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoteRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Note"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"pinned"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<CreateNoteMutation, CreateNoteMutationVariables>;
export const UpdateNoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateNote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateNoteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateNote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"note"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoteRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoteRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Note"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"pinned"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<UpdateNoteMutation, UpdateNoteMutationVariables>;
export const DeleteNoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteNote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteNote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"note"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteNoteMutation, DeleteNoteMutationVariables>;
export const PlaybooksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Playbooks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaybookFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"playbooks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlaybookRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlaybookRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Playbook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"stageKey"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"instructions"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"waitDays"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<PlaybooksQuery, PlaybooksQueryVariables>;
export const RecommendPlaybookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecommendPlaybook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recommendPlaybook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"leadId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"playbook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlaybookRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"nextStep"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"step"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"instructions"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"waitDays"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"isDue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suggestedAction"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlaybookRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Playbook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"stageKey"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"instructions"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"waitDays"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<RecommendPlaybookQuery, RecommendPlaybookQueryVariables>;
export const ScoreDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Score"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"one"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"all"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scoreLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"one"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ConfidenceRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"scoreLeads"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"all"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scored"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"distribution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hot"}},{"kind":"Field","name":{"kind":"Name","value":"warm"}},{"kind":"Field","name":{"kind":"Name","value":"cool"}},{"kind":"Field","name":{"kind":"Name","value":"cold"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"suggestedAction"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ConfidenceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Confidence"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"factors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quizScore"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"proposalViews"}},{"kind":"Field","name":{"kind":"Name","value":"videoWatched"}},{"kind":"Field","name":{"kind":"Name","value":"ctaClicked"}},{"kind":"Field","name":{"kind":"Name","value":"meetingBooked"}},{"kind":"Field","name":{"kind":"Name","value":"enrichment"}},{"kind":"Field","name":{"kind":"Name","value":"staleness"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suggestedAction"}}]}}]} as unknown as DocumentNode<ScoreMutation, ScoreMutationVariables>;
export const SetupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SetupOrganisation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"stages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StageRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SetupOrganisation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organisation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"bookingLink"}},{"kind":"Field","name":{"kind":"Name","value":"projectSlug"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Stage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]} as unknown as DocumentNode<SetupQuery, SetupQueryVariables>;
export const SetUpWorkspaceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetUpWorkspace"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetUpWorkspaceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setUpWorkspace"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SetupOrganisation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StageRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"movedLeads"}},{"kind":"Field","name":{"kind":"Name","value":"disabledRules"}},{"kind":"Field","name":{"kind":"Name","value":"disabledSyncSources"}},{"kind":"Field","name":{"kind":"Name","value":"idleCampaigns"}},{"kind":"Field","name":{"kind":"Name","value":"campaignEffects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CampaignEffectRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SetupOrganisation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organisation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"bookingLink"}},{"kind":"Field","name":{"kind":"Name","value":"projectSlug"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Stage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignEffectRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CampaignEffect"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaignName"}},{"kind":"Field","name":{"kind":"Name","value":"enrolledLeads"}},{"kind":"Field","name":{"kind":"Name","value":"queuedEmails"}},{"kind":"Field","name":{"kind":"Name","value":"endedEnrolments"}},{"kind":"Field","name":{"kind":"Name","value":"cancelledEmails"}},{"kind":"Field","name":{"kind":"Name","value":"stopReason"}}]}}]} as unknown as DocumentNode<SetUpWorkspaceMutation, SetUpWorkspaceMutationVariables>;
export const SignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisationId"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"leadLimit"}},{"kind":"Field","name":{"kind":"Name","value":"campaignLimit"}}]}}]}}]} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;
export const StagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Stages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StageRow"}},{"kind":"Field","name":{"kind":"Name","value":"leadCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Stage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]} as unknown as DocumentNode<StagesQuery, StagesQueryVariables>;
export const CreateStageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateStage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateStageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createStage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StageRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Stage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]} as unknown as DocumentNode<CreateStageMutation, CreateStageMutationVariables>;
export const StageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Stage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Stage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StageRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Stage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]} as unknown as DocumentNode<StageQuery, StageQueryVariables>;
export const UpdateStageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateStage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateStageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateStage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StageRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Stage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]} as unknown as DocumentNode<UpdateStageMutation, UpdateStageMutationVariables>;
export const DeleteStageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteStage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"moveTo"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteStage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"moveTo"},"value":{"kind":"Variable","name":{"kind":"Name","value":"moveTo"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StageRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"movedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StageRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"movedLeads"}},{"kind":"Field","name":{"kind":"Name","value":"disabledRules"}},{"kind":"Field","name":{"kind":"Name","value":"disabledSyncSources"}},{"kind":"Field","name":{"kind":"Name","value":"idleCampaigns"}},{"kind":"Field","name":{"kind":"Name","value":"campaignEffects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CampaignEffectRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Stage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignEffectRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CampaignEffect"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaignName"}},{"kind":"Field","name":{"kind":"Name","value":"enrolledLeads"}},{"kind":"Field","name":{"kind":"Name","value":"queuedEmails"}},{"kind":"Field","name":{"kind":"Name","value":"endedEnrolments"}},{"kind":"Field","name":{"kind":"Name","value":"cancelledEmails"}},{"kind":"Field","name":{"kind":"Name","value":"stopReason"}}]}}]} as unknown as DocumentNode<DeleteStageMutation, DeleteStageMutationVariables>;
export const StalledLeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StalledLeads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"limit"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"offset"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stalledLeads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"limit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"limit"}}},{"kind":"Argument","name":{"kind":"Name","value":"offset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"offset"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StalledRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StalledRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StalledLead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"daysSinceTouch"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"suggestedAction"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}}]}}]} as unknown as DocumentNode<StalledLeadsQuery, StalledLeadsQueryVariables>;
export const SyncSourcesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SyncSources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncSources"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SyncSourceRow"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"EnumValue","value":"REFUSED"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SyncSourceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SyncSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"targetStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"config"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"mapping"}},{"kind":"Field","name":{"kind":"Name","value":"isSigned"}},{"kind":"Field","name":{"kind":"Name","value":"leadsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<SyncSourcesQuery, SyncSourcesQueryVariables>;
export const CreateSyncSourceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateSyncSource"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateSyncSourceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createSyncSource"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"syncSource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SyncSourceRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SyncSourceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SyncSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"targetStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"config"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"mapping"}},{"kind":"Field","name":{"kind":"Name","value":"isSigned"}},{"kind":"Field","name":{"kind":"Name","value":"leadsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<CreateSyncSourceMutation, CreateSyncSourceMutationVariables>;
export const UpdateSyncSourceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateSyncSource"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateSyncSourceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateSyncSource"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncSource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SyncSourceRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SyncSourceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SyncSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"targetStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"config"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"mapping"}},{"kind":"Field","name":{"kind":"Name","value":"isSigned"}},{"kind":"Field","name":{"kind":"Name","value":"leadsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<UpdateSyncSourceMutation, UpdateSyncSourceMutationVariables>;
export const DeleteSyncSourceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteSyncSource"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteSyncSource"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncSource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteSyncSourceMutation, DeleteSyncSourceMutationVariables>;
export const OrgTierDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrgTier"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leads"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"campaigns"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"leadLimit"}},{"kind":"Field","name":{"kind":"Name","value":"campaignLimit"}},{"kind":"Field","name":{"kind":"Name","value":"upgradeUrl"}},{"kind":"Field","name":{"kind":"Name","value":"leadCount"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leads"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"campaignCount"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"campaigns"}}}]}]}]}}]}}]}}]} as unknown as DocumentNode<OrgTierQuery, OrgTierQueryVariables>;
export const LeadTouchpointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadTouchpoints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"offset"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"type"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TouchpointType"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"touchpoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"offset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"offset"}}},{"kind":"Argument","name":{"kind":"Name","value":"type"},"value":{"kind":"Variable","name":{"kind":"Name","value":"type"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TouchpointRow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TouchpointRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Touchpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<LeadTouchpointsQuery, LeadTouchpointsQueryVariables>;
export const TouchpointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Touchpoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Touchpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TouchpointRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TouchpointRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Touchpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<TouchpointQuery, TouchpointQueryVariables>;
export const RecordTouchpointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordTouchpoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordTouchpointInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordTouchpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"touchpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TouchpointRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"automationRuns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"ruleId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"previousStatus"}},{"kind":"Field","name":{"kind":"Name","value":"campaignEffects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CampaignEffectRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TouchpointRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Touchpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignEffectRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CampaignEffect"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaignName"}},{"kind":"Field","name":{"kind":"Name","value":"enrolledLeads"}},{"kind":"Field","name":{"kind":"Name","value":"queuedEmails"}},{"kind":"Field","name":{"kind":"Name","value":"endedEnrolments"}},{"kind":"Field","name":{"kind":"Name","value":"cancelledEmails"}},{"kind":"Field","name":{"kind":"Name","value":"stopReason"}}]}}]} as unknown as DocumentNode<RecordTouchpointMutation, RecordTouchpointMutationVariables>;