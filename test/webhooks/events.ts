import type { EventType } from '../../src/events/catalogue.ts';
import type {
  EventSnapshot,
  LeadSnapshot,
  LogEvent,
  MessageSnapshot,
  NoteSnapshot,
  TaskSnapshot,
  TouchpointSnapshot,
} from '../../src/events/snapshot.ts';

const at = new Date('2026-05-04T14:00:00.123Z');
const ids = { orgId: 'org_1', businessId: '01biz' };

const stage = (key: string, order: number) => ({
  orgId: 'org_1',
  id: `01${key}`,
  key,
  name: key.toUpperCase(),
  order,
  isDefault: order === 0,
  status: null,
  createdAt: at,
});

export const lead: LeadSnapshot = {
  ...ids,
  id: '01lead',
  widgetId: '01widget',
  conversationId: '01conv',
  stageId: '01qualified',
  assignedToId: null,
  status: 'CONVERTED',
  temperature: 'WARM',
  score: 55,
  tags: ['vip'],
  firstName: 'Jane',
  lastName: 'Doe',
  email: 'jane@example.com',
  phone: '+15555551234',
  handle: null,
  remark: 'Call after noon',
  company: 'Doe & Söhne',
  jobTitle: 'CEO',
  bantBudget: '10k',
  bantAuthority: null,
  bantNeed: 'a 💬 bot',
  bantTimeline: null,
  source: 'chat',
  targetType: 'customer_lead',
  context: { url: 'https://example.com' },
  handedOffAt: null,
  handoffDestination: null,
  handoffMetadata: null,
  tier: null,
  businessType: null,
  seniority: null,
  companyName: null,
  linkedinUrl: null,
  companySize: null,
  companyRevenue: null,
  crmData: null,
  customFields: null,
  confidenceScore: null,
  confidenceFactors: null,
  scoredAt: null,
  lastTouchedAt: null,
  enrichmentStatus: null,
  enrichmentError: null,
  enrichedAt: null,
  enrichedFacts: null,
  emailBouncedAt: null,
  unsubscribedAt: null,
  deletedAt: null,
  createdAt: at,
  updatedAt: at,
  stage: stage('qualified', 2),
  business: null,
  widget: null,
  assignedTo: null,
};

export const task: TaskSnapshot = {
  ...ids,
  id: '01task',
  widgetId: '01widget',
  leadId: '01lead',
  conversationId: '01conv',
  type: 'FOLLOW_UP',
  status: 'COMPLETED',
  title: 'Call Jane',
  dueAt: at,
  execution: null,
  result: { reached: true },
  createdAt: at,
  updatedAt: at,
  completedAt: at,
  business: null,
  widget: null,
};

const written = { ...ids, leadId: '01lead', authorKeyId: '01key', authorMemberId: null, createdAt: at };

const author = { id: '01key', name: 'Operator', type: 'API_KEY', avatarUrl: null } as const;

const note: NoteSnapshot = {
  ...written,
  id: '01note',
  type: 'MANUAL',
  body: 'Likes tea 🍵',
  pinned: true,
  updatedAt: at,
  author,
};

const touchpoint: TouchpointSnapshot = {
  ...written,
  id: '01touch',
  type: 'CALL',
  channel: 'phone',
  summary: 'Wants a demo',
  metadata: { minutes: 7 },
  occurredAt: at,
  author,
};

const widget = {
  orgId: 'org_1',
  id: '01widget',
  businessId: '01biz',
  name: 'Site',
  allowedOrigins: ['*'],
  leadsPerHour: 30,
  deletedAt: null,
  createdAt: at,
};

const message: MessageSnapshot = {
  ...ids,
  id: '01msg',
  conversationId: '01conv',
  role: 'VISITOR',
  content: 'Hallo',
  originalContent: 'Hallo',
  language: 'de',
  translated: false,
  inReplyTo: [],
  authorKeyId: null,
  authorMemberId: null,
  createdAt: at,
  author: null,
};

