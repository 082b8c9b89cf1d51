import { answerJson, type Behaviour, openProviderServer } from './provider-server.ts';

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

const usage = (tokens: number) =>
  `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', choices: [], usage: { prompt_tokens: tokens - 20, completion_tokens: 20, total_tokens: tokens } })}\n\n`;

const begin = { 'Content-Type': 'text/event-stream' };

/** Streams an answer in pieces of a few characters, as models do. */
export const saying =
  (text: string, tokens = 321): Behaviour =>
  (response, request) => {
    if (request.headers.authorization !== 'Bearer the key')
      return answerJson({ error: { message: 'Incorrect API key provided' } }, 401)(response, request);
    response.writeHead(200, begin).write(': a comment\n\n' + chunk({ role: 'assistant', content: '' }));
    for (const piece of text.match(/[^]{1,7}/g) ?? []) response.write(chunk({ content: piece }));
    response.end(`${chunk({}, 'stop')}${usage(tokens)}data: [DONE]\n\n`);
  };

/** Begins an answer, and hangs up. */
export const breakingOff: Behaviour = (response) => {
  response.writeHead(200, begin).write(chunk({ content: 'We sell ' }), () => response.destroy());
};

/** Streams whatever it is given. */
export const streaming =
  (...pieces: readonly string[]): Behaviour =>
  (response) => {
    response.writeHead(200, begin);
    for (const piece of pieces) response.write(piece);
    response.end();
  };

/** Never ends, and fills what it is read into. */
export const endless: Behaviour = (response) => {
  response.writeHead(200, begin);
  const more = () => {
    while (!response.destroyed && response.write(chunk({ content: '' }) + ': '.repeat(2000) + '\n\n'));
  };
  response.on('drain', more);
  more();
};

export { chunk };

/** Settings to ask the model at this address. */
export const modelAt = (url: string, readsLeads = false) => ({
  baseUrl: url,
  apiKey: 'the key',
  model: 'gpt-oss',
  readsLeads,
});

/** A server as OpenAI's is one: `POST /v1/chat/completions`, streamed; errors as `{error: {message}}`. */
export async function openChatCompletions() {
  const server = await openProviderServer(saying('We sell oak kitchens.'));
  return { ...server, url: `${server.url}/v1` };
}
