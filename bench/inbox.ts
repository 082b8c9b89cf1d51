// What an inbox asks, at 1,000 and at 1,000,000 messages, five a conversation: `node bench/inbox.ts`, or
// `node bench/inbox.ts 200000` for another number, on PostgreSQL at DATABASE_URL.
import { inboxCases } from './scale/inbox-cases.ts';
import { seedInbox } from './scale/inbox-seed.ts';
import { runAtScale } from './scale/run-at-scale.ts';

await runAtScale({
  things: 'messages',
  cases: inboxCases,
  tables: ['conversations', 'messages'],
  seed: seedInbox,
});
