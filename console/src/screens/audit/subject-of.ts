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
  automation_rule: { prefix: 'rul_', path: 'automation' },
  campaign: { prefix: 'cmp_', path: 'automation' },
  email: { prefix: 'mail_', path: 'automation' },
  job: { prefix: 'job_', path: 'jobs' },
  sync_source: { prefix: 'src_', path: 'integrations' },
  scraper_run: { prefix: 'run_' },
  feedback: { prefix: 'fb_' },
};

/** What a campaign did to a lead is told of the enrolment. */
const ofEnrolments: readonly string[] = ['campaign.enrolled', 'campaign.completed', 'campaign.stopped'];

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
  if (ofEnrolments.includes(action)) return { id: `enr_${subjectId}`, path: null };
  const [word = ''] = action.split('.');
  const noun = nouns[word];
  return noun ? { id: `${noun.prefix}${subjectId}`, path: noun.path ?? null } : null;
}
