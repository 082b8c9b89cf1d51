import type { Clock } from '../../clock.ts';
import { readMailReport, type RecordMailReport } from '../../domain/emails/record-mail-report.ts';
import { notFound, unauthenticated } from '../../errors.ts';
import type { Posted } from '../intake/create-intake.ts';
import { mediaOf, readIntake } from '../intake/read-intake.ts';
import { isStandardSigned } from '../standard-signature.ts';

export type MailHookOptions = {
  /** What reports are signed with; null where none are taken. */
  readonly secret: string | null;
  readonly clock: Clock;
  readonly record: RecordMailReport;
};

/** Takes in what a mail provider, or what stands before it, tells of bounces and complaints, signed as Standard Webhooks. */
export function createMailHook({ secret, clock, record }: MailHookOptions) {
  return async ({ headers, readBody }: Pick<Posted, 'headers' | 'readBody'>): Promise<void> => {
    if (secret === null) throw notFound('address: BOUNCE_WEBHOOK_SECRET is not set');
    const body = await readBody();
    if (!isStandardSigned(secret, { headers, body, now: clock.now() }))
      throw unauthenticated(
        'Sign the body with BOUNCE_WEBHOOK_SECRET as Standard Webhooks, no more than 5 minutes ago.',
      );
    await record(readMailReport(readIntake(mediaOf(headers, false), body)));
  };
}
