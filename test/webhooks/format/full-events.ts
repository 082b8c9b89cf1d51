import type { Business, Member, Stage, Widget } from '../../../src/db/generated/prisma/client.ts';
import { eventCatalogue, type EventSubject, type EventType } from '../../../src/events/catalogue.ts';
import type {
  Author,
  ConversationSnapshot,
  EmailSnapshot,
  EndpointSnapshot,
  EnrolmentSnapshot,
  EventSnapshot,
  LeadSnapshot,
  MessageSnapshot,
  NoteSnapshot,
  TaskSnapshot,
  TouchpointSnapshot,
} from '../../../src/events/snapshot.ts';

/** Nothing of it is null, so that what a body leaves out or changes shows. A column that comes later has to be filled here. */
type Full<Row> = { readonly [Column in keyof Row]: NonNullable<Row[Column]> };

const on = (day: number) => new Date(`2026-05-${String(day).padStart(2, '0')}T14:00:00.123Z`);
const orgId = 'org_1';
const row = <const Id extends string>(id: Id) => ({ orgId, id, businessId: '01biz', createdAt: on(1) });
const times = { createdAt: on(1), updatedAt: on(2) };

const business: Full<Business> = { orgId, id: '01biz', name: 'North', createdAt: on(3) };

const widget: Full<Widget> = {
  ...row('01widget'),
  name: 'Site',
  allowedOrigins: ['https://example.com'],
  leadsPerHour: 12,
  deletedAt: on(4),
};

const member: Full<Member> = {
  orgId,
  id: '01member',
  type: 'HUMAN',
  name: 'Mo',
  email: 'mo@example.com',
  avatarUrl: 'https://example.com/mo.png',
  role: 'AGENT',
  joinedAt: on(7),
  removedAt: on(5),
  createdAt: on(6),
};

const stageOf = (key: string, order: number): Full<Stage> => ({
  orgId,
  id: `01${key}`,
  key,
  name: key.toUpperCase(),
  order,
  isDefault: true,
  status: 'CONVERTED',
  createdAt: on(7),
});

const author: Full<Author> = {
  id: '01member',
  name: 'Mo',
  type: 'HUMAN',
  avatarUrl: 'https://example.com/mo.png',
};
const written = { leadId: '01lead', authorKeyId: '01key', authorMemberId: '01member', author };

const lead: Full<LeadSnapshot> = {
  ...row('01lead'),
  ...times,
  widgetId: '01widget',
  conversationId: '01conv',
  stageId: '01won',
  assignedToId: '01member',
  status: 'CONVERTED',
  temperature: 'HOT',
  score: 91,
  tags: ['vip'],
  firstName: 'Jane',
  lastName: 'Doe',
  email: 'jane@example.com',
  phone: '+15555551234',
  handle: 'jane_d',
  company: 'Doe & Söhne',
  jobTitle: 'CEO',
  bantBudget: '10k',
  bantAuthority: 'herself',
  bantNeed: 'a 💬 bot',
  bantTimeline: 'by June',
  source: 'chat',
  targetType: 'person',
  context: { url: 'https://example.com' },
  remark: 'Call after noon',
  handedOffAt: on(8),
  handoffDestination: 'krew',
  handoffMetadata: { a: 1 },
  tier: 'HIGH',
  businessType: 'Clinic',
  seniority: 'VP',
  companyName: 'Acme Corp',
  linkedinUrl: 'linkedin.com/in/jane',
  companySize: '11-50',
  companyRevenue: '$1M',
  crmData: { b: [1, null] },
  customFields: { plan: 'gold' },
  confidenceScore: 45,
  confidenceFactors: {
    quizScore: 20,
    tier: 15,
    proposalViews: 6,
    videoWatched: 8,
    ctaClicked: 10,
    meetingBooked: 25,
    enrichment: 4,
    staleness: -5,
  },
  scoredAt: on(9),
  lastTouchedAt: on(10),
  enrichmentStatus: 'FAILED',
  enrichmentError: 'Nobody knows it',
  enrichedAt: on(11),
  enrichedFacts: { companyName: 'North' },
  emailBouncedAt: on(12),
  unsubscribedAt: on(13),
  deletedAt: on(13),
  stage: stageOf('won', 4),
  business,
  widget,
  assignedTo: member,
};

const message: Full<MessageSnapshot> = {
  ...row('01msg'),
  conversationId: '01conv',
  role: 'HUMAN',
  content: 'Guten Tag',
  originalContent: 'Hello',
  language: 'de',
  translated: true,
  inReplyTo: ['01asked'],
  authorKeyId: '01key',
  authorMemberId: '01member',
  author,
};

