import type { Response } from 'express';
import { requestIdOf } from '../request-id.ts';

/**
 * Ends the session that another took the place of, once the browser was sent the cookie of the new one: tabs that hear of the end
 * ask again at once, as whom the cookie names. Where it cannot be ended it expires, and the new one stands.
 */
export async function endBefore(
  response: Response,
  end: () => Promise<unknown>,
  report: (error: unknown, requestId: string) => void,
): Promise<void> {
  response.flushHeaders();
  try {
    await end();
  } catch (error) {
    report(error, requestIdOf(response));
  }
}
