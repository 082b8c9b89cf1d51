import type {
  HeadersObject,
  OperationObject,
  ParameterObject,
  ResponseObject,
  SchemaObject,
  ReferenceObject,
} from 'openapi3-ts/oas31';
import type { OpenApiDocument } from './describe-dialect.ts';
import { optionalHeader, referredHeaders } from './describe-headers.ts';
import { distinctGroups } from './resources.ts';

type Schema = SchemaObject | ReferenceObject;
type PathItem = NonNullable<OpenApiDocument['paths']>[string];

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** One document of several; where two share a method and a path, the answer is `oneOf` theirs. */
export function unite(title: string, description: string, documents: readonly OpenApiDocument[]): OpenApiDocument {
  const [first] = documents;
  if (!first) throw new Error('There is nothing to unite.');
  const paths: Record<string, PathItem> = {};
  for (const document of documents) {
    for (const [path, item] of Object.entries(document.paths ?? {})) paths[path] = unitePaths(paths[path], item);
  }
  return {
    ...first,
    info: { ...first.info, title, description },
    tags: distinctGroups(
      documents.flatMap(({ tags = [] }) => tags.map(({ name, description = '' }) => ({ name, description }))),
    ),
    paths,
    webhooks: uniteWebhooks(documents),
    components: {
      ...first.components,
      headers: referredHeaders(paths),
      schemas: Object.fromEntries(documents.flatMap(({ components }) => Object.entries(components?.schemas ?? {}))),
      securitySchemes: Object.fromEntries(
        documents.flatMap(({ components }) => Object.entries(components?.securitySchemes ?? {})),
      ),
    },
  };
}

/** Each format's own: their names say whose they are where two have an event of one name. */
const uniteWebhooks = (documents: readonly OpenApiDocument[]) =>
  Object.fromEntries(
    documents.flatMap(({ webhooks = {} }) =>
      Object.values(webhooks).flatMap((item) => {
        const name = isInline<object>(item) && 'post' in item ? item.post?.operationId : undefined;
        return name === undefined ? [] : [[name, item] as const];
      }),
    ),
  );

function unitePaths(a: PathItem | undefined, b: PathItem): PathItem {
  if (!a) return b;
  const united: PathItem = { ...a, ...b };
  for (const method of methods) {
    const [mine, theirs] = [a[method], b[method]];
    if (mine && theirs) united[method] = uniteOperations(mine, theirs);
  }
  return united;
}

function uniteOperations(a: OperationObject, b: OperationObject): OperationObject {
  const documents: unknown[] = [a['x-graphql-document'], b['x-graphql-document']];
  return {
    ...a,
    operationId: `${a.operationId ?? ''}+${b.operationId ?? ''}`,
    tags: [...new Set([...(a.tags ?? []), ...(b.tags ?? [])])],
    summary: [...new Set([a.summary, b.summary])].join(' / '),
    description: 'The dialect of the credential decides which of these answers.',
    security: [...(a.security ?? []), ...(b.security ?? [])],
    'x-graphql-document': documents.join('\n\n'),
    parameters: uniteParameters(parametersOf(a), parametersOf(b)),
    responses: uniteResponses(responsesOf(a), responsesOf(b)),
    ...uniteBodies(a, b),
  };
}

const isInline = <T extends object>(value: T | ReferenceObject): value is T => !('$ref' in value);

const parametersOf = ({ parameters = [] }: OperationObject): ParameterObject[] => parameters.filter(isInline);

const responsesOf = ({ responses = {} }: OperationObject) => Object.entries<ResponseObject>(responses);

function uniteParameters(a: readonly ParameterObject[], b: readonly ParameterObject[]): ParameterObject[] {
  const byName = new Map<string, ParameterObject>();
  for (const parameter of [...a, ...b]) {
    const name = `${parameter.in} ${parameter.name}`;
    const known = byName.get(name);
    const distinct = distinctOf([known?.schema, parameter.schema]);
    // Not `oneOf`: a value may well be good for both.
    const schema = distinct.length > 1 ? { anyOf: distinct } : distinct[0];
    byName.set(name, { ...known, ...parameter, ...(schema ? { schema } : {}) });
  }
  return [...byName.values()];
}

function uniteResponses(a: readonly [string, ResponseObject][], b: readonly [string, ResponseObject][]) {
  const byStatus = new Map<string, ResponseObject>();
  for (const [status, response] of [...a, ...b]) {
    const known = byStatus.get(status);
    byStatus.set(status, known ? uniteAnswers(known, response) : response);
  }
  return Object.fromEntries(byStatus);
}

const uniteAnswers = (a: ResponseObject, b: ResponseObject): ResponseObject => ({
  ...a,
  headers: uniteHeaders(a.headers, b.headers),
  ...jsonOf([bodyOf(a), bodyOf(b)]),
});

/** What only one of them always carries, the united answer carries sometimes. */
function uniteHeaders(a: HeadersObject = {}, b: HeadersObject = {}): HeadersObject {
  const both = { ...a, ...b };
  const isShared = (name: string) => JSON.stringify(a[name]) === JSON.stringify(b[name]);
  return Object.fromEntries(
    Object.entries(both).map(([name, header]) => [name, isShared(name) ? header : optionalHeader(name)]),
  );
}

function uniteBodies(a: OperationObject, b: OperationObject): Pick<OperationObject, 'requestBody'> {
  const bodies = [a, b].flatMap(({ requestBody }) =>
    requestBody && isInline(requestBody) ? [bodyOf(requestBody)] : [],
  );
  const required = [a, b].every(({ requestBody }) => requestBody && isInline(requestBody) && requestBody.required);
  const schema = oneOf(bodies);
  const examples = [a, b].flatMap(({ operationId = '', requestBody }) => {
    const example: unknown = requestBody && isInline(requestBody) && requestBody.content['application/json']?.example;
    return example ? [[operationId, { value: example }] as const] : [];
  });
  if (!schema) return {};
  const content = { schema, ...(examples.length > 0 && { examples: Object.fromEntries(examples) }) };
  return { requestBody: { required, content: { 'application/json': content } } };
}

const bodyOf = ({ content }: { content?: ResponseObject['content'] }): Schema | undefined =>
  content?.['application/json']?.schema;

function jsonOf(schemas: readonly (Schema | undefined)[]) {
  const schema = oneOf(schemas);
  return schema ? { content: { 'application/json': { schema } } } : {};
}

function oneOf(schemas: readonly (Schema | undefined)[]): Schema | undefined {
  const distinct = distinctOf(schemas);
  return distinct.length > 1 ? { oneOf: distinct } : distinct[0];
}

function distinctOf(schemas: readonly (Schema | undefined)[]): Schema[] {
  const byText = new Map(schemas.flatMap((schema) => (schema ? [[JSON.stringify(schema), schema] as const] : [])));
  return [...byText.values()];
}
