import type { Database } from '../../db/open/database.ts';
import { columns } from '../../server/process/greeting.ts';
import type { MadeDemo } from './make-demo.ts';

type Counts = Readonly<Record<string, string>>;

const countsSql = `select o.name,
  (select count(*) from leads where org_id = o.id) as leads,
  (select count(distinct source) from leads where org_id = o.id) as sources,
  (select count(*) from conversations where org_id = o.id) as conversations,
  (select count(*) from messages where org_id = o.id) as messages,
  (select count(distinct language) from conversations where org_id = o.id) as languages,
  (select count(*) from conversations where org_id = o.id and waiting_since is not null) as waiting,
  (select count(*) from tasks where org_id = o.id) as tasks,
  (select count(*) from tasks where org_id = o.id and status = 'PENDING' and due_at < o.event_at) as overdue,
  (select count(*) from touchpoints where org_id = o.id) as touchpoints,
  (select count(*) from notes where org_id = o.id) as notes,
  (select count(*) from events where org_id = o.id) as events,
  (select count(*) from webhook_deliveries where org_id = o.id) as deliveries,
  (select count(*) from webhook_deliveries where org_id = o.id and state = 'SUCCEEDED' and attempt_count > 1) as recovered,
  (select count(*) from webhook_deliveries where org_id = o.id and state = 'DEAD') as dead
  from organisations o where o.id = $1`;

/** What was made, its keys, and what to try with them. */
export async function tellOfDemo({ pool }: Database, { orgId, keys }: MadeDemo, publicUrl: string): Promise<string> {
  const { rows } = await pool.query<Counts>(countsSql, [orgId]);
  const [made = {}] = rows;
  const secrets = [
    ['GraphQL and operators', keys.operator] as const,
    ...keys.vendors.map(({ vendor: { title, basePath }, secret }) => [`${title} ${basePath}`, secret] as const),
  ];
  return `
The workspace "${made['name']}" was made, with a month of its own:

${columns([
  [
    'Leads',
    `${made['leads']} from ${made['sources']} sources, ${made['touchpoints']} touchpoints, ${made['notes']} notes`,
  ],
  [
    'Conversations',
    `${made['conversations']} in ${made['languages']} languages, ${made['messages']} messages, ${made['waiting']} wait for a person`,
  ],
  ['Tasks', `${made['tasks']}, ${made['overdue']} overdue`],
  ['Events', `${made['events']}`],
  [
    'Webhooks',
    `${made['deliveries']} deliveries, ${made['recovered']} failed and came through, ${made['dead']} were given up`,
  ],
])}

Its keys are shown this once:

${columns(secrets)}

Its webhook endpoints are disabled, for their addresses do not exist: nothing of it leaves this machine.
Start the server (npm start), and try who waits for a person, longest first:

  ${ask(publicUrl, keys.operator, '{ conversations(filter: { waiting: true }, orderBy: { field: WAITING_SINCE, direction: ASC }) { nodes { waitingSince language lead { name } lastMessage { content } takenOverBy { name } } } }')}

which deliveries failed, and what their receiver answered:

  ${ask(publicUrl, keys.operator, '{ webhookDeliveries(failing: true) { nodes { createdAt state event { type } endpoint { url } attempts { at status responseExcerpt } } } }')}

and the newest leads, as a vendor's client asks for them:
${keys.vendors
  .slice(0, 1)
  .map(
    ({ vendor: { basePath }, secret }) => `
  curl '${publicUrl}${basePath}/leads?limit=3' -H 'Authorization: Bearer ${secret}'`,
  )
  .join('')}

To take all of it away again: npm run demo -- --remove
`;
}

const ask = (publicUrl: string, key: string, query: string): string =>
  `curl ${publicUrl}/graphql -H 'Authorization: Bearer ${key}' \\
    -H 'Content-Type: application/json' -d '${JSON.stringify({ query })}'`;
