import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { invalidField } from '../../errors.ts';
import { inTime } from '../../in-time.ts';
import { holdsSpace } from '../../text.ts';
import { createHostResolver, type Resolver } from './resolve-host.ts';

type AddressRange = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

export type AddressPolicyOptions = {
  /** In CIDR notation: reachable whatever they are. */
  readonly allowedRanges?: readonly string[];
  readonly resolve?: Resolver;
  /** How long registration waits for a name server. */
  readonly resolveTimeoutMs?: number;
};

/** Where webhooks may be sent. */
export type AddressPolicy = {
  /** Whether this IP address may be connected to. */
  permits(address: string): boolean;
  /** The addresses of a host that may be connected to. @throws RefusedAddressError when there are none. */
  addressesOf(hostname: string): Promise<readonly string[]>;
  /** @throws INVALID when no webhook can be sent there. A name that is not known yet passes: it is checked at every connect. */
  assertDeliverableUrl(url: string): Promise<void>;
};

export class RefusedAddressError extends Error {
  constructor() {
    super('The host has no public address.');
    this.name = 'RefusedAddressError';
  }
}

/** Azure's metadata service is the one that lives on a public address. */
const refusedAddresses = ['168.63.129.16'];
const publicIpv6 = ipaddr.IPv6.parseCIDR('2000::/3');

export function createAddressPolicy(options: AddressPolicyOptions = {}): AddressPolicy {
  const { allowedRanges: ranges = [], resolve = createHostResolver(), resolveTimeoutMs = 3000 } = options;
  const allowedRanges = ranges.map((range) => ipaddr.parseCIDR(range));

  function permits(address: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    if (allowedRanges.some((range) => isWithin(parsed, range))) return true;
    if (parsed.range() !== 'unicast' || refusedAddresses.includes(parsed.toString())) return false;
    return parsed.kind() === 'ipv4' || isWithin(parsed, publicIpv6);
  }

  async function addressesOf(hostname: string): Promise<readonly string[]> {
    const host = withoutBrackets(hostname);
    const permitted = (isIP(host) ? [host] : await resolve(host)).filter(permits);
    if (permitted.length === 0) throw new RefusedAddressError();
    return permitted;
  }

  async function assertDeliverableUrl(text: string): Promise<void> {
    const url = URL.parse(text);
    if (!url) throw invalidField('url', 'is no URL');
    if (holdsSpace(text)) throw invalidField('url', 'must not hold spaces or line breaks');
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw invalidField('url', 'must be http or https');
    if (url.username || url.password) throw invalidField('url', 'must not hold a user name or password');
    try {
      await inTime(resolveTimeoutMs, () => addressesOf(url.hostname));
    } catch (error) {
      if (!(error instanceof RefusedAddressError)) return;
      throw invalidField('url', 'must lead to a public address (see WEBHOOK_ALLOWED_RANGES for local use)');
    }
  }

  return { permits, addressesOf, assertDeliverableUrl };
}

const isWithin = (address: ipaddr.IPv4 | ipaddr.IPv6, [network, bits]: AddressRange): boolean =>
  address.kind() === network.kind() && address.match(network, bits);

/** URLs write IPv6 addresses in brackets, sockets don't. */
const withoutBrackets = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');
