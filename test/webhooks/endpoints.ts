import { Webhook } from 'standardwebhooks';
import type { WebhookFormat } from '../../src/db/generated/prisma/enums.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { Received } from './receiver.ts';
import { ai93Accepts, quincerAccepts } from './vendor-verifiers.ts';

type Made = { createWebhookEndpoint: { signingSecret: string; endpoint: { id: string } } };

/** Registers an endpoint, and answers what its receiver has to know. */
export async function registerEndpoint(graph: GraphClient, input: object) {
  const mutation = `mutation ($input: CreateWebhookEndpointInput!) {
    createWebhookEndpoint(input: $input) { signingSecret endpoint { id } }
  }`;
  const { createWebhookEndpoint: made } = await graph.ask<Made>(mutation, { input });
  return { endpointId: made.endpoint.id, secret: made.signingSecret };
}

type Signed = Pick<Received, 'rawBody' | 'headers'>;

/** What a format's receiver does with a request: its vendor's own verifier, or that of Standard Webhooks. */
export const accepts = {
  QUINCER: quincerAccepts,
  AI93: ai93Accepts,
  STANDARD: ({ rawBody, headers }, secret) =>
    new Webhook(secret).verify(rawBody.toString(), headers as Record<string, string>) !== null,
} satisfies Partial<Record<WebhookFormat, (request: Signed, secret: string) => boolean | Promise<boolean>>>;