const snapshots = {
  message: {
    conversation: {
      ...ids,
      id: '01conv',
      widgetId: '01widget',
      leadId: '01lead',
      status: 'HUMAN_ACTIVE',
      language: 'de',
      visitorName: 'Jane',
      visitorEmail: null,
      holderKeyId: null,
      holderMemberId: '01member',
      takenOverAt: at,
      takenOverUntil: null,
      leaseSeconds: null,
      closedAt: null,
      capturedAt: null,
      notCapturedAt: null,
      lastMessageId: '01msg',
      lastMessageAt: at,
      messageCount: 1,
      waitingSince: null,
      createdAt: at,
      updatedAt: at,
      business: null,
      widget,
      lastMessage: message,
      takenOverBy: { id: '01member', name: 'OpenClaw', type: 'AGENT', avatarUrl: null },
    },
    message,
  },
  lead: { lead },
  note: { lead, note },
  touchpoint: { lead, touchpoint },
  meeting: {
    lead,
    touchpoint,
    meeting: {
      ...ids,
      id: '01meeting',
      provider: 'CALENDLY',
      reference: 'https://api.calendly.com/scheduled_events/1/invitees/2',
      leadId: '01lead',
      state: 'BOOKED',
      title: '30 Minute Meeting',
      eventUri: 'https://api.calendly.com/scheduled_events/1',
      joinUrl: 'https://zoom.us/j/1',
      inviteeName: 'Jane Doe',
      inviteeEmail: 'jane@example.com',
      startsAt: at,
      endsAt: at,
      movedFromAt: null,
      cancelReason: null,
      createdAt: at,
      updatedAt: at,
    },
  },
  moved: { lead, previousStage: stage('new', 0) },
  task: { task },
  feedback: {
    feedback: {
      orgId: 'org_1',
      id: '01feedback',
      type: 'BUG',
      agent: 'Jane’s agent',
      priority: 'HIGH',
      title: 'It fails',
      description: null,
      context: { statusCode: 500 },
      status: 'RESOLVED',
      response: 'Try again.',
      respondedAt: at,
      acknowledgedAt: null,
      createdAt: at,
      updatedAt: at,
    },
  },
  enrolment: {
    lead,
    enrolment: {
      ...ids,
      id: '01enrolment',
      campaignId: '01campaign',
      campaignName: 'Welcome',
      leadId: '01lead',
      status: 'STOPPED',
      trigger: 'STAGE_CHANGED',
      stopReason: 'lead_replied',
      createdAt: at,
      updatedAt: at,
    },
  },
  email: {
    email: {
      id: '01mail',
      leadId: '01lead',
      campaignId: '01campaign',
      to: 'jane@example.com',
      from: 'team@example.com',
      subject: 'Hi',
      bodyText: 'Hello',
      bodyHtml: '<p>Hello</p>',
      status: 'SENT',
      aiWritten: false,
      error: null,
      dueAt: at,
      sentAt: at,
      createdAt: at,
    },
  },
  endpoint: {
    endpoint: {
      id: '01hook',
      businessId: '01biz',
      url: 'https://hooks.example.com/',
      format: 'QUINCER',
      disabledAt: at,
      disabledReason: 'All of 20 attempts since 2026-05-01T14:00:00.123Z failed.',
      createdAt: at,
    },
  },
} as const satisfies Record<string, EventSnapshot>;

export const snapshotOf = (type: EventType): EventSnapshot => {
  if (type === 'lead.stage_changed') return snapshots.moved;
  if (type.startsWith('lead.')) return snapshots.lead;
  if (type.startsWith('note.')) return snapshots.note;
  if (type.startsWith('meeting.')) return snapshots.meeting;
  if (type === 'touchpoint.recorded') return snapshots.touchpoint;
  if (type.startsWith('webhook_endpoint.')) return snapshots.endpoint;
  if (type.startsWith('feedback.')) return snapshots.feedback;
  if (type.startsWith('campaign.')) return snapshots.enrolment;
  if (type.startsWith('task.')) return snapshots.task;
  return type.startsWith('email.') ? snapshots.email : snapshots.message;
};

export const eventOf = (type: EventType): LogEvent => ({
  orgId: 'org_1',
  position: 7n,
  id: 'evt_00000000000000a7',
  type,
  businessId: '01biz',
  leadId: '01lead',
  conversationId: '01conv',
  createdAt: at,
  snapshot: snapshotOf(type),
});
