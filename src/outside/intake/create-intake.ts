import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import { hashSecret, hookToken } from '../../access/credentials.ts';
import type { SecretBox } from '../../access/secret-box.ts';
import { type Clock, sharedNow } from '../../clock.ts';
import type { DomainContext } from '../../domain/context.ts';
import { hasAddress, isSigned } from '../../domain/sync-sources/is-signed.ts';
import { readMapping } from '../../domain/sync-sources/mapping.ts';
import { readClaims } from '../../domain/sync-sources/read-claims.ts';
import { type Came, receiveLead } from '../../domain/sync-sources/receive-lead.ts';
import { sourceSecretContext } from '../../domain/sync-sources/source-secrets.ts';
import { conflict, DomainError, type DomainErrorCode, notFound, unauthenticated } from '../../errors.ts';
import { EdgeError } from '../../http/edge-error.ts';
import { isStorable } from '../../text.ts';
import type { Pool } from '../provider/gate.ts';
import { type FoundSource, findSource } from './find-source.ts';
import { mediaOf, readIntake } from './read-intake.ts';
import { createRecordDelivery, type Recorded, toCame } from './record-delivery.ts';
import { shownBody } from './shown-body.ts';
import { isFromSource } from './verify-source.ts';

export type IntakeOptions = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  readonly log: Pick<Logger, 'warn'>;
  readonly openDomain: (orgId: string, requestId: string) => DomainContext;
};

export type Posted = {
  readonly token: string;
  readonly headers: IncomingHttpHeaders;
  /** Read once it is known that there is such a source. */
  readonly readBody: () => Promise<Uint8Array>;
  readonly requestId: string;
};

/** The body tells of nobody. */
export class UnreadableBodyError extends Error {
  override readonly name = 'UnreadableBodyError';
}

/** Takes in what is posted to a source's address. */
export type Intake = (posted: Posted) => Promise<void>;

const hourSeconds = 60 * 60;
const overBudget = () =>
  new DomainError('LIMITED', 'This address takes no more leads for now.', { retryAfterSeconds: hourSeconds });
const noRoom = () => new DomainError('LEAD_LIMIT_REACHED', 'The workspace holds as many leads as its plan allows.');

/** What its log says already, or what may be told again in a moment. */
const untold: ReadonlySet<string> = new Set<DomainErrorCode>(['LIMITED', 'LEAD_LIMIT_REACHED', 'UNAVAILABLE']);

/** What a source may be refused with, so that its log says why. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof DomainError
    ? !untold.has(error.code)
    : error instanceof EdgeError || error instanceof UnreadableBodyError;

export function createIntake({ pool, clock, secretBox, log, openDomain }: IntakeOptions): Intake {
  const recordDelivery = createRecordDelivery({ pool, clock });

  async function requireSource(token: string): Promise<FoundSource> {
    const found = hookToken.isOne(token) ? await findSource(pool, hashSecret(token), sharedNow(clock)) : null;
    if (!found || !hasAddress(found)) throw notFound('sync source');
    if (!found.enabled) throw conflict('This sync source is switched off.');
    return found;
  }

  return async ({ token, headers, readBody, requestId }) => {
    const source = await requireSource(token);
    const { orgId, id: sourceId, type } = source;
    const isOpen = !isSigned(source);
    const bytes = await readBody();
    let came = toCame(bytes, toKeptType(headers['content-type']));
    const record = (told: Omit<Recorded, 'orgId' | 'sourceId' | keyof Came>) =>
      recordDelivery({ ...came, ...told, orgId, sourceId }).catch((error: unknown) =>
        log.warn({ err: error, orgId, sourceId }, 'What came to a sync source was not written down.'),
      );
    try {
      const secrets = isOpen
        ? []
        : source.secrets.map((sealed) => secretBox.open(sealed, sourceSecretContext(orgId, sourceId)));
      if (!isOpen && !isFromSource(type, secrets, { headers, body: bytes, now: clock.now() }))
        throw unauthenticated(refusedSender(type, secrets.length));
      const body = bytes.length === 0 ? {} : readIntake(mediaOf(headers, type === 'FORM_WEBHOOK'), bytes);
      came = { ...came, body: shownBody(body) };
      const { claims, problem } = readClaims(body, readMapping(source.mapping));
      if (problem !== null) throw new UnreadableBodyError(problem);
      const received = await receiveLead(openDomain(orgId, requestId), sourceId, { claims, came });
      const { outcome, leadId, businessId, isLogged } = received;
      if (!isLogged) await record({ outcome, leadId, businessId, reason: null });
      if (outcome === 'OVER_BUDGET') throw overBudget();
      // Anybody may post to an open one: a refusal would tell which addresses are leads, since those need no room.
      if (outcome === 'NO_ROOM' && !isOpen) throw noRoom();
    } catch (error) {
      if (isRefusal(error)) await record({ outcome: 'REFUSED', leadId: null, businessId: null, reason: error.message });
      throw error;
    }
  };
}

const refusedSender = (type: string, secrets: number): string => {
  if (secrets === 0) return 'This sync source has no secret yet: rotateSyncSourceSecret makes one.';
  return type === 'API_SDR'
    ? 'Send the secret of this sync source as a Bearer token.'
    : 'Send the secret of this sync source as a Bearer token, or sign the body with it.';
};

const toKeptType = (type: string | undefined): string | null =>
  type === undefined || !isStorable(type) ? null : type.slice(0, 200);
