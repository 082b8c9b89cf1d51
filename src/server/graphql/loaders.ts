import DataLoader from 'dataloader';
import type { Loaders } from '../../../schema/builder/loaders.ts';
import { findRulesUndoing } from '../../domain/automation/rules-undoing.ts';
import { usualAssistant } from '../../domain/widgets/find-assistant.ts';
import type { DomainContext } from '../../domain/context.ts';
import type { EventLog } from '../../events/event-log.ts';
import type { ChildFilter, ChildList, ChildRange } from '../../domain/keyset/child-lists.ts';
import { countChildren, readChildPages } from '../../domain/keyset/child-pages.ts';
import { findAuthors } from '../../domain/members/find-authors.ts';
import { leadGroups } from '../../domain/counts/kept-counts.sql.ts';
import { type Asking, findTranslations } from '../../domain/conversations/find-translations.ts';
import { findDemoKeys } from '../../domain/widgets/find-demo-keys.ts';
import { readAttempts } from '../../domain/webhooks/read-attempts.ts';

type Identified = { readonly id: string };

/** Reads rows by id in one statement and answers them in the order asked for. */
function byId<Row extends Identified>(read: (ids: string[]) => PromiseLike<Row[]>) {
  return new DataLoader<string, Row | null>(async (ids) => {
    const rows = new Map((await read([...ids])).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

/** One loader for each distinct question: different parents batch only where they are asked it alike. */
function alike<Question, Answer>(
  load: (ids: readonly string[], question: Question) => Promise<Map<string, Answer>>,
  none: () => Answer,
) {
  const loaders = new Map<string, DataLoader<string, Answer>>();
  return (question: Question) => {
    const key = JSON.stringify(question);
    const known = loaders.get(key);
    if (known) return known;
    const loader = new DataLoader<string, Answer>(async (ids) => {
      const answers = await load(ids, question);
      return ids.map((id) => answers.get(id) ?? none());
    });
    loaders.set(key, loader);
    return loader;
  };
}

type Source = { readonly context: Pick<DomainContext, 'actor' | 'db' | 'run' | 'services'>; readonly log: EventLog };

/** What hangs below rows of a kind, in one of its lists. */
const below =
  <List extends ChildList>(list: List) =>
  ({ context }: Source) => ({
    pages: alike(
      (ids, range: ChildRange) => readChildPages(context, list, ids, range),
      () => [],
    ),
    counts: alike(
      (ids, filter: ChildFilter) => countChildren(context, list, ids, filter),
      () => 0,
    ),
    lists: new WeakMap(),
  });

const makers: { readonly [Name in keyof Loaders]: (source: Source) => Loaders[Name] } = {
  stage: ({ context: { db } }) => byId((ids) => db.stage.findMany({ where: { id: { in: ids } } })),
  business: ({ context: { db } }) => byId((ids) => db.business.findMany({ where: { id: { in: ids } } })),
  widget: ({ context: { db } }) => byId((ids) => db.widget.findMany({ where: { id: { in: ids } } })),
  member: ({ context: { db } }) => byId((ids) => db.member.findMany({ where: { id: { in: ids } } })),
  apiKey: ({ context: { db } }) => byId((ids) => db.apiKey.findMany({ where: { id: { in: ids } } })),
  lead: ({ context: { db } }) => byId((ids) => db.lead.findMany({ where: { id: { in: ids }, deletedAt: null } })),
  touchpoint: ({ context: { db } }) => byId((ids) => db.touchpoint.findMany({ where: { id: { in: ids } } })),
  automationRule: ({ context: { db } }) => byId((ids) => db.automationRule.findMany({ where: { id: { in: ids } } })),
  rulesUndoing: ({ context: { db } }) => new DataLoader((ids) => findRulesUndoing(db, ids)),
  conversation: ({ context: { db } }) => byId((ids) => db.conversation.findMany({ where: { id: { in: ids } } })),
  message: ({ context: { db } }) => byId((ids) => db.message.findMany({ where: { id: { in: ids } } })),
  translations: ({ context }) =>
    alike(
      (ids, how: Asking) => findTranslations(context, ids, how),
      () => null,
    ),
  assistantOfWidget: ({ context: { db } }) =>
    new DataLoader(async (ids) => {
      const found = await db.widgetAssistant.findMany({ where: { widgetId: { in: [...ids] } } });
      const assistants = new Map(found.map((row) => [row.widgetId, row]));
      return ids.map((id) => assistants.get(id) ?? usualAssistant);
    }),
  modelTokensOfWidget: ({ context: { db, services } }) =>
    new DataLoader(async (ids) => {
      const day = services.clock.now().toISOString().slice(0, 10);
      const found = await db.modelUsage.findMany({ where: { day, widgetId: { in: [...ids] } } });
      const tokens = new Map(found.map((row) => [row.widgetId, row.tokens]));
      return ids.map((id) => tokens.get(id) ?? 0);
    }),
  notCapturedOfWidget: ({ context: { db } }) =>
    new DataLoader(async (ids) => {
      const where = { widgetId: { in: [...ids] }, notCapturedAt: { not: null } };
      const found = await db.conversation.groupBy({ by: ['widgetId'], where, _count: true });
      const counts = new Map(found.map(({ widgetId, _count }) => [widgetId, _count]));
      return ids.map((id) => counts.get(id) ?? 0);
    }),
  demoKeyOfWidget: ({ context }) => new DataLoader((ids) => findDemoKeys(context, ids)),
  campaign: ({ context: { db } }) => byId((ids) => db.campaign.findMany({ where: { id: { in: ids } } })),
  enrolment: ({ context: { db } }) => byId((ids) => db.enrolment.findMany({ where: { id: { in: ids } } })),
  endpoint: ({ context: { db } }) =>
    byId((ids) => db.webhookEndpoint.findMany({ where: { id: { in: ids }, deletedAt: null } })),
  mailboxOfSource: ({ context: { db } }) => byId((ids) => db.syncMailbox.findMany({ where: { id: { in: ids } } })),
  healthOfEndpoint: ({ context: { db } }) =>
    new DataLoader(async (ids) => {
      const found = await db.webhookEndpointHealth.findMany({ where: { endpointId: { in: [...ids] } } });
      const health = new Map(found.map((row) => [row.endpointId, row]));
      return ids.map((id) => health.get(id) ?? null);
    }),
  event: ({ log }) => new DataLoader((ids) => log.find(ids)),
  eventRow: ({ context: { db } }) => byId((ids) => db.event.findMany({ where: { id: { in: ids } } })),
  attemptsOfDelivery: ({ context: { db } }) => new DataLoader((ids) => readAttempts(db, ids)),
  author: ({ context }) =>
    new DataLoader((columns) => findAuthors(context, columns), {
      cacheKeyFn: ({ keyId, memberId }) => memberId ?? keyId ?? '',
    }),
  leadCountOfStage: ({ context: { run } }) =>
    new DataLoader(async (ids) => {
      const groups = await run(leadGroups, { ofBusiness: null });
      return ids.map((id) => groups.reduce((sum, { stageId, count }) => (stageId === id ? sum + count : sum), 0));
    }),
  tasksOfLead: below('tasksOfLead'),
  messagesOfConversation: below('messagesOfConversation'),
  notesOfLead: below('notesOfLead'),
  automationRunsOfLead: below('automationRunsOfLead'),
  touchpointsOfLead: below('touchpointsOfLead'),
  enrolmentsOfLead: below('enrolmentsOfLead'),
  enrolmentsOfCampaign: below('enrolmentsOfCampaign'),
  emailsOfEnrolment: below('emailsOfEnrolment'),
  emailsOfLead: below('emailsOfLead'),
  meetingsOfLead: below('meetingsOfLead'),
  deliveriesOfSource: below('deliveriesOfSource'),
};

// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- the class has a getter for each of the makers
interface LoadersOf extends Loaders {}
class LoadersOf {
  readonly source: Source;
  constructor(source: Source) {
    this.source = source;
  }
}
for (const [name, make] of Object.entries(makers)) {
  Object.defineProperty(LoadersOf.prototype, name, {
    get(this: LoadersOf) {
      const value: unknown = make(this.source);
      Object.defineProperty(this, name, { value });
      return value;
    },
  });
}

/** Each is made where it is asked for: an answer needs few of them, and all took a tenth of what a small read leaves to be collected. */
export function createLoaders(context: Source['context'], log: EventLog): Loaders {
  return new LoadersOf({ context, log });
}
