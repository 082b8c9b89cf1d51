import { ai93 } from '../ai93/dialect.ts';
import { chat } from '../chat/dialect.ts';
import { clawcrm } from '../clawcrm/dialect.ts';
import { quincer } from '../quincer/dialect.ts';
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

const introductions = {
  union: `Three vendors’ APIs over one graph. Under \`/api/v1\` the key decides who answers: \`cw_dev_…\` Quincer, \`ai93_live_…\` AI93/Krew. \`/api/openclaw\` is ClawCRM’s and wants \`rcm_live_…\`; \`/api/chat\` wants a widget’s \`cw_live_…\`. ${behind}`,
  quincer: `Conversations, leads and tasks, as Quincer has them. Fields are in snake_case; lists go on after \`starting_after\`. ${behind}`,
  ai93: `Leads and where they come from, as AI93/Krew has them. Fields are in camelCase, parameters in snake_case. ${behind}`,
  clawcrm: `A CRM for agents: every answer carries \`warnings\` and \`next_steps\`. \`POST /api/openclaw/signup\` gives the first key. It has no webhooks of its own: endpoints of the format \`STANDARD\` carry every event. ${behind}`,
};

/** Everything the installation documents: the union first, then each vendor by itself. */
export function openApiDocuments(): NamedDocument[] {
  const parts = [
    {
      key: 'quincer',
      name: 'Quincer',
      path: '/openapi/quincer.json',
      document: describeDialect('Quincer API', [quincer, chat], introductions.quincer),
    },
    {
      key: 'ai93',
      name: 'AI93/Krew',
      path: '/openapi/ai93.json',
      document: describeDialect('AI93/Krew API', [ai93], introductions.ai93),
    },
    {
      key: 'clawcrm',
      name: 'ClawCRM',
      path: '/openapi/clawcrm.json',
      document: describeDialect('ClawCRM API', [clawcrm], introductions.clawcrm),
    },
  ];
  const union = unite(
    'Tributary REST APIs',
    introductions.union,
    parts.map(({ document }) => document),
  );
  return [{ key: 'all', name: 'All dialects', path: '/openapi.json', document: union }, ...parts];
}
