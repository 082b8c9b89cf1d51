import { expect } from 'vitest';
import { capabilities } from '../../../src/domain/outside/capabilities.ts';
import { openCalendly } from '../../outside/bookings/booking-servers.ts';
import { modelAt, openChatCompletions } from '../../outside/chat-completions-server.ts';
import { openLibreTranslate } from '../../outside/libre-translate-server.ts';
import { mailBy, openMailServer } from '../../outside/mail/mail-server.ts';
import { answerJson, openProviderServer } from '../../outside/provider-server.ts';
import { startTestApp, type TestAppOptions } from '../../support/app.ts';
import { askRest, type RestQuestion } from '../../support/rest-client.ts';
import { createRunningClock } from '../../support/running-clock.ts';
import { openReceiver } from '../../webhooks/receiver.ts';
import type { Json } from '../gateway.ts';

/** One server with a provider of every kind, each a real server of its protocol on a local port, and a client’s own receiver. */
export async function openWholeServer(options: Pick<TestAppOptions, 'rateLimitPolicy'> = {}) {
  const clock = createRunningClock();
  const [mail, calendly, model, translator, receiver] = await Promise.all([
    openMailServer(),
    openCalendly(),
    openChatCompletions(),
    openLibreTranslate(),
    openReceiver(),
  ]);
  const enrichment = await openProviderServer(
    answerJson({ status: 'complete', title: 'Owner', seniority: 'C-Level', companyName: 'Bright Dental Inc.' }),
  );
  const app = await startTestApp({
    ...options,
    clock,
    publicUrl: 'https://crm.tributary.dev',
    signup: { open: true, tier: 'FREE', perHour: 100, capabilities },
    outsideAllowedRanges: ['127.0.0.0/8'],
    outside: {
      translate: { url: translator.url, apiKey: 'the key' },
      model: modelAt(model.url),
      enrich: { url: enrichment.url, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
      mail: mailBy(mail),
      calendars: { CALENDLY: calendly.url, CAL_COM: 'http://127.0.0.1:9' },
    },
  });
  const workspace = await app.workspace();

  /** What a client of plain HTTP sends and is answered. */
  async function send(...asked: RestQuestion) {
    const { body, ...answer } = await askRest(app.url, ...asked);
    const json: Json = body;
    return { ...answer, json };
  }

  return {
    app,
    clock,
    ...workspace,
    mail,
    calendly,
    model,
    translator,
    enrichment,
    receiver,
    send,
    /** Sends, and answers the body of what must be this status. */
    async ask(status: number, ...asked: RestQuestion) {
      const answer = await send(...asked);
      expect(answer.status, `${asked[0]} ${asked[1]}: ${answer.text}`).toBe(status);
      return answer.json;
    },
    async close(): Promise<void> {
      await app.close();
      await Promise.all([mail, calendly, model, translator, enrichment].map((server) => server.close()));
      await receiver[Symbol.asyncDispose]();
    },
  };
}

export type WholeServer = Awaited<ReturnType<typeof openWholeServer>>;
