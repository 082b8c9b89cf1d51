import { hashSecret, hookToken } from '../../access/credentials.ts';
import { SecretBoxError } from '../../access/secret-box.ts';
import { sharedNow, sharedNowSql } from '../../clock.ts';
import type { CalendarConnection } from '../../db/generated/prisma/client.ts';
import { calendarSecretContext, unreadableSecret } from '../../domain/calendars/calendar-secrets.ts';
import { calendars } from '../../domain/calendars/calendars.ts';
import { receiveMeetings } from '../../domain/meetings/receive-meetings.ts';
import { DomainError, notFound, unauthenticated, unavailable } from '../../errors.ts';
import { EdgeError } from '../../http/edge-error.ts';
import { type Intake, type IntakeOptions, UnreadableBodyError } from '../intake/create-intake.ts';
import { mediaOf, readIntake } from '../intake/read-intake.ts';
import { calendarHooks } from './calendar-hooks.ts';

type Found = Pick<CalendarConnection, 'orgId' | 'id' | 'provider' | 'secret'>;

const findSql = `select org_id as "orgId", id, provider::text as provider, secret from calendar_connections where token_hash = $1`;

const noteSql = `update calendar_connections
   set last_received_at = case when $5::boolean then ${sharedNowSql('$4')} else last_received_at end, last_refusal = $3
 where org_id = $1 and id = $2`;

/** Takes in what a provider of bookings posts to the address it was given. */
export function createCalendarIntake({ pool, clock, secretBox, log, openDomain }: IntakeOptions): Intake {
  async function requireConnection(token: string): Promise<Found> {
    const { rows } = hookToken.isOne(token) ? await pool.query<Found>(findSql, [hashSecret(token)]) : { rows: [] };
    const [found] = rows;
    // 410 would have Calendly delete its subscription, also where a backup is put back that knows of it.
    if (!found) throw notFound('calendar');
    return found;
  }

  return async ({ token, headers, readBody, requestId }) => {
    const { orgId, id, provider, secret } = await requireConnection(token);
    const hooks = calendarHooks[provider];
    const note = (refusal: string | null, isSigned: boolean) =>
      pool.query(noteSql, [orgId, id, refusal, sharedNow(clock), isSigned]).catch((error: unknown) => {
        log.warn({ err: error, orgId, provider }, 'What a provider of bookings posted was not written down.');
      });
    const openKey = async (): Promise<string> => {
      try {
        return secretBox.open(secret, calendarSecretContext(orgId, id));
      } catch (error) {
        if (!(error instanceof SecretBoxError)) throw error;
        await note(unreadableSecret, false);
        throw unavailable('Bookings cannot be taken for now.', 60 * 60, error);
      }
    };
    const readSigned = async (): Promise<Uint8Array> => {
      const body = await readBody();
      const key = await openKey();
      if (!hooks.isSigned(key, { headers, body, now: clock.now() })) throw unauthenticated(hooks.unsigned);
      return body;
    };
    let body: Uint8Array | null = null;
    try {
      body = await readSigned();
      const notices = hooks.read(readIntake(mediaOf(headers, false), body));
      if (notices === null)
        throw new UnreadableBodyError(`The body is no booking as ${calendars[provider].name} tells of one.`);
      if (notices.length > 0) await receiveMeetings(openDomain(orgId, requestId), id, notices);
      await note(null, true);
    } catch (error) {
      if (isRefusal(error)) await note(error.message, body !== null);
      // Calendly switches a subscription off that answers one and the same body with an error for a day.
      if (body === null || !isUnreadable(error)) throw error;
    }
  };
}

/** What is wrong with the body itself, however often it is posted. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof UnreadableBodyError ||
  error instanceof EdgeError ||
  (error instanceof DomainError && error.code === 'INVALID');

/** What operators are told of: not that the server was busy. */
const isRefusal = (error: unknown): error is Error =>
  isUnreadable(error) || (error instanceof DomainError && error.code !== 'UNAVAILABLE');
