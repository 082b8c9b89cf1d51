import { expect, test } from 'vitest';
import { webhookBodies } from '../../../compat/vendor-apis.ts';
import type { EventType } from '../../../src/events/catalogue.ts';
import { createFormats } from '../../../src/webhooks/format/formats.ts';
import { eventOf } from '../events.ts';

const formats = createFormats(webhookBodies);
const endpoint = { consumerWorkspace: 'krew' };

const bodyOf = (format: 'STANDARD', type: EventType): unknown =>
  JSON.parse(formats[format].body(eventOf(type), endpoint) ?? 'null');

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
          "lastMessage": {
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
          "lastMessageAt": "2026-05-04T14:00:00.123Z",
          "leadId": "ld_01lead",
          "messageCount": 1,
          "notCapturedAt": null,
          "status": "HUMAN_ACTIVE",
          "takenOverAt": "2026-05-04T14:00:00.123Z",
          "takenOverBy": {
            "avatarUrl": null,
            "id": "mem_01member",
            "name": "OpenClaw",
            "type": "AGENT",
          },
          "takenOverUntil": null,
          "updatedAt": "2026-05-04T14:00:00.123Z",
          "visitor": {
            "email": null,
            "language": "de",
            "name": "Jane",
          },
          "waitingSince": null,
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
