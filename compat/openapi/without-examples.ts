import type { ParameterObject, PathItemObject, ReferenceObject } from 'openapi3-ts/oas31';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/**
 * The paths with the examples of their parameters told in words: a page to try them on fills in what stands as an example,
 * and a filter or an id that nobody chose answers nothing, or 404.
 */
export function withoutExamples(paths: Readonly<Record<string, PathItemObject>>): Record<string, PathItemObject> {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => {
      const told: PathItemObject = { ...item };
      for (const method of methods) {
        const operation = item[method];
        if (operation?.parameters) told[method] = { ...operation, parameters: operation.parameters.map(inWords) };
      }
      return [path, told] as const;
    }),
  );
}

function inWords(parameter: ParameterObject | ReferenceObject): ParameterObject | ReferenceObject {
  if ('$ref' in parameter || !parameter.schema || '$ref' in parameter.schema) return parameter;
  const example: unknown = parameter.schema.example;
  if (typeof example !== 'string' && typeof example !== 'number') return parameter;
  const description = [parameter.description, `Such as \`${example}\`.`].filter(Boolean).join(' ');
  const told = { ...parameter, description, schema: { ...parameter.schema, description } };
  delete told.example;
  delete told.schema.example;
  return told;
}
