import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { DomainError, invalid } from '../../errors.ts';
import { EdgeError } from '../../http/edge-error.ts';
import { idempotencyKeyHeader } from '../../http/idempotency.ts';
import { parseJson, parseJsonText } from '../../http/parse-json.ts';
import type { HttpContext } from './http-context.ts';

type Served = { readonly req: IncomingMessage } & Pick<HttpContext, 'body'>;

/** Has operations read by what reads every other body of ours, instead of by Yoga. */
export function useSharedReader(): Plugin<object, Served> {
  return {
    onRequestParse({ request, url, serverContext: { req, body }, setRequestParser }) {
      if (request.method === 'POST') setRequestParser(() => told(async () => fromBody(req, await body())));
      if (request.method === 'GET') setRequestParser(() => told(async () => fromQuery(url.searchParams)));
    },
  };
}

type Asked = GraphQLParams | GraphQLParams[];

const isParams = (value: unknown): value is Asked => typeof value === 'object' && value !== null;

function fromBody(request: IncomingMessage, body: Buffer): Asked {
  const value = parseJson(body);
  if (!isParams(value)) throw new DomainError('INVALID', 'The body must be a JSON object, or a list of them.');
  if (Array.isArray(value) && value.length > 1 && request.headers[idempotencyKeyHeader.toLowerCase()] !== undefined) {
    throw invalid(
      'An Idempotency-Key stands for one operation: send those of a batch one by one.',
      idempotencyKeyHeader,
    );
  }
  return refusePersisted(value);
}

function fromQuery(search: URLSearchParams): Asked {
  const json = (name: string) => {
    const text = search.get(name);
    return text ? parseJsonText(text, `Parameter ${name}`) : undefined;
  };
  const [query, operationName] = [search.get('query') ?? undefined, search.get('operationName') ?? undefined];
  const asked: unknown = { query, operationName, variables: json('variables'), extensions: json('extensions') };
  return isParams(asked) ? refusePersisted(asked) : {};
}

/** Upon this message clients send the whole query, and no hash again. */
function refusePersisted(asked: Asked): Asked {
  if (Array.isArray(asked) || asked.query || !asked.extensions?.['persistedQuery']) return asked;
  const extensions = { code: 'PERSISTED_QUERY_NOT_SUPPORTED', http: { status: 200 } };
  throw new GraphQLError('PersistedQueryNotSupported', { extensions });
}

const statuses: Readonly<Record<string, number>> = { TOO_LARGE: 413, UNSUPPORTED_MEDIA_TYPE: 415, INVALID: 400 };

/** What the reader refuses, in the graph's shape. */
async function told(read: () => Promise<Asked>): Promise<Asked> {
  try {
    return await read();
  } catch (error) {
    const isRefusal = error instanceof EdgeError || error instanceof DomainError;
    const status = isRefusal ? statuses[error.code] : undefined;
    if (!isRefusal || status === undefined) throw error;
    throw new GraphQLError(error.message, { extensions: { code: 'INVALID', http: { status } } });
  }
}
