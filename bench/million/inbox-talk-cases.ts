import { toGlobalId } from '../../src/ids.ts';
import type { ScaleCase, ScaleClients } from './scale-case.ts';

const talk = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  conversation(id: $id) {
    id status visitor { name } lead { name }
    messages(first: $first, after: $after, last: $last, before: $before) {
      nodes { id role content createdAt author { name } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
    }
  }
}`;
const counted = 'query ($id: ID!) { conversation(id: $id) { messages(first: 1) { totalCount } } }';
const transcript = 'query ($id: ID!) { conversation(id: $id) { transcript(last: 50) { id role content } } }';

type Whole = Pick<ScaleClients, 'whole'>;

const bare = (n: number): string => String(n).padStart(26, '0');
const numbered = (n: number): string => toGlobalId('Conversation', bare(n));

async function countAll({ whole }: Whole): Promise<number> {
  type All = { conversations: { totalCount: number } };
  return (await whole.ask<All>('{ conversations(first: 1) { totalCount } }')).conversations.totalCount;
}

/** The one with a twentieth of as many messages as there are conversations, and a place amid them. */
async function longest(clients: Whole) {
  const all = await countAll(clients);
  return { id: numbered(all / 2), amid: toGlobalId('Message', `5${bare(Math.ceil(all / 40)).slice(1)}`) };
}

const ofLongest = (name: string, document: string, page: (amid: string) => object = () => ({})): ScaleCase => ({
  name: `${name} of a long conversation`,
  async prepare(clients) {
    const { id, amid } = await longest(clients);
    return () => clients.whole.ask(document, { id, ...page(amid) });
  },
});

export const messageCases: readonly ScaleCase[] = [
  {
    name: 'a conversation and its last 50 messages',
    async prepare(clients) {
      const id = numbered((await countAll(clients)) - 1);
      return () => clients.whole.ask(talk, { id, last: 50 });
    },
  },
  {
    name: 'a conversation and its last 50 messages, locked key',
    async prepare(clients) {
      const all = await countAll(clients);
      const id = numbered(all - (all % 100) - 97);
      return () => clients.locked.ask(talk, { id, last: 50 });
    },
  },
  ofLongest('the last 50 messages', talk, () => ({ last: 50 })),
  ofLongest('the first 50 messages', talk, () => ({ first: 50 })),
  ofLongest('50 messages behind the midst', talk, (after) => ({ first: 50, after })),
  ofLongest('50 messages before the midst', talk, (before) => ({ last: 50, before })),
  ofLongest('the number of messages', counted),
  ofLongest('the transcript of 50', transcript),
  {
    name: 'taking over, replying and handing back',
    mutates: true,
    async prepare(clients) {
      // One that nobody holds.
      const id = numbered((await countAll(clients)) - 2);
      return async () => {
        for (const call of [
          'takeOverConversation(id: $id)',
          'replyToConversation(id: $id, message: "Here I am")',
          'handBackConversation(id: $id)',
        ])
          await clients.whole.ask(`mutation ($id: ID!) { ${call} { conversation { id } } }`, { id });
      };
    },
  },
];
