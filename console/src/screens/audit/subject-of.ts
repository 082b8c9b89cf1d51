/** What the first word of an action is about: how its ids begin, and the screen that shows it. */
const nouns: Readonly<Record<string, { readonly prefix: string; readonly path?: string }>> = {
  lead: { prefix: 'ld_', path: 'leads' },
  conversation: { prefix: 'cv_', path: 'inbox' },
  task: { prefix: 'tsk_', path: 'tasks' },
  member: { prefix: 'mem_', path: 'members' },
  api_key: { prefix: 'key_', path: 'developers' },
  webhook_endpoint: { prefix: 'whe_', path: 'webhooks' },
  webhook_delivery: { prefix: 'whd_', path: 'webhooks' },
  widget: { prefix: 'wdg_', path: 'widgets' },
  business: { prefix: 'biz_' },
  stage: { prefix: 'stg_' },
  custom_field: { prefix: 'fld_' },
  playbook: { prefix: 'pb_' },
  automation_rule: { prefix: 'rul_' },
  campaign: { prefix: 'cmp_' },
  sync_source: { prefix: 'src_' },
  scraper_run: { prefix: 'run_' },
  feedback: { prefix: 'fb_' },
};

export type Subject = {
  /** Its id, as the graph takes it. */
  readonly id: string;
  /** The screen that shows it; null where none does. */
  readonly path: string | null;
};

/** What an entry is about; null where its action does not tell. */
export function subjectOf({
  action,
  subjectId,
}: {
  readonly action: string;
  readonly subjectId: string;
}): Subject | null {
  const [word = ''] = action.split('.');
  const noun = nouns[word];
  return noun ? { id: `${noun.prefix}${subjectId}`, path: noun.path ?? null } : null;
}
