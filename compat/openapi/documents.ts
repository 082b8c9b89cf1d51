import { vendorList } from '../../src/vendors/index.ts';
import { vendorApis } from '../vendor-apis.ts';
import { describeDialect, type OpenApiDocument } from './describe-dialect.ts';
import { unite } from './unite.ts';

export type NamedDocument = {
  /** As addresses name it. */
  readonly key: string;
  readonly name: string;
  readonly path: string;
  readonly document: OpenApiDocument;
};

/** What each document begins with, in Markdown. `x-graphql-document` is told of once. */
const behind =
  'Each operation shows the GraphQL document that answers it (`x-graphql-document`); `/graphql` takes the same key.';

/** Which key is whose, by where it is at home. */
const homes = [...Map.groupBy(vendorList, ({ vendor }) => vendor.basePath)].map(
  ([basePath, list]) =>
    `Under \`${basePath}\` answers ${list.map(({ vendor: { keyPrefix, title } }) => `${title} to \`${keyPrefix}…\``).join(', ')}`,
);

const union = `Several vendors’ APIs over one graph; the key decides who answers. ${homes.join('. ')}. ${behind}`;

const { key, path } = { key: 'all', path: '/openapi.json' };
const pathOf = (name: string) => `/openapi/${name}.json`;

/** Where they are, without making them: few nodes are ever asked for one. */
export const documentPlaces: readonly Omit<NamedDocument, 'document'>[] = [
  { key, name: 'All dialects', path },
  ...vendorList.map(({ vendor: { name, title } }) => ({ key: name, name: title, path: pathOf(name) })),
];

/** Everything the installation documents: the union first, then each vendor by itself. */
export function openApiDocuments(): NamedDocument[] {
  const parts = vendorList.map(({ dialect, vendor: { name, title } }) => {
    const { dialects, introduction } = vendorApis[dialect];
    const document = describeDialect(`${title} API`, dialects, `${introduction} ${behind}`);
    return { key: name, name: title, path: pathOf(name), document };
  });
  const documents = parts.map(({ document }) => document);
  const all = {
    key,
    name: 'All dialects',
    path,
    document: unite('Tributary REST APIs', union, documents),
  };
  return [all, ...parts];
}
