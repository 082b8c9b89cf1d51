/** Lumbra's prefixes, and the graph's for the same. */
const prefixes = { per_: 'ld_', todo_: 'tsk_' } as const;

type Prefix = keyof typeof prefixes;

/** What is no id of this kind names nothing in the graph either. */
export const graphId = (prefix: Prefix, id: string): string =>
  id.startsWith(prefix) ? prefixes[prefix] + id.slice(prefix.length) : '';

/** From the graph's id, or a row's bare one. */
export const lumbraId = (prefix: Prefix, id: string): string => prefix + id.slice(id.indexOf('_') + 1);
