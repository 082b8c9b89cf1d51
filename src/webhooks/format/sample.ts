import type { Event as EventRow, Prisma } from '../../db/generated/prisma/client.ts';
import { eventCatalogue, type EventSubject, isEventType } from '../../events/catalogue.ts';

/** A test as it is sent: a made-up event of the type it is a sample of, under its own id. Any other event as it is. */
export function asSent(row: EventRow): EventRow {
  if (row.type !== 'webhook_endpoint.tested') return row;
  const { snapshot } = row;
  const sampleOf = isJsonObject(snapshot) ? snapshot['sampleOf'] : undefined;
  if (typeof sampleOf !== 'string' || !isEventType(sampleOf)) return row;
  return { ...row, type: sampleOf, snapshot: samples(row)[eventCatalogue[sampleOf].subject] };
}

const isJsonObject = (value: Prisma.JsonValue): value is Prisma.JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As the first events were stored: what may be null and is not said here was null then (`later-columns.ts`). */
function samples({ orgId, businessId, createdAt, snapshot }: EventRow) {
  const at = createdAt.toISOString();
  const times = { createdAt: at, updatedAt: at };
  const row = (id: string) => ({ orgId, businessId, id: `test${id}`, ...times });
  const stage = (key: string, name: string, order: number) => ({
    orgId,
    id: `test${key}`,
    key,
    name,
    order,
    isDefault: order === 0,
    createdAt: at,
  });
  const widget = { ...row('widget'), name: 'Test widget', allowedOrigins: ['https://example.com'] };
  const author = { id: 'testmember', name: 'Test Person', type: 'HUMAN', avatarUrl: null };
  const lead = {
    ...row('lead'),
    widgetId: widget.id,
    conversationId: 'testconversation',
    stageId: 'testqualified',
    status: 'NEW',
    tags: ['test'],
    firstName: 'Test',
    lastName: 'Lead',
    email: 'test@example.com',
    phone: '+15555550100',
    company: 'Example Ltd',
    source: 'manual',
    targetType: 'customer_lead',
    context: { test: true },
    stage: stage('qualified', 'Qualified', 2),
    business: null,
    widget,
    assignedTo: null,
  };
  const message = {
    ...row('message'),
    conversationId: 'testconversation',
    role: 'VISITOR',
    translated: false,
    author: null,
    content: 'This is a test.',
    originalContent: 'This is a test.',
  };
  return {
    lead: {
      lead,
      previousStage: stage('new', 'New', 0),
      previousStatus: 'NEW',
      note: { ...row('note'), leadId: lead.id, type: 'MANUAL', body: 'This is a test.', pinned: false, author },
      touchpoint: { ...row('touchpoint'), leadId: lead.id, type: 'OTHER', occurredAt: at, author },
      meeting: {
        ...row('meeting'),
        leadId: lead.id,
        provider: 'CALENDLY',
        reference: 'test',
        state: 'BOOKED',
        title: 'Test meeting',
        joinUrl: 'https://example.com/join',
        startsAt: at,
        endsAt: at,
      },
      enrolment: {
        ...row('enrolment'),
        campaignId: 'testcampaign',
        leadId: lead.id,
        status: 'ACTIVE',
        trigger: 'MANUAL',
        campaignName: 'Test',
      },
      metadata: { test: true },
    },
    conversation: {
      conversation: {
        ...row('conversation'),
        widgetId: widget.id,
        leadId: lead.id,
        status: 'ACTIVE',
        business: null,
        widget,
        takenOverBy: null,
      },
      message,
    },
    task: {
      task: {
        ...row('task'),
        leadId: lead.id,
        widgetId: widget.id,
        type: 'FOLLOW_UP',
        status: 'PENDING',
        title: 'Test task',
        business: null,
        widget,
      },
    },
    email: {
      email: {
        id: 'testemail',
        leadId: lead.id,
        campaignId: null,
        to: 'test@example.com',
        from: 'team@example.com',
        subject: 'Test',
        bodyText: 'This is a test.',
        bodyHtml: null,
        status: 'SENT',
        aiWritten: false,
        error: null,
        dueAt: at,
        sentAt: at,
        createdAt: at,
      },
    },
    feedback: {
      feedback: { ...row('feedback'), type: 'BUG', priority: 'LOW', title: 'Test', status: 'OPEN' },
    },
    webhook_endpoint: isJsonObject(snapshot) ? { endpoint: snapshot['endpoint'] ?? null } : {},
  } satisfies Record<EventSubject, Prisma.JsonObject>;
}
