import { isHost } from '../../http/is-host.ts';

export type PageHeaders = {
  readonly [Name in 'origin' | 'host' | 'cookie' | 'x-forwarded-host']?: string | string[] | undefined;
};

/** The origin of the page that asks, where that is a page of this installation; else null. */
export type OwnOrigin = (headers: PageHeaders) => string | null;

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * A page is ours where its origin is the host that was asked, and that is the public address or this machine. Host alone would
 * do for a name that somebody else points here; Origin alone for another port of this machine.
 */
export function createOwnOrigin(publicUrl: string, behindProxy: boolean): OwnOrigin {
  const publicOrigin = new URL(publicUrl).origin;
  return ({ origin, host, 'x-forwarded-host': forwarded }) => {
    // `null`, and whatever browsers do not write.
    if (typeof origin !== 'string' || !URL.canParse(origin)) return null;
    const page = new URL(origin);
    if (page.origin !== origin) return null;
    if (origin !== publicOrigin)
      return page.protocol === 'http:' && loopback.test(page.hostname) && isHostOf(page, host) ? origin : null;
    const passedOn = behindProxy && isHostOf(page, forwarded);
    return passedOn || isHostOf(page, host) ? origin : null;
  };
}

const isHostOf = (page: URL, host: unknown): boolean =>
  typeof host === 'string' && host !== '' && isHost(host) && new URL(`${page.protocol}//${host}`).host === page.host;
