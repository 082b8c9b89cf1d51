import type { Database } from '../../db/open/database.ts';
import { inTime } from '../../in-time.ts';
import type { Pulses } from '../../pulses.ts';

export type ServingState = {
  readonly database: Pick<Database, 'pool'>;
  readonly pulses: Pick<Pulses, 'late'>;
  /** False while starting and from the moment the process is told to end. */
  readonly isServing: () => boolean;
};

const answerMs = 2000;

// A standby says the same of its transactions as a database that was set read-only.
const readOnlySql = `select current_setting('transaction_read_only') = 'on' as "readOnly"`;

/** Why this node cannot serve as it should, in a sentence; null where it can. */
export async function findProblem({ database, pulses, isServing }: ServingState): Promise<string | null> {
  if (!isServing()) return 'The process is starting or stopping.';
  try {
    const asked = () => database.pool.query<{ readOnly: boolean }>(readOnlySql);
    const { rows } = await inTime(answerMs, asked);
    if (rows[0]?.readOnly) return 'The database takes no writes: it is read-only, or a standby.';
  } catch {
    return 'The database does not answer.';
  }
  const stuck = pulses.late;
  return stuck.length === 0 ? null : `For too long this did not succeed: ${stuck.join(', ')}.`;
}
