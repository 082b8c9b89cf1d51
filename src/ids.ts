/** Ids as clients see them: of which type each is stands before the row's own. Everybody may import this, it imports nothing of ours. */

/** The prefix of each type's ids. An id is opaque to clients; it tells its type, so that a wrong one is told from a missing one. */
export const idPrefixes = {
  Organisation: 'org',
  Lead: 'ld',
  Stage: 'stg',
  Conversation: 'cv',
  Message: 'msg',
  Task: 'tsk',
  Business: 'biz',
  Widget: 'wdg',
  Member: 'mem',
  ApiKey: 'key',
  AuditEntry: 'aud',
  WebhookEndpoint: 'whe',
  WebhookDelivery: 'whd',
  ScraperRun: 'run',
  CustomField: 'fld',
  Note: 'nt',
  Touchpoint: 'tp',
  Playbook: 'pb',
  AutomationRule: 'rul',
  AutomationRun: 'arn',
  Campaign: 'cmp',
  Enrolment: 'enr',
  ScheduledEmail: 'eml',
  Email: 'mail',
  SyncSource: 'src',
  SyncDelivery: 'sdl',
  Meeting: 'mtg',
  Feedback: 'fb',
  ProviderCall: 'pc',
  Job: 'job',
} as const;

export type NodeType = keyof typeof idPrefixes;

/** What ids of a type begin with, such as `ld_`. */
export const prefixOf = <Type extends NodeType>(type: Type): `${(typeof idPrefixes)[Type]}_` => `${idPrefixes[type]}_`;

export const toGlobalId = (type: NodeType, rowId: string): string => prefixOf(type) + rowId;

export const toGlobalIdOrNull = (type: NodeType, rowId: string | null): string | null =>
  rowId === null ? null : toGlobalId(type, rowId);

const rowIdShape = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** Whether it can be the id of a row: a ULID in lower case. */
export const isRowId = (text: string): boolean => rowIdShape.test(text);

/** The row's own id, without what tells the type. */
export const bareId = (id: string): string => id.slice(id.indexOf('_') + 1);

export const bareIdOrNull = (id: string | null): string | null => (id === null ? null : bareId(id));

/** For documents: an id that looks like one of this type. */
export const exampleId = (type: NodeType): string => toGlobalId(type, '01jqz5v8m3k9wfp2c7hx0dtbne');
