import { keyPrefixes } from '../../access/dialects.ts';
import { vendorList } from '../../vendors/index.ts';

/** Where a language model finds what it may call here, as https://llmstxt.org has it. */
export function agentsText(publicUrl: string): string {
  const base = publicUrl.replace(/\/$/, '');
  const link = (path: string, name: string, about: string) => `- [${name}](${base}${path}): ${about}`;
  const documents = vendorList.map(({ vendor: { name, title, keyPrefix, basePath, about } }) =>
    link(
      `/openapi/${name}.json`,
      `${title} API`,
      `${about}; \`${basePath}\`, with a key \`${keyPrefix}…\` (OpenAPI 3)`,
    ),
  );
  const links = vendorList.flatMap(({ vendor }) => vendor.links);
  return `# Tributary

> One GraphQL graph for leads, conversations, tasks and webhooks, and REST APIs over it. A key stands in \`Authorization: Bearer …\`; what it may do are its scopes.

Ask for a key, or sign up for a workspace where that is open. Every \`POST\` but signup takes an \`Idempotency-Key\`, so that a call whose answer was lost may be sent again. A secret is told once: the repetition of a call that made one is a 409.
After a 429 wait for the seconds in \`Retry-After\`.

## Skills and first steps

${links.map(({ path, name, about }) => link(path, name, about)).join('\n')}

## APIs

- GraphQL: \`POST ${base}/graphql\` with any secret key, \`${keyPrefixes.GRAPHQL}…\` being its own kind; introspection tells every field with its description
${documents.join('\n')}
${link('/openapi.json', 'All REST routes and webhooks', 'one OpenAPI document')}

## Optional

${link('/api-docs', 'Routes for people', 'each with the GraphQL document that it runs')}
${link('/pricing', 'Plans', 'what a workspace may hold, and how it gets more')}
`;
}
