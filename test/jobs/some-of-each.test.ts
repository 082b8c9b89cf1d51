import { expect, it } from 'vitest';
import { createRunAcross } from '../../src/db/run/run.ts';
import { createFindEndedTakeovers } from '../../src/domain/conversations/takeover/find-ended-takeovers.ts';
import { createTestClock, startTestApp } from '../support/app.ts';

const everybody = { behind: null, organisations: 1000, ofEach: 1000 };

it('what is over is looked up with so many of each organisation, and so many organisations, at once', async () => {
  const clock = createTestClock();
  const app = await startTestApp({ clock });
  const find = createFindEndedTakeovers(createRunAcross(app.database.pool));
  const holders: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const { graph, widgetId, orgId } = await app.workspace();
    for (let count = 0; count <= n; count += 1) {
      const { sendVisitorMessage: sent } = await graph.ask<{ sendVisitorMessage: { conversation: { id: string } } }>(
        'mutation ($id: ID!) { sendVisitorMessage(widgetId: $id, input: { message: "Hello" }) { conversation { id } } }',
        { id: widgetId },
      );
      await graph.ask(
        'mutation ($id: ID!) { takeOverConversation(id: $id, leaseSeconds: 30) { conversation { id } } }',
        {
          id: sent.conversation.id,
        },
      );
    }
    holders.push(orgId);
  }
  const [one = '', two = '', three = ''] = holders.toSorted();
  const later = new Date(clock.now().getTime() + 30_000);
  const ofThese = async (portion: { behind: string | null; organisations: number; ofEach: number }) =>
    (await find(later, portion)).map(({ orgId }) => orgId).filter((orgId) => holders.includes(orgId));
  const all = await ofThese(everybody);
  expect([all.length, all]).toEqual([6, all.toSorted()]);
  expect(await ofThese({ ...everybody, ofEach: 1 })).toEqual([one, two, three]);
  expect(await ofThese({ ...everybody, behind: one, ofEach: 1 })).toEqual([two, three]);
  expect(new Set(await ofThese({ behind: one, organisations: 1, ofEach: 9 })).size).toBeLessThanOrEqual(1);
  await app.close();
});
