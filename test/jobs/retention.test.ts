import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRetention } from '../../src/jobs/retention.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';

const dayMs = 24 * 60 * 60 * 1000;
const clock = createTestClock();
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(() => app.close());

test('events older than the retention go, newer ones stay, and who resumes after a pruned one is told', async () => {
  const { graph, orgId } = await app.workspace();
  type Events = { events: { nodes: { id: string }[] } };
  const create = 'mutation { createLead(input: { name: "Ada" }) { lead { id } } }';
  const list = '{ events(first: 10) { nodes { id } } }';
  await graph.ask(create);
  const [old] = (await graph.ask<Events>(list)).events.nodes;
  clock.advance(20 * dayMs);
  await graph.ask(create);

  const retention = createRetention({ pool: app.database.pool, clock, log: { error() {} }, eventDays: 30 });
  expect(await retention.prune()).toEqual({ events: 0 });
  clock.advance(11 * dayMs);
  const revision = async () =>
    (await app.database.prisma.organisation.findUniqueOrThrow({ where: { id: orgId } })).revision;
  const before = await revision();
  expect(await retention.prune()).toEqual({ events: 1 });
  expect(await revision()).toBe(before + 1n);

  expect((await graph.ask<Events>(list)).events.nodes).toHaveLength(1);
  const resume = 'query ($after: ID) { events(after: $after) { nodes { id } } }';
  expect(await graph.refusal(resume, { after: old?.id })).toBe('CURSOR_EXPIRED');
});
