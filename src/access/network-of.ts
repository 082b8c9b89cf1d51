import ipaddr from 'ipaddr.js';

/** Whom an address belongs to, as far as can be told: an IPv6 caller owns its whole /64. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv6' ? parsed.toByteArray().slice(0, 8).join('.') : parsed.toString();
}
