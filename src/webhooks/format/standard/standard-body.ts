import { toGlobalId, toGlobalIdOrNull } from '../../../ids.ts';
import type { EmailSnapshot, EndpointSnapshot, EventSnapshot } from '../../../events/snapshot.ts';
import type { WebhookEvent } from '../webhook-event.ts';
import type { Shown } from '../../../shown.ts';
import { toConversation, toMessage } from './to-conversation.ts';
import { toEnrolment, toMeeting, toNote, toTouchpoint } from './to-lead-history.ts';
import { toLead } from './to-lead.ts';
import { toStage } from './to-references.ts';
import { toTask } from './to-task.ts';

/**
 * The graph's view of an event as JSON, in its words and with its ids: the plain fields of each type, and what those refer to
 * that the event keeps. What it is not about is absent.
 */
export function standardWebhookBody({ id, type, createdAt, businessId, snapshot, leadName }: WebhookEvent): string {
  const { lead, note, touchpoint, meeting, conversation, message, task, enrolment, email, feedback, endpoint } =
    snapshot;
  const data = {
    lead: lead && toLead(lead, leadName),
    note: note && toNote(note),
    touchpoint: touchpoint && toTouchpoint(touchpoint),
    meeting: meeting && toMeeting(meeting),
    conversation: conversation && toConversation(conversation),
    message: message && toMessage(message),
    task: task && toTask(task),
    enrolment: enrolment && toEnrolment(enrolment),
    email: email && toEmail(email),
    feedback: feedback && toFeedback(feedback),
    webhookEndpoint: endpoint && toEndpoint(endpoint),
    previousStage: snapshot.previousStage && toStage(snapshot.previousStage),
    previousStatus: snapshot.previousStatus,
    metadata: snapshot.metadata,
  } satisfies Shown<EventSnapshot, 'endpoint' | 'sampleOf'>;
  return JSON.stringify({ id, type, timestamp: createdAt, businessId: toGlobalIdOrNull('Business', businessId), data });
}

const toEmail = (email: EmailSnapshot) =>
  ({
    id: toGlobalId('Email', email.id),
    leadId: toGlobalId('Lead', email.leadId),
    campaignId: toGlobalIdOrNull('Campaign', email.campaignId),
    to: email.to,
    from: email.from,
    subject: email.subject,
    bodyText: email.bodyText,
    bodyHtml: email.bodyHtml,
    status: email.status,
    aiWritten: email.aiWritten,
    error: email.error,
    dueAt: email.dueAt,
    sentAt: email.sentAt,
    createdAt: email.createdAt,
  }) satisfies Shown<EmailSnapshot>;

type Feedback = NonNullable<EventSnapshot['feedback']>;

const toFeedback = (feedback: Feedback) =>
  ({
    id: toGlobalId('Feedback', feedback.id),
    organisationId: toGlobalId('Organisation', feedback.orgId),
    type: feedback.type,
    agent: feedback.agent,
    priority: feedback.priority,
    title: feedback.title,
    description: feedback.description,
    context: feedback.context,
    status: feedback.status,
    response: feedback.response,
    respondedAt: feedback.respondedAt,
    acknowledgedAt: feedback.acknowledgedAt,
    createdAt: feedback.createdAt,
    updatedAt: feedback.updatedAt,
  }) satisfies Shown<Feedback, 'orgId'>;

const toEndpoint = (endpoint: EndpointSnapshot) =>
  ({
    id: toGlobalId('WebhookEndpoint', endpoint.id),
    businessId: toGlobalIdOrNull('Business', endpoint.businessId),
    url: endpoint.url,
    format: endpoint.format,
    disabledAt: endpoint.disabledAt,
    disabledReason: endpoint.disabledReason,
    createdAt: endpoint.createdAt,
  }) satisfies Shown<EndpointSnapshot>;
