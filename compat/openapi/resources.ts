import type { RestDialect } from '../dialect.ts';
import type { Route } from '../route/route.ts';

/** What operations are grouped by: the first part of their path below the dialect's, and what it is. */
const resources = {
  analytics: 'Figures over the whole pipeline.',
  automation: 'Rules that move leads when something happens.',
  campaigns: 'Series of mails, and who is enrolled in them.',
  chat: 'What a visitor of a page says, with a widget’s public key.',
  conversations: 'Chats with visitors: read, take over, reply, hand back.',
  enrich: 'What can be found out about a lead and its company.',
  feedback: 'Reports to the operators of this installation, and their answers.',
  fields: 'Custom fields of leads.',
  health: 'Whether the key works, and what waits to be read.',
  integrations: 'Connections to other services.',
  leads: 'Who might buy.',
  notes: 'What was written down about a lead.',
  org: 'The workspace and its plan.',
  playbooks: 'What to do next with a lead.',
  scrapers: 'Runs of the programs that find leads.',
  setup: 'The workspace’s profile and pipeline in one call.',
  signup: 'A workspace and its first key, without a key.',
  sources: 'Where leads come from.',
  stages: 'The pipeline, and what feeds it.',
  tasks: 'What was scheduled for a lead.',
  touchpoints: 'Contacts with a lead, in either direction.',
  webhooks: 'What is posted to endpoints of this format.',
} satisfies Record<string, string>;

type Group = { readonly name: string; readonly description: string };

/** Its vendor's own group, or one that vendors share. @throws where neither has the resource */
export function groupOf({ basePath, groups = {} }: RestDialect, { path }: Pick<Route, 'path'>): Group {
  const name =
    (basePath + path)
      .split('/')
      .slice(path === '' || path.startsWith('/:') ? basePath.split('/').length - 1 : basePath.split('/').length)[0]
      ?.split('.')[0] ?? '';
  const description = { ...resources, ...groups }[name];
  if (description !== undefined) return { name, description };
  throw new Error(`No group is called ${name}: describe it in the dialect's \`groups\`.`);
}

/** What a dialect with webhooks has beside its routes. */
export const webhookGroup: Group = { name: 'webhooks', description: resources.webhooks };

/** Each once, in the order in which they appear. */
export const distinctGroups = (groups: Iterable<Group>): Group[] => [
  ...new Map([...groups].map((group) => [group.name, group])).values(),
];
