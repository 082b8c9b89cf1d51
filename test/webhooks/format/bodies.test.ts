import { describe, expect, test } from 'vitest';
import { webhookBodies } from '../../../compat/vendor-apis.ts';
import { WebhookFormat } from '../../../src/db/generated/prisma/enums.ts';
import { eventTypes, type EventType } from '../../../src/events/catalogue.ts';
import { typesOfFormat } from '../../../src/vendors/format-rules.ts';
import { createFormats } from '../../../src/webhooks/format/formats.ts';
import { eventOf } from '../events.ts';

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

test('every type is carried by some format; a test is sent as what it is a sample of', () => {
  expect(typesOfFormat('STANDARD')).toEqual(eventTypes.filter((type) => type !== 'webhook_endpoint.tested'));
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
        "body_html": "<p>Hello</p>",
        "body_text": "Hello",
        "campaign_id": "01campaign",
        "created_at": "2026-05-04T14:00:00.123Z",
        "from": "team@example.com",
        "id": "01mail",
        "lead_id": "01lead",
        "object": "email",
        "sent_at": "2026-05-04T14:00:00.123Z",
        "status": "sent",
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
