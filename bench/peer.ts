import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import express, { type NextFunction, type Request, type Response } from 'express';
import type pg from 'pg';
import { ulid } from 'ulid';

/**
 * What one would write by hand for the same answers: Express, `pg`, prepared statements, the same rows and connections. It does
 * the honest minimum and no more: no limits, no validation of what it is sent, no event, audit, webhook or subscription.
 */
export function createPeer(pool: pg.Pool): Server {
  const app = express().disable('x-powered-by');
  app.use(express.json());
  app.use(authenticate(pool));
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 awaits its handlers
  app.get('/leads', async (request, response) => {
    response.json(await listLeads(pool, orgOf(response), Math.min(Number(request.query['limit'] ?? 50), 200)));
  });
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 awaits its handlers
  app.get('/leads/:id', async (request, response) => {
    const lead = await findLead(pool, orgOf(response), request.params.id);
    if (lead) response.json(lead);
    else response.status(404).json({ error: 'There is no such lead.' });
  });
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 awaits its handlers
  app.post('/leads', async (request, response) => {
    response.status(201).json({ lead: await insertLead(pool, orgOf(response), request.body) });
  });
  app.post('/conversations/:id/messages', write(pool, 'VISITOR'));
  app.post('/conversations/:id/reply', write(pool, 'HUMAN'));
  return createServer(app);
}

type Key = {
  org_id: string;
  id: string;
  name: string;
  scopes: string[];
  revoked_at: Date | null;
  expires_at: Date | null;
};

const keyOf = (response: Response): Key => response.locals['key'];
const orgOf = (response: Response): string => keyOf(response).org_id;

const authenticate = (pool: pg.Pool) => async (request: Request, response: Response, next: NextFunction) => {
  const token = request.get('authorization')?.replace(/^Bearer /, '') ?? '';
  const { rows } = await pool.query<Key>({
    name: 'peer-key',
    text: 'select org_id, id, name, scopes, revoked_at, expires_at from api_keys where hash = $1',
    values: [createHash('sha256').update(token).digest()],
  });
  const key = rows[0];
  if (!key || key.revoked_at || (key.expires_at && key.expires_at <= new Date())) {
    response.status(401).json({ error: 'The API key is missing, unknown, revoked or expired.' });
    return;
  }
  response.locals['key'] = key;
  next();
};

const leadColumns = `l.id, l.widget_id, l.conversation_id, s.key as stage, l.temperature, l.score, l.tags, l.first_name,
  l.last_name, l.email, l.phone, l.company, l.job_title, l.assigned_to_id, l.bant_budget, l.bant_authority, l.bant_need,
  l.bant_timeline, l.created_at, l.updated_at`;

const listSql = `select ${leadColumns} from leads l join stages s on s.org_id = l.org_id and s.id = l.stage_id
  where l.org_id = $1 and l.deleted_at is null order by l.id desc limit $2`;
const countSql = 'select count(*)::int as total from leads where org_id = $1 and deleted_at is null';
const leadSql = `select ${leadColumns} from leads l join stages s on s.org_id = l.org_id and s.id = l.stage_id
  where l.org_id = $1 and l.id = $2 and l.deleted_at is null`;
const tasksSql = `select id, widget_id, lead_id, conversation_id, type, status, title, due_at, created_at, updated_at, completed_at
  from tasks where org_id = $1 and lead_id = $2 order by id desc limit 200`;

async function listLeads(pool: pg.Pool, orgId: string, limit: number) {
  const [page, count] = await Promise.all([
    pool.query({ name: 'peer-leads', text: listSql, values: [orgId, limit + 1] }),
    pool.query<{ total: number }>({ name: 'peer-count', text: countSql, values: [orgId] }),
  ]);
  const data = page.rows.slice(0, limit).map(toLead);
  const more = page.rows.length > limit;
  const total = count.rows[0]?.total ?? 0;
  return { object: 'list', data, has_more: more, url: '/api/v1/leads', leads: data, total, limit, offset: 0 };
}

