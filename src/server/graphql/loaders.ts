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

export function createLoaders(context: Pick<DomainContext, 'db' | 'run' | 'services'>, log: EventLog): Loaders {
  const { db, run, services } = context;
  const pages = <List extends ChildList>(list: List) =>
    alike(
      (ids, range: ChildRange) => readChildPages(context, list, ids, range),
      () => [],
    );
  const counts = (list: ChildList) =>
    alike(
      (ids, filter: ChildFilter) => countChildren(context, list, ids, filter),
      () => 0,
    );
  return {
    stage: byId((ids) => db.stage.findMany({ where: { id: { in: ids } } })),
    business: byId((ids) => db.business.findMany({ where: { id: { in: ids } } })),
    widget: byId((ids) => db.widget.findMany({ where: { id: { in: ids } } })),
    member: byId((ids) => db.member.findMany({ where: { id: { in: ids } } })),
    apiKey: byId((ids) => db.apiKey.findMany({ where: { id: { in: ids } } })),
    lead: byId((ids) => db.lead.findMany({ where: { id: { in: ids }, deletedAt: null } })),
    touchpoint: byId((ids) => db.touchpoint.findMany({ where: { id: { in: ids } } })),
    automationRule: byId((ids) => db.automationRule.findMany({ where: { id: { in: ids } } })),
    rulesUndoing: new DataLoader((ids) => findRulesUndoing(db, ids)),
    conversation: byId((ids) => db.conversation.findMany({ where: { id: { in: ids } } })),
    message: byId((ids) => db.message.findMany({ where: { id: { in: ids } } })),
    assistantOfWidget: new DataLoader(async (ids) => {
      const found = await db.widgetAssistant.findMany({ where: { widgetId: { in: [...ids] } } });
      const assistants = new Map(found.map((row) => [row.widgetId, row]));
      return ids.map((id) => assistants.get(id) ?? usualAssistant);
    }),
    modelTokensOfWidget: new DataLoader(async (ids) => {
      const day = services.clock.now().toISOString().slice(0, 10);
      const found = await db.modelUsage.findMany({ where: { day, widgetId: { in: [...ids] } } });
      const tokens = new Map(found.map((row) => [row.widgetId, row.tokens]));
      return ids.map((id) => tokens.get(id) ?? 0);
    }),
    notCapturedOfWidget: new DataLoader(async (ids) => {
      const where = { widgetId: { in: [...ids] }, notCapturedAt: { not: null } };
      const found = await db.conversation.groupBy({ by: ['widgetId'], where, _count: true });
      const counts = new Map(found.map(({ widgetId, _count }) => [widgetId, _count]));
      return ids.map((id) => counts.get(id) ?? 0);
    }),
    demoKeyOfWidget: new DataLoader((ids) => findDemoKeys(context, ids)),
    campaign: byId((ids) => db.campaign.findMany({ where: { id: { in: ids } } })),
    enrolment: byId((ids) => db.enrolment.findMany({ where: { id: { in: ids } } })),
    endpoint: byId((ids) => db.webhookEndpoint.findMany({ where: { id: { in: ids }, deletedAt: null } })),
    healthOfEndpoint: new DataLoader(async (ids) => {
      const found = await db.webhookEndpointHealth.findMany({ where: { endpointId: { in: [...ids] } } });
      const health = new Map(found.map((row) => [row.endpointId, row]));
      return ids.map((id) => health.get(id) ?? null);
    }),
    event: new DataLoader((ids) => log.find(ids)),
    eventRow: byId((ids) => db.event.findMany({ where: { id: { in: ids } } })),
    attemptsOfDelivery: new DataLoader((ids) => readAttempts(db, ids)),
    author: new DataLoader((columns) => findAuthors(context, columns), {
      cacheKeyFn: ({ keyId, memberId }) => memberId ?? keyId ?? '',
    }),
    leadCountOfStage: new DataLoader(async (ids) => {
      const groups = await run(leadGroups, { ofBusiness: null });
      return ids.map((id) => groups.reduce((sum, { stageId, count }) => (stageId === id ? sum + count : sum), 0));
    }),
    tasksOfLead: { pages: pages('tasksOfLead'), counts: counts('tasksOfLead') },
    messagesOfConversation: { pages: pages('messagesOfConversation'), counts: counts('messagesOfConversation') },
    notesOfLead: { pages: pages('notesOfLead'), counts: counts('notesOfLead') },
    automationRunsOfLead: { pages: pages('automationRunsOfLead'), counts: counts('automationRunsOfLead') },
    touchpointsOfLead: { pages: pages('touchpointsOfLead'), counts: counts('touchpointsOfLead') },
    enrolmentsOfLead: { pages: pages('enrolmentsOfLead'), counts: counts('enrolmentsOfLead') },
    enrolmentsOfCampaign: { pages: pages('enrolmentsOfCampaign'), counts: counts('enrolmentsOfCampaign') },
    emailsOfEnrolment: { pages: pages('emailsOfEnrolment'), counts: counts('emailsOfEnrolment') },
  };
}
