import type { Database } from '../../../src/db/open/database.ts';

/** Rows of what is no list, beside those of seedEverything. */
export async function seedTheRest({ prisma }: Database, orgId: string): Promise<void> {
  const at = new Date('2100-01-01T00:00:00.000Z');
  const all = { where: { orgId }, orderBy: { id: 'asc' } } as const;
  const [members, keys] = [await prisma.member.findMany(all), await prisma.apiKey.findMany(all)];
  const [conversations, endpoints] = [
    await prisma.conversation.findMany(all),
    await prisma.webhookEndpoint.findMany(all),
  ];
  const hashOf = (id: string) => new TextEncoder().encode(orgId + id);
  await prisma.invitation.createMany({
    data: members.map(({ id }) => ({ orgId, id, memberId: id, hash: hashOf(id), expiresAt: at, createdAt: at })),
  });
  await prisma.memberAccount.createMany({
    data: members.map(({ id }) => ({ orgId, memberId: id, issuer: 'https://id.test', subject: id, createdAt: at })),
  });
  await prisma.aliasUsage.createMany({
    data: keys.map(({ id }) => ({ orgId, apiKeyId: id, alias: 'notes', count: 1, lastUsedAt: at })),
  });
  await prisma.visitorTokenUse.createMany({
    data: conversations.map(({ id }) => ({ orgId, conversationId: id, lastUsedAt: at })),
  });
  await prisma.webhookEndpointHealth.createMany({
    data: endpoints.map(({ id }) => ({ orgId, endpointId: id, failingSince: at, failures: 1 })),
  });
  await prisma.idempotencyKey.createMany({
    data: keys.map(({ id }) => ({ orgId, apiKeyId: id, key: 'once', requestHash: hashOf(id), createdAt: at })),
  });
  const capabilities = ['MODEL', 'TRANSLATION', 'MAIL'] as const;
  await prisma.providerHealth.createMany({
    data: capabilities.map((capability) => ({
      orgId,
      capability,
      failures: 1,
      lastError: 'It failed.',
      lastFailedAt: at,
    })),
  });
  const widgets = await prisma.widget.findMany(all);
  await prisma.widgetAssistant.createMany({
    data: widgets.map(({ id, businessId }) => ({ orgId, widgetId: id, businessId, tokensPerDay: 1, updatedAt: at })),
  });
  await prisma.enrichmentUsage.create({ data: { orgId, day: '2100-01-01', calls: 1 } });
  await prisma.modelUsage.createMany({
    data: widgets.map(({ id }) => ({ orgId, widgetId: id, day: '2100-01-01', tokens: 1 })),
  });
}
