import { notFound } from '../../../src/errors.ts';
import { shownAt } from '../../route/resources.ts';
import { route, type Route } from '../../route/route.ts';
import {
  CreatePersonDocument,
  PeopleDocument,
  PersonByIdDocument,
  UpdatePersonDocument,
  type PersonByIdQuery,
} from '../generated/operations.ts';
import { graphId } from '../ids.ts';
import { toPerson } from '../resources.ts';
import {
  WireNewPerson,
  WirePeople,
  WirePeopleQuery,
  WirePersonChange,
  WirePersonEnvelope,
  WirePersonId,
} from '../wire.ts';

/** The older spelling of a name, kept for one major version. */
const nameAliases = { fullName: 'full_name' };

const personId = ({ params }: { params: { id: string } }) => ({ id: graphId('per_', params.id) });

const presentPerson = ({ lead }: PersonByIdQuery) => {
  if (!lead) throw notFound('person');
  return { person: toPerson(lead) };
};

const personAt = shownAt('/people/:id', 'leads', 'per_');

export const personRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/people',
    kind: 'read',
    scope: 'leads:read',
    summary: 'List people',
    description: 'Newest first.',
    aliases: { query: { createdAfter: 'created_after' } },
    query: WirePeopleQuery,
    reply: WirePeople,
    operation: PeopleDocument,
    variables: ({ query: { limit, cursor, created_after: createdSince } }) => ({
      first: limit,
      after: cursor,
      filter: { createdSince },
    }),
    present: ({ leads: { nodes, pageInfo } }) => ({
      people: nodes.map(toPerson),
      next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    }),
  }),
  route({
    method: 'get',
    path: '/people/:id',
    kind: 'read',
    scope: 'leads:read',
    summary: 'One person',
    params: WirePersonId,
    reply: WirePersonEnvelope,
    operation: PersonByIdDocument,
    variables: personId,
    present: presentPerson,
  }),
  route({
    method: 'post',
    path: '/people',
    kind: 'write',
    scope: 'leads:write',
    status: 201,
    summary: 'Add a person',
    aliases: { body: nameAliases },
    body: WireNewPerson,
    example: { full_name: 'Ada Lovelace', email: 'ada@example.com' },
    reply: WirePersonEnvelope,
    operation: CreatePersonDocument,
    variables: ({ body: { full_name: name, ...same } }) => ({ input: { ...same, name } }),
    present: ({ createLead }) => ({ person: toPerson(createLead.lead) }),
    rebuild: {
      operation: PersonByIdDocument,
      scope: 'leads:read',
      variables: (_fields, resourceId) => ({ id: `ld_${resourceId ?? ''}` }),
      present: presentPerson,
    },
  }),
  route({
    method: 'patch',
    path: '/people/:id',
    kind: 'write',
    scope: 'leads:write',
    summary: 'Change a person',
    description: 'An absent field stays; null clears it.',
    aliases: { body: nameAliases },
    params: WirePersonId,
    body: WirePersonChange,
    example: { company: 'Analytical Engines' },
    reply: WirePersonEnvelope,
    operation: UpdatePersonDocument,
    resource: ({ params: { id } }) => personAt(id),
    variables: ({ params, body: { full_name: name, ...same } }) => ({
      id: graphId('per_', params.id),
      input: { ...same, ...(name === undefined ? {} : { name }) },
    }),
    present: ({ updateLead }) => ({ person: toPerson(updateLead.lead) }),
  }),
];
