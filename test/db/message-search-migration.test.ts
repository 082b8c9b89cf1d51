import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog, type Database } from '../../src/db/open/database.ts';
import { migrate } from '../../src/db/migrate/migrate.ts';
import { messageSearchText } from '../../src/domain/conversations/message-search-text.ts';
import { openTestDatabase, testEngine } from '../support/database.ts';

let database: Database;
let pool: pg.Pool;

const migrations = [
  '20261129171000_messages_are_searched',
  '20261129171001_fill_search_of_messages',
  '20261129222000_final_sigma_is_folded',
  '20261129222001_fold_final_sigmas',
];

beforeAll(async () => {
  database = await openTestDatabase();
  pool = testEngine === 'embedded' ? database.pool : new pg.Pool({ ...database.pool.options, max: 1 });
  await pool.query(`
    insert into organisations (id, slug, name, event_at, created_at) values
      ('o', 'o', 'Acme', now(), now()), ('p', 'p', 'Other', now(), now());
    insert into widgets (org_id, id, name, allowed_origins, created_at) values
      ('o', 'w', 'Site', '{}', now()), ('p', 'w', 'Site', '{}', now());
    insert into conversations (org_id, id, widget_id, visitor_token_hash, created_at, updated_at) values
      ('o', 'c', 'w', '', now(), now()), ('p', 'c', 'w', '', now(), now())`);
});
afterAll(async () => {
  if (pool !== database.pool) await pool.end();
  await database.close();
});

/** As a node writes one that knows nothing of the search. */
const say = (id: string, content: string, originalContent = content, org = 'o') =>
  pool.query(
    `insert into messages (org_id, id, conversation_id, role, content, original_content, created_at)
     values ($1, $2, 'c', 'HUMAN', $3, $4, now())`,
    [org, id, content, originalContent],
  );

const searchOf = async (id: string, org = 'o') => {
  const sql = 'select search from messages where org_id = $1 and id = $2';
  return (await pool.query<{ search: string }>(sql, [org, id])).rows[0]?.search;
};

/** What is said, and what was typed where that is something else. */
const messages = {
  plain: ['Do you have a Fireplace?'],
  translated: ['Haben Sie einen Kamin?', 'Do you have a FIREPLACE?'],
  accented: ['ÇEŞME, Ünal & naïve ﬁnance'],
  decomposed: ['Cafe\u0301 A\u030Angstro\u0308m'],
  turkish: ['İSTANBUL ısı'],
  greek: ['ΣΟΦΊΑ, σοφός, ΣΟΦΌΣ'],
  emoji: ['👩‍🚀 hello\n\tthere'],
  typedInAscii: ['Schöne Grüße', 'Kind regards'],
} as const satisfies Record<string, readonly [content: string, originalContent?: string]>;

const cases = Object.entries(messages).map(([id, [content, typed]]) => ({
  id,
  content: content as string,
  originalContent: (typed ?? content) as string,
}));

describe('the messages there are', () => {
  let applied: readonly string[];
  beforeAll(async () => {
    await pool.query(`
      drop trigger search_of_message_filled on messages; drop function fill_search_of_message;
      drop function fold_final_sigma cascade;
      alter table messages drop column search;
      drop index conversations_org_id_waiting_since_id_idx;
      create index conversations_waiting on conversations (org_id, waiting_since, id) where waiting_since is not null`);
    await pool.query('delete from _prisma_migrations where migration_name = any($1)', [migrations]);
    for (const { id, content, originalContent } of cases) await say(id, content, originalContent);
    await pool.query(`
      insert into messages (org_id, id, conversation_id, role, content, original_content, created_at)
      select org, 'many-' || lpad(n::text, 4, '0'), 'c', 'VISITOR', 'Number ' || n || ' of ' || org, 'Number ' || n || ' of ' || org, now()
        from generate_series(1, 1250) n, unnest(array['o', 'p']) org`);
    applied = await migrate(pool, silentLog);
  });

  it('are filled in by these migrations', () => expect(applied).toEqual(migrations));

  it.each(cases)('are searched by what they say, folded as new ones are: $id', async ({ id, ...said }) => {
    expect(await searchOf(id)).toBe(messageSearchText(said));
  });

  it('are filled in whatever their number, those of every workspace', async () => {
    const { rows } = await pool.query(
      `select count(*)::int as count from messages where id like 'many-%' and search = lower(content)`,
    );
    expect(rows).toEqual([{ count: 2500 }]);
    expect((await pool.query(`select from messages where search = ''`)).rowCount).toBe(0);
  });

  it('are found by the index', async () => {
    const { rows } = await pool.query<{ indexdef: string }>(
      `select indexdef from pg_indexes where indexname = 'messages_search'`,
    );
    expect(rows[0]?.indexdef).toContain('USING gin (org_id, search gin_trgm_ops)');
  });
});

describe('what a node of the version before writes', () => {
  it.each(cases)('is searched like all others: $id', async ({ id, ...said }) => {
    await say(`late-${id}`, said.content, said.originalContent);
    expect(await searchOf(`late-${id}`)).toBe(messageSearchText(said));
  });

  it('leaves alone what a node of this version has folded', async () => {
    await pool.query(
      `insert into messages (org_id, id, conversation_id, role, content, original_content, search, created_at)
       values ('o', 'own', 'c', 'AI', 'Words', 'Words', 'its own words', now())`,
    );
    await pool.query(`update messages set translated = true where org_id = 'o' and id = 'own'`);
    expect(await searchOf('own')).toBe('its own words');
  });
});
