import { createHash } from 'node:crypto';

/** A strong validator of the exact bytes. */
export const etagOf = (body: string | Uint8Array): string =>
  `"${createHash('sha256').update(body).digest('base64url')}"`;

/** `If-None-Match` compares weakly and takes a list or `*` (RFC 9110, 13.1.2). */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((candidate) => plain(candidate.replace(/^\s*W\//, '')) === etag);
}

/** `If-Match` compares strongly: a weak tag never matches (RFC 9110, 13.1.1). `*` is the caller's to know. */
export const matchesStrongly = (ifMatch: string, etag: string): boolean =>
  ifMatch.split(',').some((candidate) => plain(candidate) === etag);

/** Servers in front that compress mark the tag of what they did. */
const plain = (tag: string): string => tag.trim().replace(/-(gzip|br)"$/, '"');
