import { hmac, isHexHmac, isSame, isStandardSigned, one, type Signed } from '../standard-signature.ts';

/** `sha256=` and hex, or the hex alone, of the body as it came. */
const isHexSigned = (secret: string, header: string, body: Uint8Array): boolean =>
  isHexHmac(header.trim().replace(/^sha256=/i, ''), secret, body);

/**
 * Whether a body comes from who holds the secret of a source: as a Bearer token, or as its signature in X-Signature-256, X-Hub-Signature-256
 * or the headers of Standard Webhooks. An agent shows the token alone.
 */
export function isFromSource(type: string, secrets: readonly string[], signed: Signed): boolean {
  const { headers, body } = signed;
  const bearer = /^Bearer +(\S+)$/i.exec(one(headers.authorization))?.[1] ?? '';
  return secrets.some((secret) => {
    if (bearer !== '' && isSame(hmac('bearer', bearer), hmac('bearer', secret))) return true;
    if (type !== 'GENERIC_WEBHOOK') return false;
    const given = one(headers['x-signature-256']) || one(headers['x-hub-signature-256']);
    return isHexSigned(secret, given, body) || isStandardSigned(secret, signed);
  });
}
