import { unavailable } from '../../errors.ts';
import { enrichThose } from '../leads/enrich-leads.ts';
import type { TaskRunner } from './task-runner.ts';

/** Finds out more about the task's lead. A lead that was enriched before stays as it is. */
export const runEnrichment: TaskRunner = async (context, { leadId }) => {
  if (leadId === null) return { status: 'FAILED', result: { error: 'The task is about no lead.' } };
  const [enriched] = await enrichThose(context, [leadId], false);
  if (!enriched?.lead) return { status: 'FAILED', result: { error: 'There is no such lead.' } };
  const { status, cached, fields, source, error, mayPass } = enriched;
  if (mayPass) throw unavailable(error ?? 'The enrichment broke off.', 1);
  return status === 'COMPLETE'
    ? { status: 'COMPLETED', result: { cached, fields: [...fields], source } }
    : { status: 'FAILED', result: { error } };
};
