import * as z from 'zod/mini';
// Its name is that of a keyword.
import { _default as orElse } from 'zod/mini';

/** What is read of a JSON Schema; documents hold more. */
export type Shape = {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly minimum?: number | undefined;
  readonly description?: string | undefined;
  readonly deprecated?: boolean | undefined;
  readonly 'x-aliases'?: readonly string[] | undefined;
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly items?: Shape | undefined;
  readonly anyOf?: readonly Shape[] | undefined;
  readonly oneOf?: readonly Shape[] | undefined;
  readonly allOf?: readonly Shape[] | undefined;
};

const text = z.optional(z.string());
const texts = z.optional(z.array(z.string()));

const shape: z.ZodMiniType<Shape> = z.lazy(() =>
  z.object({
    $ref: text,
    type: z.optional(z.union([z.string(), z.array(z.string())])),
    format: text,
    enum: z.optional(z.array(z.unknown())),
    example: z.optional(z.unknown()),
    default: z.optional(z.unknown()),
    minimum: z.optional(z.number()),
    description: text,
    deprecated: z.optional(z.boolean()),
    'x-aliases': texts,
    required: texts,
    properties: z.optional(z.record(z.string(), shape)),
    items: z.optional(shape),
    anyOf: z.optional(z.array(shape)),
    oneOf: z.optional(z.array(shape)),
    allOf: z.optional(z.array(shape)),
  }),
);

const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: orElse(z.boolean(), false),
  description: orElse(z.string(), ''),
  deprecated: orElse(z.boolean(), false),
  schema: shape,
});

const content = orElse(z.record(z.string(), z.object({ schema: shape, example: z.optional(z.unknown()) })), {});

const operation = z.object({
  operationId: z.string(),
  tags: orElse(z.array(z.string()), []),
  summary: orElse(z.string(), ''),
  description: orElse(z.string(), ''),
  deprecated: orElse(z.boolean(), false),
  security: orElse(z.array(z.record(z.string(), z.unknown())), []),
  'x-scope': text,
  'x-graphql-document': text,
  parameters: orElse(z.array(parameter), []),
  requestBody: z.optional(z.object({ required: orElse(z.boolean(), false), content })),
  responses: z.record(z.string(), z.object({ description: orElse(z.string(), ''), content })),
});

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** An OpenAPI document, as far as routes are shown from it. */
export const openApiDocument = z.object({
  info: z.object({ title: z.string() }),
  tags: orElse(z.array(z.object({ name: z.string(), description: orElse(z.string(), '') })), []),
  paths: z.record(z.string(), z.partialRecord(z.enum(methods), operation)),
  components: z.object({
    securitySchemes: orElse(z.record(z.string(), z.object({ description: orElse(z.string(), '') })), {}),
    schemas: orElse(z.record(z.string(), shape), {}),
  }),
});

export type OpenApiDocument = z.output<typeof openApiDocument>;
export type Operation = z.output<typeof operation>;
