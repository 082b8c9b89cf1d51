import { readFileSync } from 'node:fs';
import formats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from 'zod';

const header = z.object({ $ref: z.string() });
const response = z.object({
  headers: z.record(z.string(), header).default({}),
  content: z.record(z.string(), z.object({ schema: z.unknown() })).default({}),
});
const operation = z.object({ responses: z.record(z.string(), response) });
const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({
    headers: z.record(
      z.string(),
      z.object({ required: z.boolean().default(false), schema: z.object({ type: z.string() }) }),
    ),
    schemas: z.record(z.string(), z.unknown()),
  }),
});

export type DocumentedResponse = z.output<typeof response>;
export type ApiDocument = ReturnType<typeof openDocument>;

/** One of the committed documents, as a client would use it: nothing here knows the route tables. */
function openDocument(name: string) {
  const raw: unknown = JSON.parse(readFileSync(new URL(`../../compat/openapi/${name}.json`, import.meta.url), 'utf8'));
  const { paths, components } = document.parse(raw);
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: false });
  formats.default(ajv);
  ajv.addSchema({ $id: name, ...(raw as object) }, name);
  const compiled = new Map<string, ValidateFunction>();

  const templates = Object.keys(paths)
    .map((path) => ({ path, pattern: patternOf(path), parameters: path.split('{').length - 1 }))
    .sort((a, b) => a.parameters - b.parameters);

  return {
    name: `compat/openapi/${name}.json`,
    headers: components.headers,
    /** Static paths before those with parameters; null for what is not documented. */
    find(method: string, path: string) {
      const template = templates.find(({ pattern }) => pattern.test(path));
      const found = template && paths[template.path]?.[method.toLowerCase()];
      return found && template ? { template: template.path, responses: found.responses } : null;
    },
    /** The shape in which its dialect refuses. */
    refusal: `/components/schemas/${Object.keys(components.schemas).find((schema) => schema.endsWith('Error')) ?? ''}`,
    /** What is wrong with a value by the schema at this JSON pointer; null where nothing is. */
    complaint(pointer: string, value: unknown): string | null {
      const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `${name}#${pointer}` });
      compiled.set(pointer, validate);
      return validate(value) ? null : ajv.errorsText(validate.errors);
    },
  };
}

/** A trailing slash is forgiven, as the product does. */
const patternOf = (path: string) => new RegExp(`^${path.replace(/[.+]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}/?$`);

const opened = new Map<string, ApiDocument>();

/** Read and compiled once in each test file that needs it. */
export function apiDocument(name: string): ApiDocument {
  const found = opened.get(name) ?? openDocument(name);
  opened.set(name, found);
  return found;
}
