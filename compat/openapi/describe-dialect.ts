import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import manifest from '../../package.json' with { type: 'json' };
import type { RestDialect } from '../dialect.ts';
import { referredHeaders } from './describe-headers.ts';
import { describeRoute } from './describe-route.ts';
import { describeWebhooks } from './describe-webhooks.ts';
import { distinctGroups, groupOf, webhookGroup } from './resources.ts';
import { withoutExamples } from './without-examples.ts';

export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

export const openApiVersion = '3.1.0';

const { version } = manifest;

/** What one vendor's API is, generated from its route tables alone. */
export function describeDialect(title: string, parts: readonly RestDialect[], description = ''): OpenApiDocument {
  const registry = new OpenAPIRegistry();
  for (const dialect of parts) {
    const schemes = new Set(dialect.routes.map(({ access }) => access));
    if (schemes.has('key')) registry.registerComponent('securitySchemes', dialect.scheme.name, schemeOf(dialect));
    for (const route of dialect.routes) {
      for (const operation of describeRoute(dialect, route)) registry.registerPath(operation);
    }
    for (const webhook of describeWebhooks(dialect)) registry.registerWebhook(webhook);
  }
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: openApiVersion,
    info: { title, description: introduce(parts, description), version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    tags: distinctGroups(parts.flatMap(groupsOf)),
  });
  const paths = withoutExamples(document.paths ?? {});
  return { ...document, paths, components: { ...document.components, headers: referredHeaders(paths) } };
}

/** Which key opens what, in Markdown. */
const introduce = (parts: readonly RestDialect[], description: string): string =>
  [description, ...parts.map(({ basePath, scheme }) => `\`${basePath}\` wants: ${scheme.description}`)]
    .filter(Boolean)
    .join('\n\n');

const groupsOf = (dialect: RestDialect) => [
  ...dialect.routes.map((route) => groupOf(dialect, route)),
  ...(dialect.webhooks ? [webhookGroup] : []),
];

const schemeOf = ({ scheme }: RestDialect) => ({
  type: 'http' as const,
  scheme: 'bearer',
  description: scheme.description,
});
