/** Whether pages of an origin may use a widget that lists these; `*` is any. Hosts are the same in either case. */
export const allowsOrigin = (allowedOrigins: readonly string[], origin: string): boolean =>
  allowedOrigins.some((allowed) => allowed === '*' || isSame(allowed, origin));

const isSame = (allowed: string, origin: string) => allowed.toLowerCase().replace(/\/$/, '') === origin.toLowerCase();
