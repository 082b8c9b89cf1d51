import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { matchesEtag } from '../../http/etag.ts';
import { createKeptAnswer } from '../../http/kept-answer.ts';
import type { HttpContext } from './http-context.ts';
import { keptMedia, validators } from './kept-over-http.ts';

/** Hands a query's answer to those who wait for it, as the bytes that its first asker is sent, and gives what a GET answers its tag. */
export function useKept(): Plugin<HttpContext, HttpContext> {
  return {
    onResultProcess({ result, serverContext: { kept } }) {
      kept.isSound = isSound(result);
    },
    async onResponse({ request, response, serverContext, setResponse, fetchAPI }) {
      const { settle, isSound } = serverContext.kept;
      const media = response.headers.get('content-type') ?? '';
      const isKept = response.status === 200 && isSound && keptMedia.test(media);
      if (!isKept || (!settle && request.method !== 'GET')) return;
      const answer = createKeptAnswer({ body: Buffer.from(await response.text()), media });
      const { body } = answer;
      const { status, headers } = response;
      settle?.(answer);
      if (request.method !== 'GET') return setResponse(new fetchAPI.Response(body, { status, headers }));
      const { etag } = answer;
      for (const [name, value] of Object.entries(validators(etag))) headers.set(name, value);
      if (!matchesEtag(request.headers.get('if-none-match') ?? undefined, etag))
        return setResponse(new fetchAPI.Response(body, { status, headers }));
      headers.delete('content-type');
      headers.delete('content-length');
      setResponse(new fetchAPI.Response(null, { status: 304, headers }));
    },
  };
}

const isSound = (result: object): boolean => !Array.isArray(result) && isDataAlone(result);

const isDataAlone = (result: ExecutionResult): boolean => result.data != null && result.errors === undefined;
