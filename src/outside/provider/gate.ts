import type pg from 'pg';
import { sharedNowSql } from '../../clock.ts';
import type { OutsideCapability } from '../../db/generated/prisma/enums.ts';
import { NotAskedError } from './provider-error.ts';

/** As much of a pool as the rooms below the domain need. */
export type Pool = Pick<pg.Pool, 'query'>;

/** For who tries first whether a provider is well again; others wait for what comes of it. */
const trialSeconds = 30;

const standingSql = `select $2::text = any(o.outside_capabilities) as "isGranted", h.paused_until is not null as "wasPaused",
       h.paused_until > ${sharedNowSql('$3')} as "isPaused"
  from organisations o
  left join provider_health h on h.org_id = o.id and h.capability = $2::text::"OutsideCapability"
 where o.id = $1`;

const takeTrialSql = `update provider_health
   set paused_until = ${sharedNowSql('$3')} + interval '${trialSeconds} seconds'
 where org_id = $1 and capability = $2::"OutsideCapability" and paused_until <= ${sharedNowSql('$3')}`;

type Asking = {
  readonly orgId: string;
  readonly capability: OutsideCapability;
  /** Whether it is asked with the workspace's own key, which nobody grants. */
  readonly isWorkspaces?: boolean;
  readonly now: Date | null;
};

type Standing = { isGranted: boolean | null; wasPaused: boolean; isPaused: boolean | null };

/**
 * Lets a call pass that the workspace may make, unless the provider is left alone after what failed: then, once the pause is over,
 * one call alone tries whether it is well again.
 * @throws NotAskedError
 */
export async function passGate(pool: Pool, { orgId, capability, isWorkspaces = false, now }: Asking): Promise<void> {
  const given = [orgId, capability, now];
  const { rows } = await pool.query<Standing>(standingSql, given);
  const [standing] = rows;
  if (!standing || !(isWorkspaces || standing.isGranted)) throw new NotAskedError(capability, 'NOT_GRANTED');
  if (!standing.wasPaused) return;
  const isTrial = !standing.isPaused && (await pool.query(takeTrialSql, given)).rowCount === 1;
  if (!isTrial) throw new NotAskedError(capability, 'PAUSED');
}
