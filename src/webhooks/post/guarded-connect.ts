import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { callbackify } from 'node:util';
import { buildConnector } from 'undici';
import { adaptSocket } from './adapt-socket.ts';
import { RefusedAddressError, type AddressPolicy } from './safe-address.ts';

/**
 * The one way in which the product connects to an address that somebody set. Names are resolved once, checked, and connected to by
 * the checked address; literals never reach a look-up.
 */
export function guardedConnect(
  addresses: Pick<AddressPolicy, 'addressesOf' | 'permits'>,
  timeoutMs: number,
): buildConnector.connector {
  const find = callbackify(async (hostname: string) => {
    const found = await addresses.addressesOf(hostname);
    return found.map((address) => ({ address, family: isIP(address) }));
  });
  const lookup: LookupFunction = (hostname, options, callback) => {
    find(hostname, (error, found) => {
      const [first] = found ?? [];
      if (error || options.all || !first) callback(error, found ?? []);
      else callback(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ lookup, timeout: timeoutMs });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[(.*)\]$/, '$1');
    if (isIP(host) && !addresses.permits(host)) callback(new RefusedAddressError(), null);
    else
      connect(options, (...[error, socket]) => (error ? callback(error, null) : callback(null, adaptSocket(socket))));
  };
}
