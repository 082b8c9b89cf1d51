import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog, type Database } from '../../src/db/open/database.ts';
import { migrate } from '../../src/db/migrate/migrate.ts';
import { openTestDatabase, testEngine } from '../support/database.ts';

let database: Database;
let pool: pg.Pool;

const migrations = [
  '20261129151000_conversations_know_their_activity',
  '20261129151001_fill_activity_of_conversations',
  '20261129151002_conversations_by_activity',
];

beforeAll(async () => {
  database = await openTestDatabase();
  pool = testEngine === 'embedded' ? database.pool : new pg.Pool({ ...database.pool.options, max: 1 });
  await pool.query(`
    insert into organisations (id, slug, name, event_at, created_at) values
      ('o', 'o', 'Acme', now(), now()), ('p', 'p', 'Other', now(), now());
    insert into widgets (org_id, id, name, allowed_origins, created_at) values
      ('o', 'w', 'Site', '{}', now()), ('p', 'w', 'Site', '{}', now())`);
});
afterAll(async () => {
  if (pool !== database.pool) await pool.end();
  await database.close();
});

/** The hour and minute of a day, so that times can be read. */
const at = (time: string) => new Date(`2026-05-04T${time}:00.000Z`);

type Said = readonly [time: string, role: 'VISITOR' | 'AI' | 'HUMAN', content?: string];

const leftToTeam = 'That is for a person on the team to answer; your question is in front of them.';

// What follows is written as a node writes it that does not know the migrations.

const begin = (id: string, org = 'o') =>
  pool.query(
    `insert into conversations (org_id, id, widget_id, visitor_token_hash, created_at, updated_at) values ($1, $2, 'w', '', $3, $3)`,
    [org, id, at('08:00')],
  );

const say = (conversation: string, [time, role, content = 'Hello']: Said, org = 'o') =>
  pool.query(
    `insert into messages (org_id, id, conversation_id, role, content, original_content, in_reply_to, created_at)
     select $1, $2 || '-' || $3, $2, $4::"MessageRole", $5, $5,
            array(select max(id) from messages where org_id = $1 and conversation_id = $2 and role = 'VISITOR' and $4 = 'AI'), $6`,
    [org, conversation, time, role, content, at(time)],
  );

const takeOver = (id: string, time: string) =>
  pool.query(`update conversations set status = 'HUMAN_ACTIVE', taken_over_at = $2 where org_id = 'o' and id = $1`, [
    id,
    at(time),
  ]);

const end = (id: string, status: 'ACTIVE' | 'CLOSED') =>
  pool.query(
    `update conversations set status = $2::"ConversationStatus", taken_over_at = null where org_id = 'o' and id = $1`,
    [id, status],
  );

const activityOf = async (id: string, org = 'o') => {
  const { rows } = await pool.query(
    'select last_message_id, last_message_at, message_count, waiting_since from conversations where org_id = $1 and id = $2',
    [org, id],
  );
  return rows[0] as unknown;
};

const activity = (id: string, count: number, last: string, waiting: string | null) => ({
  last_message_id: count === 0 ? null : `${id}-${last}`,
  last_message_at: at(last),
  message_count: count,
  waiting_since: waiting === null ? null : at(waiting),
});

type Step = Said | readonly [time: string, 'TAKE_OVER' | 'HAND_BACK' | 'CLOSE'];

/** What happens in a conversation, how many messages it then has, when the last one came, and since when somebody waits. */
const courses: Readonly<
  Record<string, readonly [steps: readonly Step[], count: number, last: string, waiting: string | null]>
