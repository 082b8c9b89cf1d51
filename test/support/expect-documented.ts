import { type ApiDocument, apiDocument, type DocumentedResponse } from './api-documents.ts';

type Answer = { readonly status: number; readonly headers: Headers; readonly text: string };

/** What HTTP itself, CORS and caches need; everything else that is sent is documented. */
const plumbing =
  /^(?:date|connection|keep-alive|content-type|content-length|transfer-encoding|cache-control|vary|allow|access-control-.*)$/;

/** How a call that no document has may be refused. */
const refusals = [400, 401, 404, 405, 429, 500, 503];

/**
 * Holds an answer of the REST APIs against the committed documents: its dialect's own, and the one of all of them.
 * @throws for a status, body or header that a client could not have expected
 */
export function expectDocumented(method: string, target: string, answer: Answer): void {
  const path = target.split('?')[0] ?? '';
  if (!/^\/api(?:\/|$)/.test(path)) return;
  const dialect = answer.headers.get('tributary-dialect');
  if (dialect === null) throw new Error(`${method} ${target} answers ${answer.status} in no dialect.`);
  const own = apiDocument(dialect);
  const isKnown = own.find(methodOf(method), path) !== null;
  for (const document of isKnown ? [own, apiDocument('openapi')] : [own]) {
    const wrong = complaintsOf(document, method, path, answer);
    if (wrong.length === 0) continue;
    const told = `${method} ${target} answers ${answer.status}, not as ${document.name} says`;
    throw new Error(`${told}: ${wrong.join('; ')}\n${answer.text.slice(0, 2000)}`);
  }
}

const methodOf = (method: string) => (method === 'HEAD' ? 'get' : method.toLowerCase());

function complaintsOf(document: ApiDocument, method: string, path: string, answer: Answer): string[] {
  const found = document.find(methodOf(method), path);
  if (!found) return method === 'OPTIONS' ? complaintsOfOptions(answer) : complaintsOfRefusal(document, answer);
  const response = found.responses[answer.status];
  if (!response) return [`the status is not among ${Object.keys(found.responses).join(', ')}`];
  const pointer = `/paths/${escape(found.template)}/${methodOf(method)}/responses/${answer.status}`;
  return [
    ...complaintsOfHeaders(document, response, answer),
    ...(method === 'HEAD' ? [] : complaintsOfBody(document, response, pointer, answer)),
  ];
}

const complaintsOfOptions = ({ status, headers, text }: Answer) =>
  status === 204 && headers.has('allow') && text === '' ? [] : ['OPTIONS answers 204, `Allow` and no body'];

function complaintsOfRefusal(document: ApiDocument, answer: Answer): string[] {
  if (!refusals.includes(answer.status)) return ['no such operation is documented'];
  if (answer.text === '') return [];
  const wrong = document.complaint(document.refusal, parse(answer.text));
  return wrong === null ? [] : [wrong];
}

function complaintsOfBody(
  document: ApiDocument,
  { content }: DocumentedResponse,
  pointer: string,
  { headers, text }: Answer,
): string[] {
  const type = headers.get('content-type')?.split(';')[0] ?? '';
  if (Object.keys(content).length === 0) return text === '' && type === '' ? [] : ['it has a body'];
  if (!content[type]) return [`${type || 'no media type'} is not among ${Object.keys(content).join(', ')}`];
  const value = type === 'application/json' ? parse(text) : text;
  const wrong = document.complaint(`${pointer}/content/${escape(type)}/schema`, value);
  return wrong === null ? [] : [wrong];
}

function complaintsOfHeaders(document: ApiDocument, { headers }: DocumentedResponse, answer: Answer): string[] {
  const documented = new Map(Object.entries(headers).map(([name, { $ref }]) => [name.toLowerCase(), $ref]));
  const strange = [...answer.headers.keys()].filter((name) => !documented.has(name) && !plumbing.test(name));
  return [
    ...strange.map((name) => `the header ${name} is not documented`),
    ...[...documented].flatMap(([name, reference]) => {
      const value = answer.headers.get(name);
      const header = document.headers[reference.split('/').at(-1) ?? ''];
      if (value === null) return header?.required ? [`the header ${name} is missing`] : [];
      const wrong = document.complaint(
        `${reference.slice(1)}/schema`,
        header?.schema.type === 'integer' ? Number(value) : value,
      );
      return wrong === null ? [] : [`the header ${name}: ${wrong}`];
    }),
  ];
}

const escape = (segment: string) => encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));

const parse = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));
