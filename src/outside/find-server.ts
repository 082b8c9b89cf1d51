import { isIP } from 'node:net';
import { inTime } from '../in-time.ts';
import { limits } from '../limits.ts';
import type { AddressPolicy } from '../webhooks/post/safe-address.ts';

type Found = {
  readonly address: string;
  /** Whose certificate is asked for; null where the host is an address. */
  readonly name: string | null;
  /** Whether it is this machine, so that a password may go there in the clear. */
  readonly isLoopback: boolean;
};

/** Where a server of mail is, as far as it may be connected to. @throws RefusedAddressError */
export async function findServer(host: string, addresses: Pick<AddressPolicy, 'addressesOf'>): Promise<Found> {
  const [address = host] = await inTime(limits.providerConnectMs, () => addresses.addressesOf(host));
  const isLiteral = isIP(host.replace(/^\[(.*)\]$/, '$1')) !== 0;
  return { address, name: isLiteral ? null : host, isLoopback: /^(127\.|::1$)/.test(address) };
}
