import type { CodegenConfig } from '@graphql-codegen/cli';
import { globSync } from 'node:fs';
import { dirname } from 'node:path';
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

type Output = CodegenConfig['generates'][string];

/** The console's documents stand beside what asks them: `console/src/screens/<name>/operations.graphql`. */
const consoleFolders = [...new Set(globSync('console/src/**/*.graphql').map(dirname))].toSorted();

/** Typed documents for everything that executes against the schema in process, and for the console. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  generates: Object.fromEntries<Output>([
    ...Object.values(vendors).map(({ name }): [string, Output] => [
      `compat/${name}/generated/operations.ts`,
      { documents: `compat/${name}/**/*.graphql`, ...typedDocuments },
    ]),
    ...consoleFolders.map((folder): [string, Output] => [
      `${folder}/generated/operations.ts`,
      { documents: `${folder}/*.graphql`, ...typedDocuments },
    ]),
  ]),
};

export default config;
