import { createFixedWindows, type FixedWindows } from '../../access/fixed-windows.ts';
import { networkOf } from '../../access/network-of.ts';
import { limits } from '../../limits.ts';
import { DomainError } from '../../errors.ts';

/**
 * Takes what one more workspace needs, and answers how to give it back where none is made after all.
 * @throws LIMITED where this address, or this e-mail address, has had its share.
 */
export type SignupAllowance = (from: { readonly address: string; readonly email: string }) => () => void;

const hourMs = 60 * 60 * 1000;

/** Counts the workspaces that signed themselves up on this node. Nothing is kept for who made none. */
export function createSignupAllowance(perHour: number): SignupAllowance {
  const hours = createFixedWindows(hourMs);
  const days = createFixedWindows(24 * hourMs);

  function take(windows: FixedWindows, bucket: string, limit: number, explain: string): () => void {
    const { taken, leftMs } = windows.take(bucket, limit);
    if (taken) return () => windows.giveBack(bucket);
    const retryAfterSeconds = Math.max(1, Math.ceil(leftMs / 1000));
    throw new DomainError('LIMITED', `${explain} Retry after ${retryAfterSeconds} seconds.`, { retryAfterSeconds });
  }

  return ({ address, email }) => {
    const ofEmail = `At most ${limits.signupsPerEmailPerDay} workspaces a day can be made for one e-mail address.`;
    const giveBackDay = take(days, email, limits.signupsPerEmailPerDay, ofEmail);
    try {
      const ofAddress = `At most ${perHour} workspaces an hour can be made from one network address.`;
      const giveBackHour = take(hours, networkOf(address), perHour, ofAddress);
      return () => {
        giveBackDay();
        giveBackHour();
      };
    } catch (error) {
      giveBackDay();
      throw error;
    }
  };
}
