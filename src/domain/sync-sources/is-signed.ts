import type { SyncSource } from '../../db/generated/prisma/client.ts';
import { limits } from '../../limits.ts';

/** Whether only who holds its secret may post to a source. What the others are told, anybody may have said. */
export const isSigned = ({ type, signed }: Pick<SyncSource, 'type' | 'signed'>): boolean =>
  type === 'API_SDR' || (type === 'GENERIC_WEBHOOK' && signed);

/** Leads that it may make or complete in any hour; null is no limit. */
export const leadsPerHourOf = (source: Pick<SyncSource, 'type' | 'signed' | 'leadsPerHour'>): number | null =>
  source.leadsPerHour ?? (isSigned(source) ? null : limits.intakeLeadsPerHour);

/** Whether it has an address of ours. A mailbox is read instead. */
export const hasAddress = (source: Pick<SyncSource, 'type'>): boolean => !isMailbox(source);

export const isMailbox = ({ type }: Pick<SyncSource, 'type'>): boolean => type === 'GMAIL';
