import { randomBytes } from 'node:crypto';
import { createSecretBox } from '../../src/access/secret-box.ts';
import type { Database } from '../../src/db/open/database.ts';
import { mintSigningSecret } from '../../src/access/credentials.ts';
import { secretContext } from '../../src/domain/webhooks/signing-secret.ts';
import { eventOf } from '../../test/webhooks/events.ts';

export const secretBox = createSecretBox(new Uint8Array(32).fill(1));

/** An organisation whose every delivery is due; each event goes to all endpoints. */
export async function seedQueue(database: Database, urls: readonly string[], deliveries: number): Promise<string> {
  const orgId = `org_${randomBytes(6).toString('hex')}`;
  const at = new Date();
  const { prisma, pool } = database;
  await prisma.organisation.create({ data: { id: orgId, slug: orgId, name: orgId, eventAt: at, createdAt: at } });
  await prisma.webhookEndpoint.createMany({
    data: urls.map((url, index) => {
      const id = `${orgId}_${index}`;
      const secret = secretBox.seal(mintSigningSecret(), secretContext(orgId, id));
      const times = { createdAt: at, updatedAt: at };
      return { format: 'STANDARD' as const, types: [], consumerWorkspace: 'krew', ...times, orgId, id, url, secret };
    }),
  });
  const events = Math.ceil(deliveries / urls.length);
  const snapshot = JSON.stringify(eventOf('lead.created').snapshot);
  await pool.query(
    `insert into events (org_id, position, id, type, version, snapshot, created_at)
     select $1, n, 'evt_' || lpad(to_hex(n), 16, '0'), 'lead.created', 1, $2::jsonb, $3 from generate_series(1, $4::int) n`,
    [orgId, snapshot, at, events],
  );
  await pool.query(
    `insert into webhook_deliveries (org_id, id, endpoint_id, event_id, event_position, state, next_attempt_at, created_at)
     select e.org_id, lpad(e.position::text, 12, '0') || w.id, w.id, e.id, e.position, 'PENDING', e.created_at, e.created_at
       from events e join webhook_endpoints w on w.org_id = e.org_id where e.org_id = $1
      order by e.position limit $2`,
    [orgId, deliveries],
  );
  await pool.query('analyze');
  return orgId;
}
