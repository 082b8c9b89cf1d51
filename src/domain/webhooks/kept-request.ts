import { hash } from 'node:crypto';
import { z } from 'zod';
import { WebhookFormat } from '../../db/generated/prisma/enums.ts';

/**
 * What is kept of the request of an attempt: what could not be made again once the secret, the address or the code has
 * changed. The body can: it is made of the event, and told only where it still is what was sent.
 */
const keptRequest = z.object({
  url: z.string(),
  format: z.enum(WebhookFormat),
  consumerWorkspace: z.string(),
  /** In the order in which they were sent; Host, Content-Length and Connection are the connection's own. */
  headers: z.record(z.string(), z.string()),
  /** SHA-256 of the body in base64. */
  digest: z.string(),
});

export type KeptRequest = z.output<typeof keptRequest>;

export const readKeptRequest = (kept: string): KeptRequest => keptRequest.parse(JSON.parse(kept));

export const bodyDigest = (body: Buffer): string => hash('sha256', body, 'base64');
