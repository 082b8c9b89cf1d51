import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient, type GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
let other: TestWorkspace;

beforeAll(async () => {
  app = await startTestApp({ clock });
  workspace = await app.workspace();
  other = await app.workspace();
});
afterAll(() => app.close());

type Page = {
  totalCount: number;
  edges: { cursor: string; node: { id: string; visitor: { name: string } } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
};

const listed = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: ConversationFilter, $orderBy: ConversationOrder) {
  conversations(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
    totalCount edges { cursor node { id visitor { name } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const page = async (variables: object, { graph }: { graph: GraphClient } = workspace) =>
  (await graph.ask<{ conversations: Page }>(listed, variables)).conversations;
const names = ({ edges }: Page) => edges.map(({ node }) => node.visitor.name).join(' ');
const list = async (variables: object, of: { graph: GraphClient } = workspace) => names(await page(variables, of));

/** A minute later, so that times differ. */
async function say(message: string, visitor: { name: string } | null, conversationId?: string, of = workspace) {
  clock.advance(60_000);
  const { sendVisitorMessage: sent } = await of.graph.ask<{ sendVisitorMessage: { conversation: { id: string } } }>(
    'mutation ($id: ID!, $input: SendVisitorMessageInput!) { sendVisitorMessage(widgetId: $id, input: $input) { conversation { id } } }',
    { id: of.widgetId, input: { message, visitor, conversationId } },
  );
  return sent.conversation.id;
}

const order = (field: string, direction: string) => ({ orderBy: { field, direction } });

describe('conversations', () => {
  const ids = new Map<string, string>();
  const idOf = (name: string) => ids.get(name) ?? '';

  beforeAll(async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) ids.set(name, await say('Hello', { name }));
    await say('Can I talk to a human?', null, idOf('d'));
    await say('What does it cost?', null, idOf('b'));
    await say('I like it.', null, idOf('a'));
  });

  const orders = [
    ['CREATED_AT', 'DESC', 'e d c b a'],
    ['CREATED_AT', 'ASC', 'a b c d e'],
    ['LAST_MESSAGE_AT', 'DESC', 'a b d e c'],
    ['LAST_MESSAGE_AT', 'ASC', 'c e d b a'],
    ['WAITING_SINCE', 'ASC', 'd b a c e'],
    ['WAITING_SINCE', 'DESC', 'b d e c a'],
  ] as const;

  it.each(orders)('stand in the order of %s %s', async (field, direction, expected) => {
    expect(await list(order(field, direction))).toBe(expected);
  });

  it.each(orders)('are met once each, page by page, there and back: %s %s', async (field, direction, expected) => {
    for (const filter of [{}, { q: 'hello' }]) {
      const [there, back] = [new Array<string>(), new Array<string>()];
      let after: string | null = null;
      for (let left = true; left;) {
        const found: Page = await page({ first: 2, after, filter, ...order(field, direction) });
        there.push(names(found));
        expect([found.totalCount, found.pageInfo.hasPreviousPage]).toEqual([5, after !== null]);
        ({ endCursor: after, hasNextPage: left } = found.pageInfo);
      }
      let before: string | null = null;
      for (let left = true; left;) {
        const found: Page = await page({ last: 2, before, filter, ...order(field, direction) });
        back.unshift(names(found));
        expect(found.pageInfo.hasNextPage).toBe(before !== null);
        ({ startCursor: before, hasPreviousPage: left } = found.pageInfo);
      }
      expect([there.join(' '), back.join(' ')]).toEqual([expected, expected]);
      expect([there.length, back.length]).toEqual([3, 3]);
    }
  });

  it('go on from where one stood, though it moved meanwhile', async () => {
    const moving = await app.workspace();
    const first = await say('Hello', { name: 'one' }, undefined, moving);
    await say('Hello', { name: 'two' }, undefined, moving);
    await say('Hello', { name: 'three' }, undefined, moving);
    const byActivity = order('LAST_MESSAGE_AT', 'ASC');
    const { pageInfo } = await page({ first: 1, ...byActivity }, moving);
    await say('Still here', null, first, moving);
    expect(await list({ after: pageInfo.endCursor, ...byActivity }, moving)).toBe('two three one');
  });

  it('are those that wait, or those that do not', async () => {
    expect(await list({ filter: { waiting: true }, ...order('WAITING_SINCE', 'ASC') })).toBe('d b');
    expect(await list({ filter: { waiting: false } })).toBe('e c a');
    expect((await page({ filter: { waiting: true } })).totalCount).toBe(2);
  });

  it('are those that a key or a member holds', async () => {
    type Holder = { takenOverBy: { id: string } };
    const { takeOverConversation: held } = await workspace.graph.ask<{
      takeOverConversation: { conversation: Holder };
    }>('mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { takenOverBy { id } } } }', {
      id: idOf('c'),
    });
    const takenOverById = held.conversation.takenOverBy.id;
    expect(takenOverById).toMatch(/^key_/);
    expect(await list({ filter: { takenOverById }, ...order('LAST_MESSAGE_AT', 'DESC') })).toBe('c');
    expect(await list({ filter: { takenOverById, status: 'ACTIVE' } })).toBe('');
    expect(await list({ filter: { takenOverById } }, other)).toBe('');
    const { createMember } = await workspace.graph.ask<{ createMember: { member: { id: string } } }>(
      'mutation { createMember(input: { name: "Mo" }) { member { id } } }',
    );
    expect(await list({ filter: { takenOverById: createMember.member.id } })).toBe('');
    await app.database.prisma.conversation.updateMany({
      where: { id: idOf('c').slice(3) },
      data: { holderMemberId: createMember.member.id.slice(createMember.member.id.indexOf('_') + 1) },
    });
    expect(await list({ filter: { takenOverById: createMember.member.id } })).toBe('c');
    // The key acted in the member's name.
    expect(await list({ filter: { takenOverById } })).toBe('');
    expect(await workspace.graph.refusal(listed, { filter: { takenOverById: idOf('a') } })).toBe('INVALID');
  });

  it('have cursors that are good for their order and workspace alone', async () => {
    const { pageInfo } = await page({ first: 1, ...order('LAST_MESSAGE_AT', 'DESC') });
    const after = pageInfo.endCursor;
    for (const elsewhere of [order('LAST_MESSAGE_AT', 'ASC'), order('WAITING_SINCE', 'DESC'), {}])
      expect(await workspace.graph.refusal(listed, { after, ...elsewhere })).toBe('INVALID');
    expect(await other.graph.refusal(listed, { after, ...order('LAST_MESSAGE_AT', 'DESC') })).toBe('INVALID');
    expect(
      await other.graph.refusal(listed, { after, filter: { q: 'hello' }, ...order('LAST_MESSAGE_AT', 'DESC') }),
    ).toBe('INVALID');
    expect(await other.graph.refusal(listed, { after: idOf('a'), filter: { q: 'hello' } })).toBe('INVALID');
  });
});

describe('q', () => {
  let spoken: TestWorkspace;
  beforeAll(async () => {
    spoken = await app.workspace();
    const ada = await say('Our Müller-Fabrik needs 100% of_it', { name: 'ada' }, undefined, spoken);
    await say('ÇELİK, please', { name: 'bob' }, undefined, spoken);
    await say('Thanks a lot', null, ada, spoken);
    await say('Our Müller-Fabrik is elsewhere', { name: 'stranger' }, undefined, other);
  });

  it.each([
    ['müller', 'ada'],
    ['MÜLLER-FAB', 'ada'],
    ['100% of_', 'ada'],
    ['100%of', ''],
    ['ofxit', ''],
    ['çelik', 'bob'],
    ['thanks a', 'ada'],
    ['automated assistant', 'bob ada'],
    ['zz', ''],
    ['0%', 'ada'],
    ['%', 'ada'],
    ['', 'bob ada'],
  ])('finds %j in %j', async (q, expected) => {
    const found = await page({ filter: { q } }, spoken);
    expect([names(found), found.totalCount]).toEqual([expected, expected.split(' ').filter(Boolean).length]);
  });

  it('holds together with the other filters', async () => {
    const filter = { q: 'müller', widgetId: spoken.widgetId, updatedSince: '2020-01-01T00:00:00.000Z' };
    expect(await list({ filter: { ...filter, notCaptured: false, status: 'ACTIVE' } }, spoken)).toBe('ada');
    for (const none of [{ waiting: true }, { status: 'CLOSED' }, { updatedSince: clock.now() }, { notCaptured: true }])
      expect(await list({ filter: { ...filter, ...none } }, spoken)).toBe('');
  });

  it('finds what was typed as well as what was translated', async () => {
    await app.database.pool.query(
      `update messages set content = 'Guten Tag', search = '' where org_id = $1 and content like 'Thanks%'`,
      [spoken.orgId],
    );
    expect([await list({ filter: { q: 'guten' } }, spoken), await list({ filter: { q: 'thanks' } }, spoken)]).toEqual([
      'ada',
      'ada',
    ]);
  });

  it('finds nothing of another business, for a key that is locked to one', async () => {
    const make = async (name: string) =>
      (
        await spoken.graph.ask<{ createBusiness: { business: { id: string } } }>(
          'mutation ($name: String!) { createBusiness(input: { name: $name }) { business { id } } }',
          { name },
        )
      ).createBusiness.business.id;
    const [mine, theirs] = [await make('Mine'), await make('Theirs')];
    for (const businessId of [mine, theirs]) {
      const { createWidget } = await spoken.graph.ask<{ createWidget: { widget: { id: string } } }>(
        'mutation ($input: CreateWidgetInput!) { createWidget(input: $input) { widget { id } } }',
        { input: { name: businessId, businessId, allowedOrigins: ['*'] } },
      );
      const name = businessId === mine ? 'mine' : 'theirs';
      await say('A zebra crossing', { name }, undefined, { ...spoken, widgetId: createWidget.widget.id });
    }
    const { createApiKey } = await spoken.graph.ask<{ createApiKey: { secret: string } }>(
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }',
      { input: { name: 'Locked', dialect: 'GRAPHQL', businessId: mine } },
    );
    const locked = { graph: createGraphClient(app.url, createApiKey.secret) };
    for (const q of ['zebra', 'ze']) {
      const found = await page({ filter: { q }, ...order('LAST_MESSAGE_AT', 'DESC') }, locked);
      expect([names(found), found.totalCount]).toEqual(['mine', 1]);
      expect(await list({ filter: { q } }, spoken)).toBe('theirs mine');
    }
    expect(await list({ filter: { q: 'müller' } }, locked)).toBe('');
  });
});
