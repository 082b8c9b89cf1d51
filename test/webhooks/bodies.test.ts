import { describe, expect, test } from 'vitest';
import { webhookBodies } from '../../compat/vendor-apis.ts';
import { WebhookFormat } from '../../src/db/generated/prisma/enums.ts';
import { eventTypes, type EventType } from '../../src/events/catalogue.ts';
import { typesOfFormat } from '../../src/webhooks/format/format-rules.ts';
import { createFormats } from '../../src/webhooks/format/formats.ts';
import { eventOf } from './events.ts';

const formats = createFormats(webhookBodies);
const endpoint = { consumerWorkspace: 'krew' };

const bodyOf = (format: WebhookFormat, type: EventType): unknown =>
  JSON.parse(formats[format].body(eventOf(type), endpoint) ?? 'null');

describe.each(Object.values(WebhookFormat))('%s', (format) => {
  test('carries exactly the types of the catalogue', () => {
    const carried = eventTypes.filter((type) => formats[format].body(eventOf(type), endpoint) !== null);
    expect(carried).toEqual(typesOfFormat(format));
  });

  test('renders the same bytes every time', () => {
    for (const type of typesOfFormat(format)) {
      expect(formats[format].body(eventOf(type), endpoint)).toBe(formats[format].body(eventOf(type), endpoint));
    }
  });
});

test('every type is carried by some format', () => {
  expect(typesOfFormat('STANDARD')).toEqual(eventTypes);
});

test('Quincer: a stage change names the previous stage twice', () => {
  expect(bodyOf('QUINCER', 'lead.stage_changed')).toMatchInlineSnapshot(`
    {
      "created": 1777903200,
      "data": {
        "assigned_to": null,
        "bant": {
          "authority": null,
          "budget": "10k",
          "need": "a 💬 bot",
          "timeline": null,
        },
        "company": "Doe & Söhne",
        "conversation_id": "01conv",
        "created_at": "2026-05-04T14:00:00.123Z",
        "email": "jane@example.com",
        "id": "01lead",
        "job_title": "CEO",
        "name": "Jane Doe",
        "object": "lead",
        "phone": "+15555551234",
        "previousStage": "new",
        "previous_stage": "new",
        "score": 55,
        "stage": "qualified",
        "tags": [
          "vip",
        ],
        "temperature": "warm",
        "updated_at": "2026-05-04T14:00:00.123Z",
        "widget_id": "01widget",
      },
      "id": "evt_00000000000000a7",
      "object": "event",
      "type": "lead.stage_changed",
    }
  `);
});

test('Quincer: a message tells whether a person drives the conversation', () => {
  expect(bodyOf('QUINCER', 'conversation.message_received')).toMatchInlineSnapshot(`
    {
      "created": 1777903200,
      "data": {
        "author": null,
        "content": "Hallo",
        "conversation_id": "01conv",
        "created_at": "2026-05-04T14:00:00.123Z",
        "id": "01msg",
        "language": "de",
        "object": "message",
        "original_content": "Hallo",
        "role": "visitor",
        "status": "human_active",
        "translated": false,
      },
      "id": "evt_00000000000000a7",
      "object": "event",
      "type": "conversation.message_received",
    }
  `);
});

test('Quincer: a completed task comes with its result', () => {
  expect(bodyOf('QUINCER', 'task.completed')).toMatchInlineSnapshot(`
    {
      "created": 1777903200,
      "data": {
        "completed_at": "2026-05-04T14:00:00.123Z",
        "conversation_id": "01conv",
        "created_at": "2026-05-04T14:00:00.123Z",
        "due_at": "2026-05-04T14:00:00.123Z",
        "execution": null,
        "id": "01task",
        "lead_id": "01lead",
        "object": "task",
        "result": {
          "reached": true,
        },
        "status": "completed",
        "title": "Call Jane",
        "type": "follow_up",
        "updated_at": "2026-05-04T14:00:00.123Z",
        "widget_id": "01widget",
      },
      "id": "evt_00000000000000a7",
      "object": "event",
      "type": "task.completed",
    }
  `);
});

test('Quincer: an email is self-contained', () => {
  expect(bodyOf('QUINCER', 'email.sent')).toMatchInlineSnapshot(`
    {
      "created": 1777903200,
      "data": {
        "body": "Hello",
        "created_at": "2026-05-04T14:00:00.123Z",
        "id": "01mail",
        "lead_id": "01lead",
        "object": "email",
        "subject": "Hi",
        "to": "jane@example.com",
      },
      "id": "evt_00000000000000a7",
      "object": "event",
      "type": "email.sent",
    }
  `);
});

