import { afterAll, beforeAll, expect, it } from 'vitest';
import { byTheBook, openLibreTranslate } from '../outside/libre-translate-server.ts';
import { answerJson, type ProviderServer } from '../outside/provider-server.ts';
import { anAnswer, setStage, type Stage } from '../widget/stage.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

const asked = { es: '¿Hacen cocinas de roble a medida?', en: 'Do you make fitted oak kitchens?' };
const answered = { es: 'Sí. ¿Cuánto mide la pared?', en: 'We do. How long is the wall?' };
const told = { es: 'Unos cuatro metros y medio.', en: 'About four and a half metres.' };
const last = { es: 'Gracias, esperamos su visita.', en: 'Thank you, we look forward to your visit.' };

let server: ProviderServer;
let stage: Stage;
beforeAll(async () => {
  server = await openLibreTranslate();
  server.become(byTheBook([asked, answered, told, last]));
  stage = await setStage({
    outside: { translate: { url: server.url, apiKey: null } },
    outsideAllowedRanges: ['127.0.0.0/8'],
  });
});
afterAll(async () => {
  await stage.close();
  await server.close();
});

it('a visitor who writes Spanish and an agent who writes English each read their own, and the agent what was typed as well', async () => {
  const { app, acme, chromium } = stage;
  const { chat, complaints } = await stage.visit('/spanish');
  await chat.open();
  await chat.say(asked.es);
  await chat.shows([`> ${asked.es}`, anAnswer]);

  const { id } = await stage.conversationWith('roble');
  const agent = await openSignedIn(chromium.browser, {
    url: app.url,
    key: acme.keys.graphql,
    path: `/inbox/${id}`,
  });
  const { page } = agent;
  const log = page.getByRole('log', { name: 'Messages' });
  const send = async (text: string) => {
    await page.getByRole('textbox', { name: 'Reply' }).fill(text);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  };
  const bubble = (one: string, other: string) => log.locator('li').filter({ hasText: one }).filter({ hasText: other });
  await bubble(asked.es, asked.en).waitFor();

  await page.getByRole('button', { name: 'Take over', exact: true }).click();
  await send(answered.en);
  await chat.shows([`> ${asked.es}`, anAnswer, answered.es]);
  await bubble(answered.es, `As typed: ${answered.en}`).waitFor();

  await chat.say(told.es);
  await bubble(told.es, told.en).waitFor();
  await expectAccessible(page);

  server.become(answerJson({ error: 'down' }, 503));
  await send(last.en);
  await chat.shows([`> ${asked.es}`, anAnswer, answered.es, `> ${told.es}`, last.en]);
  expect([...complaints, ...agent.complaints]).toEqual([]);
  await agent.close();
});
