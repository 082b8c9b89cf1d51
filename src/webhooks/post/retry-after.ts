/** However long an endpoint asks to be left alone, it is tried again after this. */
const longestMs = 60 * 60 * 1000;

/** `Retry-After` (RFC 9110, 10.2.3: seconds or an HTTP date) as milliseconds from now; null for none that can be read. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  const wanted = /^\d+$/.test(text) ? Number(text) * 1000 : dateOf(text) - now.getTime();
  return Number.isNaN(wanted) ? null : Math.min(Math.max(wanted, 0), longestMs);
}

const dateOf = (text: string): number =>
  /^[A-Za-z]{3,9},? .* GMT$|^[A-Za-z]{3} /.test(text) ? Date.parse(text) : Number.NaN;
