import {
  type AutomationRun,
  type Enrolment,
  type Meeting,
  type Note,
  Prisma,
  type ScheduledEmail,
  type SyncDelivery,
  type Task,
  type Touchpoint,
} from '../../db/generated/prisma/client.ts';
import type { MessageRow } from '../../events/snapshot.ts';

export type ChildListDefinition = {
  readonly table: string;
  readonly fields: object;
  /** The field that points to the parent. */
  readonly parent: string;
  readonly order: 'asc' | 'desc';
  /** The instant they are in order of, where that is not when they were made. */
  readonly by?: string;
  /** The columns a page can be narrowed by, with their types. */
  readonly narrowedBy?: Readonly<Record<string, string>>;
  /** What a row weighs, where a page can be bounded by bytes. */
  readonly weight?: string;
};

const { search: _, ...messageFields } = Prisma.MessageScalarFieldEnum;

/** The lists that hang below a parent. */
export const children = {
  tasksOfLead: { table: 'tasks', fields: Prisma.TaskScalarFieldEnum, parent: 'leadId', order: 'desc' },
  messagesOfConversation: {
    table: 'messages',
    fields: messageFields,
    parent: 'conversationId',
    order: 'asc',
    weight: 'octet_length(content) + octet_length(original_content)',
  },
  notesOfLead: {
    table: 'notes',
    fields: Prisma.NoteScalarFieldEnum,
    parent: 'leadId',
    order: 'desc',
    narrowedBy: { type: '"NoteType"', pinned: 'boolean' },
  },
  touchpointsOfLead: {
    table: 'touchpoints',
    fields: Prisma.TouchpointScalarFieldEnum,
    parent: 'leadId',
    order: 'desc',
    by: 'occurred_at',
    narrowedBy: { type: '"TouchpointType"' },
  },
  automationRunsOfLead: {
    table: 'automation_runs',
    fields: Prisma.AutomationRunScalarFieldEnum,
    parent: 'leadId',
    order: 'desc',
  },
  enrolmentsOfLead: {
    table: 'enrolments',
    fields: Prisma.EnrolmentScalarFieldEnum,
    parent: 'leadId',
    order: 'desc',
    narrowedBy: { status: '"EnrolmentStatus"' },
  },
  enrolmentsOfCampaign: {
    table: 'enrolments',
    fields: Prisma.EnrolmentScalarFieldEnum,
    parent: 'campaignId',
    order: 'desc',
    narrowedBy: { status: '"EnrolmentStatus"' },
  },
  emailsOfEnrolment: {
    table: 'scheduled_emails',
    fields: Prisma.ScheduledEmailScalarFieldEnum,
    parent: 'enrolmentId',
    order: 'asc',
    narrowedBy: { state: '"ScheduledEmailState"' },
  },
  emailsOfLead: {
    table: 'scheduled_emails',
    fields: Prisma.ScheduledEmailScalarFieldEnum,
    parent: 'leadId',
    order: 'desc',
    narrowedBy: { state: '"ScheduledEmailState"' },
  },
  meetingsOfLead: {
    table: 'meetings',
    fields: Prisma.MeetingScalarFieldEnum,
    parent: 'leadId',
    order: 'desc',
    narrowedBy: { state: '"MeetingState"' },
  },
  deliveriesOfSource: {
    table: 'sync_deliveries',
    fields: Prisma.SyncDeliveryScalarFieldEnum,
    parent: 'sourceId',
    order: 'desc',
    narrowedBy: { outcome: '"SyncDeliveryOutcome"' },
  },
} as const satisfies Record<string, ChildListDefinition>;

export type ChildRows = {
  tasksOfLead: Task;
  messagesOfConversation: MessageRow;
  notesOfLead: Note;
  touchpointsOfLead: Touchpoint;
  automationRunsOfLead: AutomationRun;
  enrolmentsOfLead: Enrolment;
  enrolmentsOfCampaign: Enrolment;
  emailsOfEnrolment: ScheduledEmail;
  emailsOfLead: ScheduledEmail;
  meetingsOfLead: Meeting;
  deliveriesOfSource: SyncDelivery;
};
export type ChildList = keyof ChildRows;

export const childLists: readonly ChildList[] = Object.keys(children).filter((name): name is ChildList =>
  Object.hasOwn(children, name),
);

/** What the rows must hold, by column; null and absent are the same. */
export type ChildFilter = Readonly<Record<string, string | boolean | null | undefined>>;

export type ChildRange = {
  /** What is read of each row, beside what it is found by; absent for all of it. Not with `maxBytes`. */
  readonly fields?: readonly string[] | undefined;
  /** Rows per parent. */
  readonly limit: number;
  /** For each parent the page ends with the row that makes it so many bytes; of lists that tell what a row weighs. */
  readonly maxBytes?: number;
  /** Exclusive row id to begin behind, or before where it is read backwards. */
  readonly cursor: string | null;
  /** Reads from the end, or from the cursor, towards the beginning; the rows are in the same order. */
  readonly backward: boolean;
  /** Reads what the page leaves out instead: the rows on the other side of the cursor, itself included. */
  readonly leftOut?: boolean;
  /** Rows to skip: the legacy way of paging. */
  readonly offset?: number;
  readonly filter?: ChildFilter;
};
