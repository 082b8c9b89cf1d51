import { schema } from '../../../schema/index.ts';
import { isFresh } from '../../../src/server/graphql/keepable.ts';
import { type Wants, wholeQueries, wholeSelection } from '../../tenancy/selections.ts';

/** What fields that name a row are given. */
export type Named = Readonly<Record<'campaignId' | 'conversationId' | 'eventId' | 'leadId' | 'taskId', string>>;

const isKept: Wants = (field) => !isFresh(schema, field);

type KeptDocument = { readonly field: string; readonly document: string };

/** Fields that name what they show. */
const named: Readonly<Record<string, (ids: Named, below: (type: string) => string) => string>> = {
  campaign: ({ campaignId }, below) => `campaign(id: "${campaignId}") { ${below('Campaign')} }`,
  conversation: ({ conversationId }, below) => `conversation(id: "${conversationId}") { ${below('Conversation')} }`,
  event: ({ eventId }, below) => `event(id: "${eventId}") { ${below('Event')} }`,
  lead: ({ leadId }, below) => `lead(id: "${leadId}") { ${below('Lead')} }`,
  // All below each of so many leads would cost too much; `leads` has that.
  leadConnections: ({ leadId }) => `leadConnections(id: "${leadId}") { reasons lead { id name stage { id name } } }`,
  leadWeb: ({ leadId }, below) => `leadWeb(id: "${leadId}") { ${below('LeadWeb')} }`,
  leadCounts: () => 'leadCounts(by: STAGE) { key label count }',
  previewSyncSourceMapping: () => `previewSyncSourceMapping(sample: "name=Ada") { fields { field value } problem }`,
  task: ({ taskId }, below) => `task(id: "${taskId}") { ${below('Task')} }`,
};

/** For each field of Query that can be part of a kept answer, all below it that can, down to so many rows below one another. */
export function keptDocuments(ids: Named, depth: number): KeptDocument[] {
  const whole = wholeQueries(schema, depth, isKept);
  const below = (type: string) => wholeSelection(schema, type, depth, isKept);
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(isKept);
  return fields.map(({ name }) => {
    const document = whole.find(({ field }) => field === name)?.document;
    const call = named[name]?.(ids, below);
    if (document === undefined && call === undefined) throw new Error(`Say in kept-documents.ts what ${name} names.`);
    return { field: name, document: document ?? `{ ${call} }` };
  });
}