test('AI93: the lead as REST shows it, and the consumer workspace', () => {
  expect(bodyOf('AI93', 'lead.converted')).toMatchInlineSnapshot(`
    {
      "consumerWorkspace": "krew",
      "createdAt": "2026-05-04T14:00:00.123Z",
      "data": {
        "businessId": "biz_01biz",
        "context": {
          "url": "https://example.com",
        },
        "createdAt": "2026-05-04T14:00:00.123Z",
        "displayName": "Jane Doe",
        "email": "jane@example.com",
        "handedOffAt": null,
        "handle": null,
        "handoffDestination": null,
        "handoffMetadata": null,
        "id": "ld_01lead",
        "notes": "Call after noon",
        "phone": "+15555551234",
        "source": "chat",
        "status": "converted",
        "tags": [
          "vip",
        ],
        "targetType": "customer_lead",
        "updatedAt": "2026-05-04T14:00:00.123Z",
      },
      "id": "evt_00000000000000a7",
      "type": "lead.converted",
    }
  `);
});

test('Standard: the resources of the event under their names', () => {
  expect(bodyOf('STANDARD', 'conversation.message_received')).toMatchInlineSnapshot(`
    {
      "businessId": "biz_01biz",
      "data": {
        "conversation": {
          "business": null,
          "businessId": "biz_01biz",
          "closedAt": null,
          "createdAt": "2026-05-04T14:00:00.123Z",
          "id": "cv_01conv",
          "language": "de",
          "leadId": "ld_01lead",
          "notCapturedAt": null,
          "status": "HUMAN_ACTIVE",
          "takenOverAt": "2026-05-04T14:00:00.123Z",
          "takenOverBy": {
            "avatarUrl": null,
            "id": "mem_01member",
            "name": "OpenClaw",
            "type": "AGENT",
          },
          "updatedAt": "2026-05-04T14:00:00.123Z",
          "visitor": {
            "email": null,
            "language": "de",
            "name": "Jane",
          },
          "widget": {
            "allowedOrigins": [
              "*",
            ],
            "createdAt": "2026-05-04T14:00:00.123Z",
            "id": "wdg_01widget",
            "leadsPerHour": 30,
            "name": "Site",
          },
          "widgetId": "wdg_01widget",
        },
        "message": {
          "author": null,
          "content": "Hallo",
          "conversationId": "cv_01conv",
          "createdAt": "2026-05-04T14:00:00.123Z",
          "id": "msg_01msg",
          "inReplyTo": [],
          "language": "de",
          "originalContent": "Hallo",
          "role": "VISITOR",
          "translated": false,
        },
      },
      "id": "evt_00000000000000a7",
      "timestamp": "2026-05-04T14:00:00.123Z",
      "type": "conversation.message_received",
    }
  `);
  expect(bodyOf('STANDARD', 'lead.stage_changed')).toMatchObject({
    type: 'lead.stage_changed',
    timestamp: '2026-05-04T14:00:00.123Z',
    data: {
      lead: { id: 'ld_01lead', stage: { id: 'stg_01qualified', key: 'qualified' }, remark: 'Call after noon' },
      previousStage: { id: 'stg_01new', key: 'new' },
    },
  });
});

test('Standard: a note and a touchpoint come with their lead', () => {
  expect(bodyOf('STANDARD', 'note.created')).toMatchObject({
    data: {
      lead: { id: 'ld_01lead' },
      note: {
        id: 'nt_01note',
        leadId: 'ld_01lead',
        type: 'MANUAL',
        body: 'Likes tea 🍵',
        pinned: true,
        author: { name: 'Operator', type: 'API_KEY' },
      },
    },
  });
  expect(bodyOf('STANDARD', 'touchpoint.recorded')).toMatchObject({
    data: {
      lead: { id: 'ld_01lead' },
      touchpoint: {
        id: 'tp_01touch',
        leadId: 'ld_01lead',
        type: 'CALL',
        channel: 'phone',
        summary: 'Wants a demo',
        metadata: { minutes: 7 },
        occurredAt: '2026-05-04T14:00:00.123Z',
      },
    },
  });
});

test('Standard: a report comes with its answer', () => {
  expect(bodyOf('STANDARD', 'feedback.answered')).toMatchObject({
    type: 'feedback.answered',
    data: {
      feedback: { id: 'fb_01feedback', status: 'RESOLVED', response: 'Try again.', context: { statusCode: 500 } },
    },
  });
});

test('Standard: a lead says what a CRM knows of it, its confidence in a word as well', () => {
  const event = eventOf('lead.updated');
  const { lead } = event.snapshot;
  if (!lead) throw new Error('The event has no lead.');
  const known = {
    tier: 'HIGH',
    businessType: 'Clinic',
    seniority: 'VP',
    companyName: 'Acme Corp',
    linkedinUrl: 'linkedin.com/in/jane',
    companySize: '11-50',
    companyRevenue: '$1M',
    crmData: { a: 1 },
    customFields: { plan: 'gold' },
    confidenceScore: 45,
    enrichmentStatus: 'COMPLETE',
    enrichmentError: null,
  } as const;
  const snapshot = { ...event.snapshot, lead: { ...lead, ...known } };
  const body: unknown = JSON.parse(formats.STANDARD.body({ ...event, snapshot }, endpoint) ?? 'null');
  expect(body).toMatchObject({
    data: {
      lead: { ...known, confidenceLabel: 'WARM', scoredAt: null, lastTouchedAt: null, enrichedAt: null },
    },
  });
});
