import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { LogEvent } from '../../events/snapshot.ts';

/** What a body may say of the endpoint it goes to. */
export type BodyEndpoint = Pick<WebhookEndpoint, 'consumerWorkspace'>;

/** An event as bodies are made from it: with what the domain derives from its snapshot. */
export type WebhookEvent = LogEvent & { readonly leadName: string | null };