const conversation: Full<ConversationSnapshot> = {
  ...row('01conv'),
  ...times,
  widgetId: '01widget',
  leadId: '01lead',
  status: 'CLOSED',
  language: 'de',
  visitorName: 'Jane',
  visitorEmail: 'jane@example.com',
  holderKeyId: '01key',
  holderMemberId: '01member',
  takenOverAt: on(14),
  takenOverUntil: on(26),
  leaseSeconds: 30,
  closedAt: on(15),
  capturedAt: on(16),
  notCapturedAt: on(17),
  lastMessageId: '01msg',
  lastMessageAt: on(1),
  messageCount: 7,
  waitingSince: on(25),
  business,
  widget,
  lastMessage: message,
  takenOverBy: { id: '01key', name: 'Operator', type: 'API_KEY', avatarUrl: 'https://example.com/key.png' },
};

const task: Full<TaskSnapshot> = {
  ...row('01task'),
  ...times,
  widgetId: '01widget',
  leadId: '01lead',
  conversationId: '01conv',
  type: 'FOLLOW_UP',
  status: 'COMPLETED',
  title: 'Call Jane',
  dueAt: on(18),
  execution: { by: 'phone' },
  result: { reached: true },
  completedAt: on(19),
  business,
  widget,
};

const note: Full<NoteSnapshot> = {
  ...row('01note'),
  ...times,
  ...written,
  type: 'MANUAL',
  body: 'Likes tea 🍵',
  pinned: true,
};

const touchpoint: Full<TouchpointSnapshot> = {
  ...row('01touch'),
  ...written,
  type: 'CALL',
  channel: 'phone',
  summary: 'Wants a demo',
  metadata: { minutes: 7 },
  occurredAt: on(20),
};

const meeting: Full<NonNullable<EventSnapshot['meeting']>> = {
  ...row('01meeting'),
  ...times,
  provider: 'CALENDLY',
  reference: 'https://api.calendly.com/scheduled_events/1/invitees/2',
  leadId: '01lead',
  state: 'CANCELLED',
  title: '30 Minute Meeting',
  eventUri: 'https://api.calendly.com/scheduled_events/1',
  joinUrl: 'https://zoom.us/j/1',
  inviteeName: 'Jane Doe',
  inviteeEmail: 'jane@example.com',
  startsAt: on(20),
  endsAt: on(21),
  movedFromAt: on(19),
  cancelReason: 'Ill',
};

const enrolment: Full<EnrolmentSnapshot> = {
  ...row('01enrolment'),
  ...times,
  campaignId: '01campaign',
  campaignName: 'Welcome',
  leadId: '01lead',
  status: 'STOPPED',
  trigger: 'STAGE_CHANGED',
  stopReason: 'lead_replied',
};

const email: Full<EmailSnapshot> = {
  id: '01mail',
  leadId: '01lead',
  campaignId: '01campaign',
  to: 'jane@example.com',
  from: 'team@example.com',
  subject: 'Hi',
  bodyText: 'Hello',
  bodyHtml: '<p>Hello</p>',
  status: 'BOUNCED',
  aiWritten: true,
  error: 'It came back.',
  dueAt: on(20),
  sentAt: on(22),
  createdAt: on(21),
};

const feedback: Full<NonNullable<EventSnapshot['feedback']>> = {
  orgId,
  id: '01feedback',
  ...times,
  type: 'BUG',
  agent: 'Jane’s agent',
  priority: 'HIGH',
  title: 'It fails',
  description: 'Always',
  context: { statusCode: 500 },
  status: 'RESOLVED',
  response: 'Try again.',
  respondedAt: on(22),
  acknowledgedAt: on(23),
};

const endpoint: Full<EndpointSnapshot> = {
  ...row('01hook'),
  url: 'https://hooks.example.com/',
  format: 'QUINCER',
  disabledAt: on(24),
  disabledReason: 'All of 20 attempts failed.',
};

const previous = { previousStage: stageOf('new', 0), previousStatus: 'NEW', metadata: { by: 'hand' } } as const;

const snapshots = {
  lead: { lead, note, touchpoint, meeting, enrolment, ...previous },
  conversation: { conversation, message },
  task: { task },
  email: { email },
  feedback: { feedback },
  webhook_endpoint: { endpoint },
} satisfies Record<EventSubject, EventSnapshot>;

/** Everything that an event of this type can keep, with no value missing. */
export const fullSnapshotOf = (type: EventType): EventSnapshot => snapshots[eventCatalogue[type].subject];
