import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WireLeadList } from '../../../compat/ai93/wire.ts';
import { countStatements } from '../../support/count-statements.ts';
import { parseCsv, rowsOf } from './parse-csv.ts';
import { type Ai93, openAi93 } from './workspace.ts';

let api: Ai93;
beforeAll(async () => void (api = await openAi93()));
afterAll(async () => api.close());

type GraphLeads = { leads: { nodes: { name: string | null; remark: string | null; status: string }[] } };

const columns =
  'id,businessId,targetType,source,status,displayName,handle,email,phone,tags,notes,context,createdAt,updatedAt,handedOffAt,handoffDestination,handoffMetadata';

async function exported(search = '', key = api.key, from = api): Promise<Record<string, string>[]> {
  const { status, text } = await from.get(`/leads.csv${search}`, key);
  expect(status).toBe(200);
  expect(parseCsv(text)[0]?.join(',')).toBe(columns);
  return rowsOf(text);
}

describe('200', () => {
  beforeAll(async () => {
    await api.make({
      displayName: '=HYPERLINK("http://evil.example")',
      handle: '@handle',
      phone: '+15555551234',
      notes: '-1,\n"quoted"',
      tags: ['a b', 'c'],
      context: { url: 'https://localhost', list: [1, 'ü'], words: 'a: b, c', more: { none: [], yes: true } },
    });
    const context = {
      text: 'a: b, "c" \\ d',
      'spaced key': 'x, y',
      flags: [true, null, -2],
      fraction: 0.5,
      tiny: 1e-7,
      none: {},
    };
    await api.make({ displayName: 'Ütf 💬', email: 'u@example.com', businessId: api.mine, source: 'reddit', context });
    const { id } = await api.make({ displayName: 'Gone' });
    await api.post(`/leads/${id}/handoff`, { destination: 'krew', metadata: { a: 1 } });
  });

  it('answers text/csv with a header row and CRLF', async () => {
    const { text, headers } = await api.get('/leads.csv');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-length')).toBeNull();
    expect(text.split('\r\n')[0]).toBe(columns);
  });

  it('holds what the list holds, and so what the graph does', async () => {
    const { leads } = WireLeadList.parse((await api.get('/leads')).json);
    const fields =
      'id businessId targetType source status name handle email phone tags remark context createdAt updatedAt handedOffAt handoffDestination handoffMetadata';
    const graph = await api.graph<GraphLeads>(`{ leads(first: 200) { nodes { ${fields} } } }`);
    const unprefixed = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, '');
    const rows = (await exported()).map((row) =>
      Object.fromEntries(Object.entries(row).map(([k, v]) => [k, unprefixed(v)])),
    );
    const shown = (value: unknown) =>
      value === null
        ? ''
        : Array.isArray(value)
          ? value.join(',')
          : typeof value === 'object'
            ? JSON.stringify(value)
            : value;
    const asCells = (lead: Record<string, unknown>) =>
      Object.fromEntries(columns.split(',').map((name) => [name, shown(lead[name])]));
    expect(rows).toEqual(leads.map(asCells));
    expect(rows).toEqual(
      graph.leads.nodes.map(({ name, remark, status, ...lead }) =>
        asCells({ ...lead, displayName: name, notes: remark, status: status.toLowerCase() }),
      ),
    );
    expect(rows).toHaveLength(3);
  });

  it('marks what a spreadsheet would take for a formula as text', async () => {
    const [first] = await exported('?q=hyperlink');
    expect(first).toMatchObject({
      displayName: `'=HYPERLINK("http://evil.example")`,
      handle: `'@handle`,
      phone: `'+15555551234`,
      notes: `'-1,\n"quoted"`,
      tags: 'a b,c',
    });
  });

  it('takes every filter of the list, and shows a locked key its own business alone', async () => {
    expect((await exported('?source=reddit')).map(({ displayName }) => displayName)).toEqual(['Ütf 💬']);
    expect((await exported('?status=converted')).length).toBe(0);
    expect((await exported('?since=2026-01-01&limit=2')).length).toBe(2);
    expect((await exported('', api.locked)).map(({ businessId }) => businessId)).toEqual([api.mine]);
    const [newest] = await exported();
    expect((await exported(`?after=${newest?.['id']}`)).length).toBe(2);
  });

  it('answers HEAD without a body', async () => {
    const { status, text } = await api.call('HEAD', '/api/v1/leads.csv', api.key);
    expect([status, text]).toEqual([200, '']);
  });
});

