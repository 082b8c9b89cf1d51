import { readOnce } from './read.ts';
import { anyNode, isOver, jitter, type Lead, type Reader, type World, type WriterKeys } from './world.ts';

type Change = { readonly path: string; readonly key: string; readonly method: string; readonly body: object };

const mutation =
  'mutation ($id: ID!, $t: String!) { updateLead(id: $id, input: { company: $t, remark: $t }) { lead { id } } }';

const overGraph = (keys: WriterKeys, id: string, text: string): Change => ({
  path: '/graphql',
  key: keys.graphql,
  method: 'POST',
  body: { query: mutation, variables: { id: `ld_${id}`, t: text } },
});

const overClawcrm = (keys: WriterKeys, id: string, text: string): Change => ({
  path: '/api/openclaw/leads',
  key: keys.clawcrm,
  method: 'PATCH',
  body: { id: `rp_${id}`, organizationName: text },
});

/** One writer for each lead, so that its values are in order; a write that was not answered may have been made or not. */
export async function write(world: World, keys: WriterKeys, { id }: Lead, readers: readonly Reader[]): Promise<void> {
  for (let value = 1; !isOver(world); value += 1) {
    const change = (Math.random() < 0.7 ? overGraph : overClawcrm)(keys, id, `v${value}`);
    const made = await send(anyNode(world).url, change);
    if (made) {
      world.told.set(id, Math.max(value, world.told.get(id) ?? 0));
      if (change.path === '/graphql') world.told.set(`remark ${id}`, value);
      world.acknowledged.set(id, [...(world.acknowledged.get(id) ?? []), value]);
      world.report.writes += 1;
      // Where an answer that is out of date would be told, it is told now.
      await Promise.all(readers.map((reader) => readOnce(world, reader, readers)));
    }
    await jitter(Math.random() < 0.1 ? 400 : 30);
  }
}

async function send(url: string, { path, key, method, body }: Change): Promise<boolean> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) }).catch(() => null);
  const text = answer?.ok ? await answer.text().catch(() => null) : null;
  return text !== null && !text.includes('"errors"');
}