async function findLead(pool: pg.Pool, orgId: string, id: string) {
  const [lead, tasks] = await Promise.all([
    pool.query({ name: 'peer-lead', text: leadSql, values: [orgId, id] }),
    pool.query({ name: 'peer-tasks', text: tasksSql, values: [orgId, id] }),
  ]);
  return lead.rows[0] ? { ...toLead(lead.rows[0]), tasks: tasks.rows.map(toTask) } : null;
}

const insertLeadSql = `insert into leads (org_id, id, stage_id, source, target_type, context, tags, first_name, last_name, email, phone, company, search, created_at, updated_at)
  select $1, $2, s.id, 'manual', 'customer_lead', '{}', $3, $4, $5, $6, $7, $8, $9, now(), now()
    from stages s where s.org_id = $1 and s.is_default
  returning id, status, temperature, score, tags, email, stage_id, created_at, updated_at`;

type Asked = { name: string; email: string; phone: string; company: string; tags: string[] };

async function insertLead(pool: pg.Pool, orgId: string, { name, email, phone, company, tags }: Asked) {
  const [first, last] = name.split(' ');
  const search = [name, email, phone].join(' ').toLowerCase();
  const values = [orgId, ulid().toLowerCase(), tags, first, last, email, phone, company, search];
  const { rows } = await pool.query({ name: 'peer-insert', text: insertLeadSql, values });
  return { ...rows[0], name };
}

type Row = Readonly<Record<string, unknown>>;

const lower = (word: unknown) => (typeof word === 'string' ? word.toLowerCase() : null);

const toLead = (row: Row) => ({
  object: 'lead',
  id: row['id'],
  widget_id: row['widget_id'],
  conversation_id: row['conversation_id'],
  stage: row['stage'],
  temperature: lower(row['temperature']),
  score: row['score'],
  tags: row['tags'],
  name: [row['first_name'], row['last_name']].filter(Boolean).join(' ') || null,
  email: row['email'],
  phone: row['phone'],
  company: row['company'],
  job_title: row['job_title'],
  assigned_to: row['assigned_to_id'],
  bant: {
    budget: row['bant_budget'],
    authority: row['bant_authority'],
    need: row['bant_need'],
    timeline: row['bant_timeline'],
  },
  created_at: row['created_at'],
  updated_at: row['updated_at'],
});

const toTask = (row: Row) => ({ object: 'task', ...row, type: lower(row['type']), status: lower(row['status']) });

const touchSql = `update conversations set updated_at = now() where org_id = $1 and id = $2 and status = 'HUMAN_ACTIVE'
  and ($3::text is null or holder_key_id = $3) returning id`;
const insertSql = `insert into messages (org_id, id, conversation_id, role, content, original_content, author_key_id, created_at)
  values ($1, $2, $3, $4::"MessageRole", $5, $5, $6, now())
  returning id, conversation_id, content, original_content, language, translated, created_at`;

/** One transaction: the conversation moves, the message comes to be. */
const write =
  (pool: pg.Pool, role: 'VISITOR' | 'HUMAN') => async (request: Request<{ id: string }>, response: Response) => {
    const { org_id: orgId, id: keyId, name } = keyOf(response);
    const author = role === 'HUMAN' ? keyId : null;
    const client = await pool.connect();
    try {
      await client.query('begin');
      const touched = await client.query({
        name: 'peer-touch',
        text: touchSql,
        values: [orgId, request.params.id, author],
      });
      if (touched.rowCount === 0) throw new Error('Nobody holds this conversation.');
      const values = [orgId, ulid().toLowerCase(), request.params.id, role, request.body.message, author];
      const { rows } = await client.query({ name: 'peer-message', text: insertSql, values });
      await client.query('commit');
      const by = author && { id: author, name, type: 'api_key', avatar_url: null };
      response.status(201).json({ object: 'message', role: lower(role), ...rows[0], author: by });
    } catch (error) {
      await client.query('rollback');
      response.status(409).json({ error: String(error) });
    } finally {
      client.release();
    }
  };
