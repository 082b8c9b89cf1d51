import type { Logger } from 'pino';
import { type Clock, sharedNow, sharedNowSql } from '../../clock.ts';
import { openWith, type SecretBox } from '../../access/secret-box.ts';
import type { DomainContext } from '../../domain/context.ts';
import { type MailboxClient, MailboxError } from '../../domain/sync-sources/mailbox-client.ts';
import { type Mapping, readMapping } from '../../domain/sync-sources/mapping.ts';
import { readClaims } from '../../domain/sync-sources/read-claims.ts';
import { receiveLead } from '../../domain/sync-sources/receive-lead.ts';
import { mailboxSecretContext } from '../../domain/sync-sources/source-secrets.ts';
import { DomainError } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { createRecordDelivery, type Recorded, toCame } from '../intake/record-delivery.ts';
import { shownBody } from '../intake/shown-body.ts';
import type { Pool } from '../provider/gate.ts';
import { readMail, type ReadMail } from './read-mail.ts';

type Row = {
  readonly host: string;
  readonly port: number;
  readonly isSecure: boolean;
  readonly user: string;
  readonly secret: Uint8Array;
  readonly folder: string;
  readonly validity: string;
  readonly lastUid: string;
  readonly mapping: unknown;
};

// Taken for as long as a turn may last, so that a node that dies leaves it to another.
const takeSql = `update sync_mailboxes m
   set next_read_at = ${sharedNowSql('$3')} + interval '10 minutes'
  from sync_sources s
 where m.org_id = $1 and m.id = $2 and m.next_read_at <= ${sharedNowSql('$3')} and s.org_id = m.org_id and s.id = m.id and s.enabled
 returning m.host, m.port, m.is_secure as "isSecure", m."user", m.secret, m.folder, m.validity, m.last_uid::text as "lastUid", s.mapping`;

const keepSql = `update sync_mailboxes set validity = $3, last_uid = $4::bigint where org_id = $1 and id = $2`;

const endSql = `update sync_mailboxes set
       last_read_at = case when $4::boolean then ${sharedNowSql('$5')} else last_read_at end,
       last_error = $3, failures = case when $4::boolean then 0 else failures + 1 end,
       next_read_at = ${sharedNowSql('$5')} + interval '1 second'
         * least(3600, ${limits.mailboxEverySeconds} * case when $4::boolean then 1 else power(2, least(failures, 10)) end)
 where org_id = $1 and id = $2`;

const outOfBudget = 'The leads of the hour are used up. The mails behind them are read once there is room.';
const unreadable = 'The password was encrypted with another SECRET_KEY. Connect the mailbox again.';

type Options = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  readonly mailboxes: MailboxClient;
  readonly log: Pick<Logger, 'warn'>;
  readonly openDomain: (orgId: string) => DomainContext;
};

/**
 * Looks into the mailbox of a source: who wrote becomes a lead by the same verb as what is posted, and its log tells of each mail. A mail that
 * cannot be read is passed over; where the leads of the hour are used up or the database fails, the next turn goes on with the same mail.
 */
export function createReadMailbox({ pool, clock, secretBox, mailboxes, log, openDomain }: Options) {
  const recordDelivery = createRecordDelivery({ pool, clock });

  return async ({ orgId, id }: { readonly orgId: string; readonly id: string }, isStopping: () => boolean) => {
    const { rows } = await pool.query<Row>(takeSql, [orgId, id, sharedNow(clock)]);
    const [row] = rows;
    if (!row) return false;
    const end = (error: string | null, isRead: boolean) =>
      pool.query(endSql, [orgId, id, error, isRead, sharedNow(clock)]);
    let told = 0;
    let halt: string | null = null;

    /** @throws what is no fault of the mail */
    async function take(raw: Uint8Array, mapping: Mapping | null): Promise<'GO_ON' | 'OVER_BUDGET'> {
      const came = toCame(raw, 'message/rfc822');
      const record = (told: Pick<Recorded, 'outcome' | 'leadId' | 'businessId' | 'reason'>, body: string | null) =>
        recordDelivery({ ...came, ...told, body, orgId, sourceId: id });
      const refuse = (reason: string, body: string | null) =>
        record({ outcome: 'REFUSED', leadId: null, businessId: null, reason }, body);
      const mail = await readMail(raw, row?.user ?? '').catch((error: unknown): ReadMail => {
        log.warn({ err: error, orgId, sourceId: id }, 'A mail could not be read, and is passed over.');
        return { passedOver: 'It could not be read.' };
      });
      if ('passedOver' in mail) {
        await refuse(mail.passedOver, null);
        return 'GO_ON';
      }
      const body = shownBody(mail.body);
      const { claims, problem } = readClaims(mail.body, mapping);
      if (problem !== null || claims.email === undefined) {
        await refuse(problem ?? 'It tells no e-mail address of who wrote it.', body);
        return 'GO_ON';
      }
      try {
        const received = await receiveLead(openDomain(orgId), id, { claims, came: { ...came, body } });
        const { outcome, leadId, businessId, isLogged } = received;
        if (outcome === 'OVER_BUDGET') return 'OVER_BUDGET';
        if (!isLogged) await record({ outcome, leadId, businessId, reason: null }, body);
        if (outcome === 'CREATED' || outcome === 'UPDATED') told += 1;
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'INVALID') throw error;
        await refuse(error.message, body);
      }
      return 'GO_ON';
    }

    const password = openWith(secretBox, row.secret, mailboxSecretContext(orgId, id));
    if (password === null) {
      await end(unreadable, false);
      return false;
    }
    const { host, port, isSecure, user, folder, validity, lastUid } = row;
    const server = { host, port, isSecure, user, password };
    try {
      const mapping = readMapping(row.mapping);
      const since = { validity, uid: Number(lastUid) };
      await mailboxes.readSince(server, folder, since, isStopping, async ({ uid, raw }, now) => {
        if ((await take(raw, mapping)) === 'OVER_BUDGET') {
          halt = outOfBudget;
          return false;
        }
        await pool.query(keepSql, [orgId, id, now, uid]);
        return true;
      });
      await end(halt, true);
    } catch (error) {
      await end(
        error instanceof MailboxError ? error.message : 'The server could not take in a mail; it is tried again.',
        false,
      );
      if (!(error instanceof MailboxError)) throw error;
    }
    return told > 0;
  };
}
