import { createFixedWindows, type OpenWindows, type Windows } from '../../access/fixed-windows.ts';
import { networkOf } from '../../access/network-of.ts';
import { limits } from '../../limits.ts';
import { DomainError } from '../../errors.ts';

/**
 * Takes what one more workspace needs, and answers how to give it back where none is made after all.
 * @throws LIMITED where this address, or this e-mail address, has had its share.
 */
export type SignupAllowance = (from: { readonly address: string; readonly email: string }) => Promise<() => void>;

const hourMs = 60 * 60 * 1000;

const countAlone: OpenWindows = (_, windowMs) => createFixedWindows(windowMs);

/** Counts the workspaces that signed themselves up, by default on this node alone. Nothing is kept for who made none. */
export function createSignupAllowance(perHour: number, openWindows: OpenWindows = countAlone): SignupAllowance {
  const hours = openWindows('signups an hour', hourMs);
  const days = openWindows('signups a day', 24 * hourMs);

  async function take(windows: Windows, name: string, limit: number, explain: string): Promise<() => void> {
    const [{ taken, leftMs }] = await windows.take([{ name, limit }]);
    if (taken) return () => windows.giveBack(name);
    const retryAfterSeconds = Math.max(1, Math.ceil(leftMs / 1000));
    throw new DomainError('LIMITED', `${explain} Retry after ${retryAfterSeconds} seconds.`, { retryAfterSeconds });
  }

  return async ({ address, email }) => {
    const ofEmail = `At most ${limits.signupsPerEmailPerDay} workspaces a day can be made for one e-mail address.`;
    const giveBackDay = await take(days, email, limits.signupsPerEmailPerDay, ofEmail);
    try {
      const ofAddress = `At most ${perHour} workspaces an hour can be made from one network address.`;
      const giveBackHour = await take(hours, networkOf(address), perHour, ofAddress);
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
