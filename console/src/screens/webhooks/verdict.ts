import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { WebhookDeliveryState } from './generated/operations.ts';

export type Tone = 'good' | 'warn' | 'bad';
type Verdict = { readonly tone: Tone; readonly text: MessageDescriptor };

type Answer = { readonly status: number | null; readonly error: string | null };

/** What an attempt came to, and where to look. */
export function verdictOf({ status, error }: Answer): Verdict {
  if (status === null)
    return {
      tone: 'bad',
      text: msg`No answer came: ${error ?? ''}. The address could not be reached, or took too long.`,
    };
  if (status >= 200 && status < 300) return { tone: 'good', text: msg`The receiver took it with ${status}.` };
  const text =
    status >= 300 && status < 400
      ? msg`The receiver answered ${status}, a redirect, and those are not followed. Register the address it leads to.`
      : status === 401 || status === 403
        ? msg`The receiver refused it with ${status}. Check that it verifies with the endpoint’s present secret and the bytes below.`
        : status === 404 || status === 405 || status === 410
          ? msg`There is nothing at the address that takes a POST: the receiver answered ${status}.`
          : status === 429
            ? msg`The receiver wants fewer requests: it answered ${status}.`
            : status >= 500
              ? msg`The receiver failed by itself: it answered ${status}. Look into its log at this time.`
              : msg`The receiver refused what was sent with ${status}.`;
  return { tone: 'bad', text };
}

type Shown = { readonly state: WebhookDeliveryState; readonly attempts: readonly unknown[] };

/** How far a delivery has come, in a word. */
export function stateOf({ state, attempts }: Shown): Verdict {
  switch (state) {
    case 'SUCCEEDED':
      return { tone: 'good', text: msg`Delivered` };
    case 'DEAD':
      return { tone: 'bad', text: msg`Given up` };
    case 'PENDING':
      return attempts.length > 0 ? { tone: 'warn', text: msg`Failing` } : { tone: 'warn', text: msg`Under way` };
  }
}

type Due = { readonly state: WebhookDeliveryState; readonly nextAttemptAt: string | null };

const soonMs = 20_000;

/** How often to look whether anything came of these: null where nothing will. */
export function paceOf(deliveries: readonly Due[]): number | null {
  const pending = deliveries.filter(({ state }) => state === 'PENDING');
  if (pending.length === 0) return null;
  const isSoon = pending.some(
    ({ nextAttemptAt }) => nextAttemptAt === null || Date.parse(nextAttemptAt) < Date.now() + soonMs,
  );
  return isSoon ? 1500 : 15_000;
}
