import type { ScaleCase, ScaleClients } from './scale-case.ts';

type Known = { readonly leads: number; readonly conversations: number; readonly amid: string; readonly first: string };
type Path = string | ((known: Known) => string);

async function know({ whole }: ScaleClients): Promise<Known> {
  type All = Record<'leads' | 'conversations', { totalCount: number }>;
  const { leads, conversations } = await whole.ask<All>(
    '{ leads(first: 1) { totalCount } conversations(first: 1) { totalCount } }',
  );
  type Found = Record<'amid' | 'first', { nodes: { id: string }[] }>;
  const { amid, first } = await whole.ask<Found>(
    'query ($offset: Int!) { amid: leads(first: 1, offset: $offset) { nodes { id } } first: leads(last: 1) { nodes { id } } }',
    { offset: Math.floor(leads.totalCount / 2) },
  );
  const idOf = ({ nodes: [node] }: Found['amid']) => node?.id.slice('ld_'.length) ?? '';
  return {
    leads: leads.totalCount,
    conversations: conversations.totalCount,
    amid: idOf(amid),
    first: idOf(first),
  };
}

const get = (client: 'quincer' | 'ai93' | 'clawcrm', name: string, path: Path): ScaleCase => ({
  name,
  async prepare(clients) {
    const target = typeof path === 'string' ? path : path(await know(clients));
    return async () => {
      const { status, text } = await clients[client].get(target);
      if (status !== 200) throw new Error(`${target} answers ${status}: ${text}`);
    };
  },
});

const bare = (n: number): string => String(Math.floor(n)).padStart(26, '0');

const quincer = '/api/v1';
/** Each page of Quincer’s lists tells how many there are in all. */
const quincerCases = (
  [
    ['leads', '/leads'],
    ['leads at offset half', ({ leads }) => `/leads?offset=${Math.floor(leads / 2)}`],
    ['leads at the last offset', ({ leads }) => `/leads?offset=${leads - 10}`],
    ['leads from the midst', ({ amid }) => `/leads?starting_after=${amid}`],
    ['leads of a stage of a third', '/leads?stage=contacted'],
    [
      'leads of a stage of a third at an offset of a quarter',
      ({ leads }) => `/leads?stage=contacted&offset=${Math.floor(leads / 4)}`,
    ],
    ['leads of a stage of one in 2,000', '/leads?stage=won'],
    ['leads of an empty stage', '/leads?stage=lost'],
    ['hot leads, of which there are none', '/leads?temperature=hot'],
    ['lately changed leads', '/leads?updated_since=2026-02-10'],
    ['tasks', '/tasks'],
    ['pending tasks', '/tasks?status=pending'],
    ['failed tasks', '/tasks?status=failed'],
    ['tasks at offset half', ({ leads }) => `/tasks?offset=${Math.floor(leads / 10)}`],
    ['conversations', '/conversations'],
    ['conversations from the midst', ({ conversations }) => `/conversations?starting_after=${bare(conversations / 2)}`],
    ['conversations at offset half', ({ conversations }) => `/conversations?offset=${Math.floor(conversations / 2)}`],
    ['closed conversations', '/conversations?status=closed'],
    ['held conversations', '/conversations?status=human_active'],
    ['lately changed conversations', '/conversations?updated_since=2026-05-18'],
    ['transcript', ({ conversations }) => `/conversations/${bare(conversations - 1)}`],
  ] satisfies [string, Path][]
).map(([name, path]) =>
  get('quincer', `Quincer’s ${name}`, typeof path === 'string' ? quincer + path : (known) => quincer + path(known)),
);

const ai93Cases = (
  [
    ['leads', '/leads'],
    ['leads, 500 of them', '/leads?limit=500'],
    ['leads of a source of a quarter', '/leads?source=reddit'],
    ['leads of a source of none', '/leads?source=linkedin'],
    ['leads of a status of a quarter', '/leads?status=contacted'],
    ['leads with a tag of one in 500', '/leads?tag=region-7'],
    ['leads with a tag of nobody', '/leads?tag=nobody'],
    ['leads with a word of all', '/leads?q=lovelace'],
    ['leads with a word of one in 5,000', '/leads?q=fireplace'],
    ['leads with a word of nobody', '/leads?q=zeppelin'],
    ['CSV of 25,000', '/leads.csv?limit=25000'],
    ['CSV of 25,000 of a tag of one in 500', '/leads.csv?limit=25000&tag=region-7'],
    ['sources', '/sources'],
  ] satisfies [string, Path][]
).map(([name, path]) => get('ai93', `AI93’s ${name}`, `/api/v1${path}`));

const clawcrm = '/api/openclaw';
const clawcrmCases = (
  [
    ['leads', '/leads'],
    ['leads at offset half', ({ leads }) => `/leads?offset=${Math.floor(leads / 2)}`],
    ['leads of a status', '/leads?status=replied'],
    ['leads of a tier of a third', '/leads?tier=high'],
    ['leads of a tier of none', '/leads?tier=medium'],
    ['deleted leads', '/leads?deletedOnly=true'],
    ['stages', '/stages'],
    ['stalled leads', '/leads/stalled'],
    ['stalled leads at an offset of a quarter', ({ leads }) => `/leads/stalled?offset=${Math.floor(leads / 4)}`],
    ['analytics of 30 days', '/analytics'],
    ['analytics of a year', '/analytics?days=365'],
    ['touchpoints of a lead of many', ({ first }) => `/touchpoints?leadId=rp_${first}`],
    ['notes of a lead of many', ({ first }) => `/notes?leadId=rp_${first}`],
    ['health', '/health'],
  ] satisfies [string, Path][]
).map(([name, path]) =>
  get('clawcrm', `ClawCRM’s ${name}`, typeof path === 'string' ? clawcrm + path : (known) => clawcrm + path(known)),
);

export const dialectCases: readonly ScaleCase[] = [...quincerCases, ...ai93Cases, ...clawcrmCases];
