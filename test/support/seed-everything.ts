import { randomBytes } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import type { Database } from '../../src/db/open/database.ts';

export type Seeded = {
  readonly leads: readonly string[];
  readonly conversations: readonly string[];
  readonly tasks: readonly string[];
  readonly campaigns: readonly string[];
  /** All that came is in the log of the first. */
  readonly syncSources: readonly string[];
};

/**
 * `count` rows of everything that can be listed, each referring to rows of its own, so that a query for each row shows. The
 * first lead and the first conversation have `count` of what hangs below them, the others one.
 */
export async function seedEverything({ prisma }: Database, orgId: string, count: number): Promise<Seeded> {
  // Later than anything a test makes itself, so that these rows come first.
  const createdAt = new Date('2100-01-01T00:00:00.000Z');
  const nextUlid = monotonicFactory();
  const newId = () => nextUlid(createdAt.getTime()).toLowerCase();
  const ids = () => Array.from({ length: count }, newId);
  const [businesses, members, widgets, keys, stages, leads, conversations, endpoints] = [
    ids(),
    ids(),
    ids(),
    ids(),
    ids(),
    ids(),
    ids(),
    ids(),
  ];
  const events = ids().map(() => `evt_${randomBytes(8).toString('hex')}`);
  const deliveries = ids();
  const at = (list: readonly string[], index: number) => list[index] ?? '';
  const each = <Row>(make: (index: number) => Row) => Array.from({ length: count }, (_, index) => make(index));
  const row = (id: string) => ({ orgId, id, createdAt });
  const times = { createdAt, updatedAt: createdAt };

  await prisma.business.createMany({ data: each((n) => ({ ...row(at(businesses, n)), name: `Business ${n}` })) });
  await prisma.member.createMany({
    data: each((n) => ({ ...row(at(members, n)), name: `Member ${n}`, type: 'HUMAN' })),
  });
  await prisma.widget.createMany({
    data: each((n) => ({
      ...row(at(widgets, n)),
      name: `Widget ${n}`,
      businessId: at(businesses, n),
      allowedOrigins: [],
    })),
  });
  await prisma.apiKey.createMany({
    data: each((n) => ({
      ...row(at(keys, n)),
      name: `Key ${n}`,
      businessId: at(businesses, n),
      memberId: at(members, n),
      widgetId: at(widgets, n),
      dialect: 'QUINCER',
      hint: 'cw_dev_abcd',
      hash: randomBytes(32),
      scopes: [],
    })),
  });
  await prisma.apiKeyUsage.createMany({ data: each((n) => ({ orgId, apiKeyId: at(keys, n), lastUsedAt: createdAt })) });
  await prisma.stage.createMany({
    data: each((n) => ({ ...row(at(stages, n)), key: `seeded-${n}`, name: `Seeded ${n}`, order: n + 10 })),
  });
  await prisma.conversation.createMany({
    data: each((n) => ({
      ...row(at(conversations, n)),
      ...times,
      businessId: at(businesses, n),
      widgetId: at(widgets, n),
      status: 'HUMAN_ACTIVE',
      visitorTokenHash: randomBytes(32),
      holderKeyId: at(keys, n),
      holderMemberId: n % 2 ? at(members, n) : null,
    })),
  });
  await prisma.lead.createMany({
    data: each((n) => ({
      ...row(at(leads, n)),
      ...times,
      businessId: at(businesses, n),
      widgetId: at(widgets, n),
      conversationId: at(conversations, n),
      stageId: at(stages, n),
      assignedToId: at(members, n),
      source: 'manual',
      targetType: 'customer_lead',
      context: {},
      company: 'Acme',
    })),
  });
  await prisma.$executeRaw`update conversations c set lead_id = l.id from leads l where l.org_id = c.org_id and l.conversation_id = c.id and c.org_id = ${orgId}`;
  const spread = [...each(() => 0), ...each((n) => n).slice(1)];
  await prisma.message.createMany({
    data: spread.map((n) => ({
      ...row(newId()),
      businessId: at(businesses, n),
      conversationId: at(conversations, n),
      role: 'HUMAN',
      content: 'Hello',
      originalContent: 'Hello',
      authorKeyId: at(keys, n),
      authorMemberId: n % 2 ? at(members, n) : null,
    })),
  });
  const tasks = spread.map((n) => ({
    ...row(newId()),
    ...times,
    businessId: at(businesses, n),
    widgetId: at(widgets, n),
    leadId: at(leads, n),
    conversationId: at(conversations, n),
    type: 'OTHER' as const,
    title: 'Do it',
  }));
  await prisma.task.createMany({ data: tasks });
  const written = (n: number) => ({
    ...row(newId()),
    businessId: at(businesses, n),
    leadId: at(leads, n),
    authorKeyId: at(keys, n),
    authorMemberId: n % 2 ? at(members, n) : null,
  });
  await prisma.note.createMany({ data: spread.map((n) => ({ ...written(n), updatedAt: createdAt, body: 'Call' })) });
  await prisma.touchpoint.createMany({
    data: spread.map((n) => ({ ...written(n), type: 'CALL', occurredAt: createdAt })),
  });
  const [rules, touches] = [ids(), ids()];
  await prisma.touchpoint.createMany({
    data: each((n) => ({ ...written(n), id: at(touches, n), type: 'CTA_CLICKED', occurredAt: createdAt })),
  });
  await prisma.automationRule.createMany({
    data: each((n) => ({
      ...row(at(rules, n)),
      ...times,
      name: `Rule ${n}`,
      trigger: 'CTA_CLICKED',
      targetStageId: at(stages, n),
      fromStageId: at(stages, (n + 1) % count),
    })),
  });
  await prisma.automationRun.createMany({
    data: spread.map((n) => ({
      ...row(newId()),
      businessId: at(businesses, n),
      leadId: at(leads, n),
      ruleId: at(rules, n),
      ruleName: `Rule ${n}`,
      trigger: 'CTA_CLICKED',
      touchpointId: at(touches, n),
      fromStageName: 'New',
      toStageName: 'Won',
    })),
  });
  const campaigns = ids();
  const steps = [{ subject: 'Hi', body: 'Hello', delayHours: 0 }];
  await prisma.campaign.createMany({
    data: each((n) => ({
      ...row(at(campaigns, n)),
      ...times,
      name: `Campaign ${n}`,
      trigger: 'STAGE_CHANGED',
      conditions: {
        fromStageId: at(stages, n),
        toStageId: at(stages, n),
        tier: null,
        minViewCount: 1,
        minConfidenceScore: null,
      },
      steps,
    })),
  });
  const pairs = [...each((n) => [0, n] as const), ...each((n) => [n, 0] as const).slice(1)];
  const enrolments = pairs.map(([lead, campaign]) => ({
    ...row(newId()),
    ...times,
    businessId: at(businesses, lead),
    leadId: at(leads, lead),
    campaignId: at(campaigns, campaign),
    trigger: 'STAGE_CHANGED' as const,
  }));
  await prisma.enrolment.createMany({ data: enrolments });
  const mails = [
    ...enrolments.map((enrolment) => ({ enrolment, step: 1 })),
    ...each((n) => ({ enrolment: enrolments[0]!, step: n + 1 })).slice(1),
  ];
  await prisma.scheduledEmail.createMany({
    data: mails.map(({ enrolment: { id: enrolmentId, trigger: _, ...enrolment }, step }) => ({
      ...enrolment,
      id: newId(),
      enrolmentId,
      step,
      subject: 'Hi',
      body: 'Hello',
      dueAt: createdAt,
    })),
  });
  await prisma.customField.createMany({
    data: each((n) => ({
      ...row(newId()),
      ...times,
      name: `seeded${n}`,
      label: `Seeded ${n}`,
      fieldType: 'SELECT' as const,
      options: ['a', 'b'],
    })),
  });
  await prisma.feedback.createMany({
    data: each((n) => ({ ...row(newId()), ...times, type: 'BUG', title: `Report ${n}`, status: 'RESOLVED' })),
  });
  const sources = each(newId);
  await prisma.syncSource.createMany({
    data: each((n) => ({
      ...row(at(sources, n)),
      ...times,
      name: `Source ${n}`,
      type: 'GMAIL',
      stageId: at(stages, n),
    })),
  });
  await prisma.syncDelivery.createMany({
    data: each((n) => ({
      ...row(newId()),
      sourceId: at(sources, 0),
      leadId: at(leads, n),
      outcome: 'CREATED' as const,
      bytes: 2,
      body: '{}',
      digest: new Uint8Array(32),
      createdAt: times.createdAt,
    })),
  });
  const calendars = ['CALENDLY', 'CAL_COM'] as const;
  await prisma.calendarConnection.createMany({
    data: calendars.map((provider) => ({
      ...row(newId()),
      provider,
      accountUri: 'https://example.com/us',
      webhookUri: 'https://example.com/webhooks/1',
      tokenHash: randomBytes(32),
      secret: randomBytes(8),
      accessToken: randomBytes(8),
    })),
  });
  await prisma.syncMailbox.create({
    data: {
      orgId,
      id: sources[0]!,
      host: 'imap.example.com',
      port: 993,
      isSecure: true,
      user: 'a',
      secret: randomBytes(8),
      folder: 'INBOX',
      validity: '1',
      lastUid: 0n,
      nextReadAt: new Date('2100-01-01'),
      createdAt,
    },
  });
  await prisma.meeting.createMany({
    data: spread.map((n, number) => ({
      ...row(newId()),
      ...times,
      provider: 'CALENDLY' as const,
      reference: `https://example.com/invitees/${number}`,
      leadId: at(leads, n),
      businessId: at(businesses, n),
      state: 'BOOKED' as const,
    })),
  });
  await prisma.playbook.createMany({
    data: each((n) => ({
      ...row(newId()),
      ...times,
      name: `Playbook ${n}`,
      steps: [{ title: 'Call', instructions: 'Ask', channel: null, waitDays: 0 }],
    })),
  });
  await prisma.webhookEndpoint.createMany({
    data: each((n) => ({
      ...row(at(endpoints, n)),
      ...times,
      businessId: at(businesses, n),
      url: 'http://127.0.0.1:9/',
      format: 'STANDARD',
      types: [],
      secret: randomBytes(8),
      consumerWorkspace: 'acme',
      disabledAt: createdAt,
    })),
  });
  await prisma.event.createMany({
    data: each((n) => ({
      orgId,
      position: BigInt(n + 1),
      id: at(events, n),
      type: 'conversation.closed',
      businessId: at(businesses, n),
      leadId: at(leads, n),
      conversationId: at(conversations, n),
      version: 1,
      snapshot: snapshotOf({ ...row(at(conversations, n)), ...times }, at(widgets, n), at(leads, n)),
      createdAt,
    })),
  });
  await prisma.organisation.update({ where: { id: orgId }, data: { position: BigInt(count) } });
  await prisma.webhookDelivery.createMany({
    data: each((n) => ({
      ...row(at(deliveries, n)),
      endpointId: at(endpoints, n),
      businessId: at(businesses, n),
      eventId: at(events, n),
      eventPosition: BigInt(n + 1),
      state: 'SUCCEEDED',
    })),
  });
  await prisma.webhookAttempt.createMany({
    data: each((n) => ({
      orgId,
      id: newId(),
      deliveryId: at(deliveries, n),
      number: 1,
      at: createdAt,
      durationMs: 5,
      status: 200,
    })),
  });
  await prisma.scraperRun.createMany({
    data: each(() => ({ ...row(newId()), source: 'reddit', status: 'SUCCEEDED', startedAt: createdAt })),
  });
  await prisma.providerCall.createMany({
    data: each((n) => ({
      ...row(newId()),
      businessId: at(businesses, n),
      conversationId: at(conversations, n),
      capability: 'TRANSLATION',
      provider: 'translate.test',
      outcome: 'SUCCEEDED',
      tries: 1,
      durationMs: 5,
      sentChars: 5,
      receivedChars: 5,
    })),
  });
  await prisma.job.createMany({
    data: each((n) => ({
      ...row(newId()),
      businessId: at(businesses, n),
      kind: 'TASK',
      key: newId(),
      payload: {},
      state: 'SUCCEEDED',
      maxAttempts: 5,
      runAt: createdAt,
    })),
  });
  await prisma.auditEntry.createMany({
    data: each((n) => ({
      ...row(newId()),
      revision: 1n,
      action: 'lead.updated',
      subjectId: at(leads, n),
      apiKeyId: at(keys, n),
      memberId: at(members, n),
      businessId: at(businesses, n),
      requestId: 'seed',
    })),
  });
  return { leads, conversations, tasks: tasks.map(({ id }) => id), campaigns, syncSources: sources };
}

const snapshotOf = (conversation: object, widgetId: string, leadId: string) => ({
  conversation: JSON.parse(
    JSON.stringify({
      ...conversation,
      widgetId,
      leadId,
      status: 'CLOSED',
      business: null,
      businessId: null,
      takenOverBy: null,
      holderKeyId: null,
      holderMemberId: null,
      widget: {
        id: widgetId,
        name: 'Widget',
        allowedOrigins: [],
        businessId: null,
        createdAt: '2026-05-04T13:22:01.000Z',
      },
    }),
  ) as object,
});
