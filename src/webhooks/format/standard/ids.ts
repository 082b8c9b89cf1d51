type Prefix =
  | 'org'
  | 'ld'
  | 'nt'
  | 'tp'
  | 'cv'
  | 'msg'
  | 'tsk'
  | 'biz'
  | 'wdg'
  | 'stg'
  | 'mem'
  | 'key'
  | 'whe'
  | 'cmp'
  | 'enr'
  | 'fb';

/** A row's id as the graph shows it. */
export const toId = (prefix: Prefix, id: string): string => `${prefix}_${id}`;

export const toIdOrNull = (prefix: Prefix, id: string | null): string | null => (id === null ? null : toId(prefix, id));
