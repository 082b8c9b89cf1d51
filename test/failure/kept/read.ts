import { anyNode, isOver, jitter, pick, type Reader, type Seen, valuesIn, type World } from './world.ts';

/** Asks again and again until the time is over. */
export async function read(world: World, reader: Reader, all: readonly Reader[]): Promise<void> {
  let before: string | null = '';
  while (!isOver(world)) {
    const text = await readOnce(world, reader, all);
    if (text !== null && text === before) world.report.repeated += 1;
    before = text;
    await jitter(10);
  }
}

/** AI93 shows what only the graph writes. */
const floorOf = ({ name }: Reader, id: string) => (name === 'AI93 list' ? `remark ${id}` : id);

/** Asks any node, and holds the answer against all that anybody was told of before; null where there was none. */
export async function readOnce(world: World, reader: Reader, all: readonly Reader[]): Promise<string | null> {
  const { report, told, leads } = world;
  const { name, path, query, sees } = reader;
  const visible = leads.filter((lead) => sees?.(lead)).map(({ id }) => id);
  const floors = new Map(visible.map((id) => [id, told.get(floorOf(reader, id)) ?? 0]));
  const known = query === undefined ? knownTo(world, reader, all) : null;
  const answer = await fetch(anyNode(world).url + path, {
    method: query ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${pick(reader.keys)}`,
      ...(query && { 'content-type': 'application/json' }),
      ...(known && { 'if-none-match': known.etag }),
    },
    ...(query && { body: JSON.stringify({ query }) }),
  }).catch(() => null);
  const body = await answer?.text().catch(() => null);
  if (answer?.status === 429) report.limited += 1;
  else if (answer === null || body == null || answer.status >= 500) report.unanswered += 1;
  if (answer === null || body == null || answer.status === 429 || answer.status >= 500) return null;
  report.reads += 1;
  const isUnmodified = answer.status === 304;
  if (isUnmodified) report.unmodified += 1;
  if (isUnmodified && !known?.isOwn)
    report.foreign.push(`${name} was told that it has what another right was answered`);
  // Who is told that nothing changed goes by what it has.
  const text = isUnmodified ? (known?.text ?? '') : body;
  const etag = answer.headers.get('etag');
  if (etag !== null && !isUnmodified) world.seen.set(name, { etag, text });

  const refused = !(answer.ok || isUnmodified) || text.includes('"errors"');
  if (refused !== (sees === null)) report.wrong.push(`${name}: ${answer.status} ${text.slice(0, 200)}`);
  const values = refused ? new Map<string, number>() : valuesIn(JSON.parse(text));
  for (const [id, value] of values) {
    const floor = floors.get(id);
    report.compared += 1;
    if (floor === undefined) report.foreign.push(`${name} was shown ${id}`);
    else if (value < floor) report.stale.push(`${name}, ${answer.status}: ${id} is ${value}, ${floor} was told`);
    if (value > (told.get(floorOf(reader, id)) ?? 0)) told.set(floorOf(reader, id), value);
  }
  if (!refused && values.size !== visible.length) report.foreign.push(`${name} was shown ${values.size} leads`);
  return text;
}

/** What a reader shows that it has: mostly what it was answered last, now and then what another right was at the same address. */
function knownTo({ seen }: World, reader: Reader, all: readonly Reader[]): (Seen & { isOwn: boolean }) | null {
  const chance = Math.random();
  const others = all.filter(({ name, path }) => path === reader.path && name !== reader.name);
  const from = chance < 0.5 ? reader : chance < 0.65 && others.length > 0 ? pick(others) : null;
  const found = from && seen.get(from.name);
  return found ? { ...found, isOwn: from === reader } : null;
}