describe('a cell', () => {
  let cells: Ai93;
  beforeAll(async () => void (cells = await openAi93()));
  afterAll(async () => cells.close());

  it.each(['＝1+1', '＋1', '－1', '＠a', '=1'])(
    'marks %j as text, which a spreadsheet would take for a formula',
    async (notes) => {
      const { id } = await cells.make({ displayName: 'Formula', notes: `${notes} b` });
      const rows = await exported('', cells.key, cells);
      expect(rows.find((row) => row['id'] === id)?.['notes']).toBe(`'${notes} b`);
    },
  );

  it('quotes a carriage return that stands alone', async () => {
    const { id } = await cells.make({ displayName: 'Lone', notes: 'a\rb' });
    const { text } = await cells.get('/leads.csv');
    expect(text).toContain('"a\rb"');
    expect((await exported('', cells.key, cells)).find((row) => row['id'] === id)?.['notes']).toBe('a\rb');
  });
});

describe('4xx', () => {
  it.each([
    ['?limit=0', 400, 'invalid_request'],
    ['?since=never', 400, 'invalid_request'],
    ['?offset=1', 400, 'invalid_request'],
    ['?after=ld_01jqz5v8m3k9wfp2c7hx0dtbne', 400, 'invalid_request'],
  ])('refuses %s in JSON, before a byte of CSV', async (search, status, error) => {
    const answer = await api.get(`/leads.csv${search}`);
    expect([answer.status, answer.json.error]).toEqual([status, error]);
  });
});

describe('many rows', () => {
  let many: Ai93;
  const total = 26_000;

  beforeAll(async () => {
    many = await openAi93();
    await many.database.pool.query(
      `insert into leads (org_id, id, stage_id, source, tags, remark, created_at, updated_at)
       select org_id, lpad(n::text, 26, '0'), id, 'manual', '{}', repeat('x', 400), now(), now()
         from stages, generate_series(1, $1) n where key = 'new'`,
      [total],
    );
    // As upkeep does: without statistics each page is sorted out of all rows.
    await many.database.pool.query('analyze leads');
  });
  afterAll(async () => many.close());

  it('are 5,000 by default and 25,000 at most, newest first, none twice', async () => {
    const ids = async (search: string) =>
      parseCsv((await many.get(`/leads.csv${search}`)).text)
        .slice(1)
        .map(([id]) => Number(id?.slice(3)));
    const [usual, most] = [await ids(''), await ids('?limit=99999')];
    expect([usual.length, most.length]).toEqual([5000, 25_000]);
    expect(most).toEqual(Array.from({ length: 25_000 }, (_, index) => total - index));
    expect(usual).toEqual(most.slice(0, 5000));
  });

  it('are read no further once their reader leaves in the middle', async () => {
    const read = (statements: string[]) => statements.filter((text) => text.includes('handoff_metadata')).length;
    const counter = countStatements(many.database);
    const whole = read(await counter.during(() => many.get('/leads.csv?limit=99999')));
    expect(whole).toBeGreaterThanOrEqual(25);

    // What was left goes on beside a whole export or not at all: then the two together read little more than the one.
    const both = await counter.during(async () => {
      await leaveAfterFirstBytes(`${many.url}/api/v1/leads.csv?limit=99999`, many.key);
      await many.get('/leads.csv?limit=99999');
    });
    expect(read(both) - whole).toBeGreaterThan(0);
    expect(read(both) - whole).toBeLessThan(whole / 2);
  });
});

/** Takes the beginning of an answer and breaks the connection off. */
async function leaveAfterFirstBytes(url: string, key: string): Promise<void> {
  const asked = request(url, { agent: false, headers: { authorization: `Bearer ${key}` } }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  await once(answer, 'data');
  asked.destroy();
  await once(asked, 'close');
}
