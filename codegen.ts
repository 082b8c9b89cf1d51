import type { CodegenConfig } from '@graphql-codegen/cli';
import { vendors } from './src/vendors/index.ts';

const typedDocuments = {
  plugins: ['typescript-operations', 'typed-document-node'],
  config: {
    useTypeImports: true,
    strictScalars: true,
    scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown' },
    avoidOptionals: { inputValue: false, field: true, object: true },
    skipTypename: true,
    dedupeFragments: true,
  },
};

/** Typed documents for everything that executes against the schema in process. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  generates: Object.fromEntries(
    Object.values(vendors).map(({ name }) => [
      `compat/${name}/generated/operations.ts`,
      { documents: `compat/${name}/**/*.graphql`, ...typedDocuments },
    ]),
  ),
};

export default config;