> = {
  silent: [[], 0, '08:00', null],
  answered: [
    [
      ['09:00', 'VISITOR'],
      ['09:01', 'AI'],
    ],
    2,
    '09:01',
    null,
  ],
  left: [
    [
      ['09:00', 'VISITOR'],
      ['09:01', 'AI', leftToTeam],
      ['09:02', 'VISITOR'],
      ['09:03', 'AI'],
    ],
    4,
    '09:03',
    '09:00',
  ],
  held: [
    [
      ['09:00', 'VISITOR'],
      ['09:01', 'AI'],
      ['09:02', 'TAKE_OVER'],
      ['09:03', 'VISITOR'],
      ['09:04', 'VISITOR'],
    ],
    4,
    '09:04',
    '09:03',
  ],
  unheard: [
    [
      ['09:00', 'VISITOR'],
      ['09:01', 'AI'],
      ['09:02', 'VISITOR'],
      ['09:03', 'VISITOR'],
      ['09:04', 'TAKE_OVER'],
    ],
    4,
    '09:03',
    '09:02',
  ],
  replied: [
    [
      ['09:00', 'VISITOR'],
      ['09:01', 'TAKE_OVER'],
      ['09:02', 'VISITOR'],
      ['09:03', 'HUMAN'],
    ],
    3,
    '09:03',
    null,
  ],
  again: [
    [
      ['09:00', 'VISITOR'],
      ['09:01', 'TAKE_OVER'],
      ['09:02', 'HUMAN'],
      ['09:03', 'VISITOR'],
    ],
    3,
    '09:03',
    '09:03',
  ],
  closed: [
    [
      ['09:00', 'VISITOR'],
      ['09:01', 'TAKE_OVER'],
      ['09:02', 'VISITOR'],
      ['09:03', 'CLOSE'],
    ],
    2,
    '09:02',
    null,
  ],
};

async function run(id: string, steps: readonly Step[]): Promise<void> {
  await begin(id);
  for (const [time, what, content] of steps) {
    if (what === 'TAKE_OVER') await takeOver(id, time);
    else if (what === 'HAND_BACK') await end(id, 'ACTIVE');
    else if (what === 'CLOSE') await end(id, 'CLOSED');
    else await say(id, content === undefined ? [time, what] : [time, what, content]);
  }
}

describe('the conversations there are', () => {
  let applied: readonly string[];
  beforeAll(async () => {
    await pool.query(`
      drop trigger conversation_activity_kept on messages; drop function keep_conversation_activity;
      drop trigger conversation_waiting_kept on conversations; drop function keep_conversation_waiting;
      drop function fill_conversation_activity; drop function is_left_to_the_team;
      alter table conversations drop column last_message_id, drop column last_message_at,
        drop column message_count, drop column waiting_since`);
    await pool.query('delete from _prisma_migrations where migration_name = any($1)', [migrations]);
    for (const [id, [steps]] of Object.entries(courses)) await run(id, steps);
    await begin('silent', 'p');
    await pool.query(`
      insert into conversations (org_id, id, widget_id, visitor_token_hash, created_at, updated_at)
      select 'p', 'many-' || n, 'w', '', now(), now() from generate_series(1, 2500) n`);
    await say('many-2500', ['10:00', 'VISITOR'], 'p');
    applied = await migrate(pool, silentLog);
  });

  it('are filled in by these migrations', () => expect(applied).toEqual(migrations));

  it.each(Object.entries(courses))('are filled in: one that is %s', async (id, [, ...expected]) => {
    expect(await activityOf(id)).toEqual(activity(id, ...expected));
  });

  it('are filled in whatever their number, each with its own workspace’s messages', async () => {
    expect(await activityOf('silent', 'p')).toEqual(activity('silent', 0, '08:00', null));
    expect(await activityOf('many-2500', 'p')).toEqual(activity('many-2500', 1, '10:00', null));
  });
});

describe('what a node of the version before writes', () => {
  it.each(Object.entries(courses).filter(([id]) => id !== 'silent'))(
    'is counted: a conversation that is %s',
    async (id, [steps, ...expected]) => {
      await run(`late-${id}`, steps);
      expect(await activityOf(`late-${id}`)).toEqual(activity(`late-${id}`, ...expected));
    },
  );

  it('is counted on top of what is there', async () => {
    await run('more', courses['left']?.[0] ?? []);
    await say('more', ['11:00', 'VISITOR']);
    expect(await activityOf('more')).toEqual(activity('more', 5, '11:00', '09:00'));
  });

  it('goes on waiting when it hands back without an answer', async () => {
    await run('back', [
      ['09:00', 'VISITOR'],
      ['09:01', 'TAKE_OVER'],
      ['09:02', 'VISITOR'],
      ['09:03', 'HAND_BACK'],
    ]);
    expect(await activityOf('back')).toEqual(activity('back', 2, '09:02', '09:00'));
  });
});
