import ipaddr from 'ipaddr.js';
import { z } from 'zod';

export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

export const urlOf = (...protocols: readonly string[]) =>
  z.string().refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ''));

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Plain http only on this machine: who stood between would sign in as anybody. */
export const issuer = urlOf('http:', 'https:').refine((value) => {
  const url = URL.parse(value);
  return url?.protocol === 'https:' || loopback.has(url?.hostname ?? '');
});

export const cidrList = z
  .string()
  .transform((value) => value.split(/[\s,]+/))
  .refine((ranges) => ranges.every((range) => ipaddr.isValidCIDR(range)));

const capabilityNames = { model: 'MODEL', translation: 'TRANSLATION', mail: 'MAIL', enrichment: 'ENRICHMENT' } as const;
type CapabilityName = keyof typeof capabilityNames;
const isCapabilityName = (name: string): name is CapabilityName => Object.hasOwn(capabilityNames, name);

export const capabilityList = z
  .string()
  .transform((value) => value.toLowerCase().split(/[\s,]+/))
  .refine((names) => names.every(isCapabilityName))
  .transform((names) => names.filter(isCapabilityName).map((name) => capabilityNames[name]));

/** What paths are put behind. A key has a variable of its own, so that no address that is told holds one. */
export const baseUrl = urlOf('http:', 'https:')
  .refine((value) => {
    const url = URL.parse(value);
    return url !== null && !url.username && !url.password && !/[?#]/.test(value);
  })
  .transform((value) => value.replace(/\/+$/, ''));

/** User and password are percent-encoded, so that they may hold what else ends them. */
export const mailServerUrl = (...protocols: readonly string[]) =>
  urlOf(...protocols).refine((value) => {
    const url = URL.parse(value);
    return url !== null && url.hostname !== '' && isEncoded(url.username + url.password) && !/[?#]/.test(value);
  });

export const imapUrl = mailServerUrl('imap:', 'imaps:').refine((value) => {
  const url = URL.parse(value);
  return url !== null && url.username !== '' && url.password !== '' && /^\/?$/.test(url.pathname);
});

function isEncoded(text: string): boolean {
  try {
    return decodeURIComponent(text) !== '\0';
  } catch {
    return false;
  }
}

/** False trusts none. A number counts proxies from the nearest one on; else their addresses or ranges. */
export type TrustProxy = false | number | string[];

const isAddress = (text: string) => ipaddr.isValidCIDR(text) || (ipaddr.isValid(text) && /[.:]/.test(text));

export const trustProxy = z
  .string()
  .transform((value): number | string[] => (/^\d{1,2}$/.test(value) ? Number(value) : value.split(/[\s,]+/)))
  .refine((value) => (typeof value === 'number' ? value >= 1 : value.every(isAddress)));
