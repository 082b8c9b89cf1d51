import { ulid } from 'ulid';
import type { Actor } from '../../src/access/actor.ts';
import { systemClock } from '../../src/clock.ts';
import type { Database } from '../../src/db/open/database.ts';
import type { IdempotencyClaim } from '../../src/db/write/idempotency.ts';
import { createScopes, type ScalarCreate } from '../../src/db/scoped.ts';
import { createWriter, type Tx, type WriterOptions } from '../../src/db/write/write.ts';
import { founder } from '../../src/domain/workspaces/provision-workspace.ts';

export type TestWriter = {
  readonly actor: Actor;
  readonly write: <T>(change: (tx: Tx) => Promise<T>, idempotency?: IdempotencyClaim) => Promise<T>;
  /** Revision and position, as they stand now. */
  head(): Promise<{ revision: number; position: number }>;
};

/** An organisation of one's own, and the way to change it. */
export async function openWriter(database: Database, options: Partial<WriterOptions> = {}): Promise<TestWriter> {
  const newId = () => ulid().toLowerCase();
  const actor = founder({ orgId: newId(), apiKeyId: newId() }, 'UNLIMITED', 'test');
  const id = actor.orgId;
  const at = new Date(0);
  await database.prisma.organisation.create({ data: { id, slug: id, name: 'Acme', eventAt: at, createdAt: at } });
  const client = createScopes(database.prisma)(actor);
  const writer = createWriter({ pool: database.pool, clock: systemClock, onCommit: () => undefined, ...options });
  return {
    actor,
    write: (change, idempotency) => writer(client, actor, idempotency ?? null, change),
    async head() {
      const { revision, position } = await database.prisma.organisation.findUniqueOrThrow({ where: { id } });
      return { revision: Number(revision), position: Number(position) };
    },
  };
}

/** The smallest change there is. */
export const addMember = (tx: Tx, name = 'Ada') =>
  tx.member.create({ data: { id: tx.newId(), type: 'HUMAN', name, createdAt: tx.now } });

/** An event about nothing in particular. */
export const someEvent = (businessId: string | null = null) => ({ subjectId: 'something', businessId, snapshot: {} });

/** Where the rows of a writer's organisation are. */
export const rowsOf = ({ actor }: TestWriter) => ({ where: { orgId: actor.orgId } });

/** How many rows of everything a write leaves an organisation has. */
export async function countLeft({ prisma }: Database, writer: TestWriter) {
  const rows = rowsOf(writer);
  return {
    members: await prisma.member.count(rows),
    events: await prisma.event.count(rows),
    audit: await prisma.auditEntry.count(rows),
    deliveries: await prisma.webhookDelivery.count(rows),
    idempotencyKeys: await prisma.idempotencyKey.count(rows),
  };
}

type EndpointFields = Pick<
  ScalarCreate<'WebhookEndpoint'>,
  'types' | 'format' | 'businessId' | 'disabledAt' | 'deletedAt'
>;

/** An endpoint for every event as Standard Webhooks, or as said. */
export const addEndpoint = (writer: TestWriter, more: Partial<EndpointFields> = {}): Promise<string> =>
  writer.write(async (tx) => {
    const endpoint = await tx.webhookEndpoint.create({
      data: {
        id: tx.newId(),
        url: 'http://127.0.0.1:9/',
        format: 'STANDARD',
        types: [],
        secret: new Uint8Array(8),
        consumerWorkspace: 'acme',
        createdAt: tx.now,
        updatedAt: tx.now,
        ...more,
      },
    });
    tx.audit('webhook_endpoint.created', endpoint);
    return endpoint.id;
  });
