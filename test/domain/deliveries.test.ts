import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { addEndpoint, addMember, openWriter, someEvent, type TestWriter } from './open-writer.ts';

let database: Database;
let acme: TestWriter;

beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => void (acme = await openWriter(database)));

describe('deliveries', () => {
  it('are written with the event, for exactly the endpoints that carry it', async () => {
    const addBusiness = () =>
      acme.write(async (tx) => {
        const business = await tx.business.create({ data: { id: tx.newId(), name: 'North', createdAt: tx.now } });
        tx.audit('business.created', { id: business.id, businessId: business.id });
        return business.id;
      });
    const [north, south] = [await addBusiness(), await addBusiness()];
    const endpoints = {
      standard: await addEndpoint(acme),
      quincer: await addEndpoint(acme, { format: 'QUINCER' }),
      ai93: await addEndpoint(acme, { format: 'AI93' }),
      someTypes: await addEndpoint(acme, { types: ['lead.updated', 'conversation.closed'] }),
      quincerSomeTypes: await addEndpoint(acme, { format: 'QUINCER', types: ['lead.created', 'conversation.closed'] }),
      north: await addEndpoint(acme, { businessId: north }),
      south: await addEndpoint(acme, { businessId: south }),
      disabled: await addEndpoint(acme, { disabledAt: new Date(0) }),
      deleted: await addEndpoint(acme, { deletedAt: new Date(0) }),
      elsewhere: await addEndpoint(await openWriter(database)),
    };
    await acme.write(async (tx) => {
      await addMember(tx);
      tx.record('lead.created', someEvent(north));
      tx.record('lead.updated', someEvent(north));
      tx.record('lead.converted', someEvent(south));
      tx.record('conversation.closed', someEvent());
    });
    const rows = await database.prisma.$queryRaw<{ endpoint: string; type: string; due: boolean }[]>`
      select d.endpoint_id as endpoint, e.type, d.state = 'PENDING' and d.next_attempt_at <= now() as due
        from webhook_deliveries d join events e on e.org_id = d.org_id and e.id = d.event_id and e.position = d.event_position
       where d.org_id = ${acme.actor.orgId} order by e.position`;
    const received = Object.entries(endpoints).map(([name, id]) => [
      name,
      rows.filter(({ endpoint, due }) => endpoint === id && due).map(({ type }) => type),
    ]);
    expect(Object.fromEntries(received)).toEqual({
      standard: ['lead.created', 'lead.updated', 'lead.converted', 'conversation.closed'],
      quincer: ['lead.created', 'lead.updated'],
      ai93: ['lead.created', 'lead.converted'],
      someTypes: ['lead.updated', 'conversation.closed'],
      quincerSomeTypes: ['lead.created'],
      north: ['lead.created', 'lead.updated'],
      south: ['lead.converted'],
      disabled: [],
      deleted: [],
      elsewhere: [],
    });
    expect(await database.prisma.webhookDelivery.count()).toBe(rows.length);
  });
});
