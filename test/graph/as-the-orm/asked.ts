import { eventCatalogue } from '../../../src/events/catalogue.ts';
import { toGlobalId, toGlobalIdOrNull } from '../../../src/ids.ts';
import type { Chance } from '../../support/chance.ts';
import { bareEvent, type Row, type Shown, shownOf, type ShownType } from './shown.ts';

export type Listed = 'conversation' | 'message' | 'note' | 'task' | 'webhookDelivery' | 'webhookEndpoint' | 'event';

/** A list as the graph is asked for it, and as the ORM is. */
export type Asked = {
  readonly model: Listed;
  readonly type: ShownType;
  readonly shown: Shown;
  /** The fields around the list, the last of them the list itself. */
  readonly path: readonly string[];
  readonly around: string;
  readonly args: readonly string[];
  readonly where: Readonly<Record<string, unknown>>;
  readonly orderBy: readonly object[];
};

/** What there is, by which lists are narrowed. */
export type Rows = Readonly<Record<Listed | 'lead', readonly Row[]>>;

type Narrowed = { readonly arg: string; readonly where: Readonly<Record<string, unknown>> };

const quoted = (value: unknown) => JSON.stringify(value instanceof Date ? value.toISOString() : value);

/** Asks for lists at random: what they are narrowed to is mostly what some row has. */
export function createAsked(chance: Chance, rows: Rows) {
  const valueOf = (model: Listed | 'lead', column: string): unknown => chance.pick(rows[model])[column];

  const byId =
    (model: Listed, column: string, noun: Parameters<typeof toGlobalId>[0], name = column) =>
    () => {
      const id = valueOf(model, column);
      if (typeof id !== 'string') return null;
      return { arg: `${name}: ${quoted(toGlobalId(noun, id))}`, where: { [column]: id } };
    };
  const byEnum = (model: Listed, column: string) => () => {
    const value = String(valueOf(model, column));
    return { arg: `${column}: ${value}`, where: { [column]: value } };
  };
  const since = (model: Listed, column: string, name: string, test: 'gte' | 'lt') => () => {
    const at = valueOf(model, column);
    return at instanceof Date ? { arg: `${name}: ${quoted(at)}`, where: { [column]: { [test]: at } } } : null;
  };
  const flag = (name: string, where: (on: boolean) => object) => () => {
    const on = chance.below(2) === 0;
    return { arg: `${name}: ${on}`, where: { ...where(on) } };
  };

  function holder(): Narrowed | null {
    const { holderMemberId: member, holderKeyId: key } = chance.pick(rows.conversation);
    const id = toGlobalIdOrNull('Member', member as string | null) ?? toGlobalIdOrNull('ApiKey', key as string | null);
    const held = member === null ? { holderKeyId: key, holderMemberId: null } : { holderMemberId: member };
    return id === null ? null : { arg: `takenOverById: ${quoted(id)}`, where: { ...held, status: 'HUMAN_ACTIVE' } };
  }
  function words(): Narrowed {
    const q = chance.pick(['ADA', 'a booking', 'gs', 'nobody', '100%']);
    return {
      arg: `q: ${quoted(q)}`,
      where: { messages: { some: { search: { contains: escaped(q.toLowerCase()) } } } },
    };
  }
  function types(): Narrowed {
    const asked = Object.keys(eventCatalogue).filter(() => chance.below(6) === 0);
    const some = asked.length > 0 ? asked : ['task.created'];
    const named = some.map((type) => type.replace('.', '_').toUpperCase());
    return { arg: `types: [${named.join(', ')}]`, where: { type: { in: some } } };
  }

  const filters: Record<string, readonly (() => Narrowed | null)[]> = {
    conversation: [
      byId('conversation', 'widgetId', 'Widget'),
      byId('conversation', 'businessId', 'Business'),
      byId('conversation', 'leadId', 'Lead'),
      byEnum('conversation', 'status'),
      since('conversation', 'updatedAt', 'updatedSince', 'gte'),
      flag('notCaptured', (on) => ({ notCapturedAt: on ? { not: null } : null })),
      flag('waiting', (on) => ({ waitingSince: on ? { not: null } : null })),
      holder,
      words,
    ],
    task: [
      byId('task', 'widgetId', 'Widget'),
      byId('task', 'businessId', 'Business'),
      byId('task', 'leadId', 'Lead'),
      byId('task', 'conversationId', 'Conversation'),
      byEnum('task', 'status'),
      byEnum('task', 'type'),
      since('task', 'updatedAt', 'updatedSince', 'gte'),
      since('task', 'dueAt', 'dueSince', 'gte'),
      since('task', 'dueAt', 'dueBefore', 'lt'),
    ],
    webhookDelivery: [
      byId('webhookDelivery', 'endpointId', 'WebhookEndpoint'),
      () => ({ arg: `eventId: "${String(valueOf('event', 'id'))}"`, where: {} }),
      byEnum('webhookDelivery', 'state'),
      flag('failing', (on) => ({
        [on ? 'AND' : 'NOT']: { OR: [{ state: 'DEAD' }, { state: 'PENDING', attemptCount: { gt: 0 } }] },
      })),
      () => {
        const leadId = String(valueOf('lead', 'id'));
        const about = rows.event.filter((event) => event['leadId'] === leadId).map(({ id }) => id);
        return { arg: `leadId: "${toGlobalId('Lead', leadId)}"`, where: { eventId: { in: about } } };
      },
    ],
    event: [
      types,
      byId('event', 'leadId', 'Lead'),
      byId('event', 'conversationId', 'Conversation'),
      since('event', 'createdAt', 'from', 'gte'),
      since('event', 'createdAt', 'to', 'lt'),
    ],
    note: [byEnum('note', 'type'), flag('pinned', (pinned) => ({ pinned }))],
    webhookEndpoint: [],
    message: [],
  };

  /** Each must hold, so that two of one column stand beside one another. */
  function narrowed(model: Listed): { args: string[]; where: { AND: object[] } } {
    const chosen = (filters[model] ?? []).flatMap((make) => (chance.below(4) === 0 ? (make() ?? []) : []));
    return { args: chosen.map(({ arg }) => arg), where: { AND: chosen.map(({ where }) => where) } };
  }

  const way = () => chance.pick(['ASC', 'DESC'] as const);

  function ordered(columns: Readonly<Record<string, { column: string; nullable: boolean }>>) {
    if (chance.below(3) === 0) return { args: [], orderBy: [{ id: 'desc' }] };
    const [field, { column, nullable }] = chance.pick([
      ...Object.entries(columns),
      ['CREATED_AT', { column: '', nullable: false }] as const,
    ]);
    const direction = way();
    const sort = direction === 'ASC' ? 'asc' : 'desc';
    const own = column === '' ? [] : [{ [column]: nullable ? { sort, nulls: 'last' } : sort }];
    return { args: [`orderBy: { field: ${field}, direction: ${direction} }`], orderBy: [...own, { id: sort }] };
  }

  const ofFilter = (args: readonly string[]) => (args.length > 0 ? [`filter: { ${args.join(', ')} }`] : []);

  function below(parent: 'lead' | 'conversation', field: string, model: 'note' | 'task' | 'message'): Asked {
    const id = String(valueOf(parent, 'id'));
    const { args, where } = model === 'note' ? narrowed('note') : { args: [], where: {} };
    const noun = parent === 'lead' ? 'Lead' : 'Conversation';
    const type = ({ note: 'Note', task: 'Task', message: 'Message' } as const)[model];
    return {
      model,
      type,
      shown: shownOf[type],
      args,
      path: [parent, field],
      around: `${parent}(id: "${toGlobalId(noun, id)}")`,
      where: {
        ...where,
        [`${parent}Id`]: id,
      },
      orderBy: [{ id: model === 'message' ? 'asc' : 'desc' }],
    };
  }

  const at = (field: string, type: ShownType) => ({ path: [field], around: '', type, shown: shownOf[type] });
  const newest = [{ id: 'desc' }];

  const lists = {
    conversations(): Asked {
      const { args, where } = narrowed('conversation');
      const orders = {
        LAST_MESSAGE_AT: { column: 'lastMessageAt', nullable: false },
        WAITING_SINCE: { column: 'waitingSince', nullable: true },
      };
      const { args: order, orderBy } = ordered(orders);
      const all = [...ofFilter(args), ...order];
      return { model: 'conversation', ...at('conversations', 'Conversation'), args: all, where, orderBy };
    },
    tasks(): Asked {
      const { args, where } = narrowed('task');
      const { args: order, orderBy } = ordered({ DUE_AT: { column: 'dueAt', nullable: true } });
      return { model: 'task', ...at('tasks', 'Task'), args: [...ofFilter(args), ...order], where, orderBy };
    },
    webhookDeliveries(): Asked {
      const { args, where } = narrowed('webhookDelivery');
      const eventId = /eventId: "(\w+)"/.exec(args.join())?.[1];
      const told = eventId === undefined ? where : { AND: [where, { eventId }] };
      return {
        model: 'webhookDelivery',
        ...at('webhookDeliveries', 'WebhookDelivery'),
        args,
        where: told,
        orderBy: newest,
      };
    },
    webhookEndpoints(): Asked {
      const where = { deletedAt: null };
      return {
        model: 'webhookEndpoint',
        ...at('webhookEndpoints', 'WebhookEndpoint'),
        args: [],
        where,
        orderBy: newest,
      };
    },
    events(): Asked {
      const { args, where } = narrowed('event');
      const oldest = [{ position: 'asc' }];
      const asked: Asked = { model: 'event', ...at('events', 'Event'), args, where, orderBy: oldest };
      return chance.below(2) === 0 ? { ...asked, shown: bareEvent } : asked;
    },
    messages: () => below('conversation', 'messages', 'message'),
    notes: () => below('lead', 'notes', 'note'),
    'tasks of a lead': () => below('lead', 'tasks', 'task'),
  } satisfies Record<string, () => Asked>;
  return lists;
}

/** The ORM takes a word as a pattern of `like`. */
const escaped = (words: string) => words.replaceAll(/[\\%_]/g, String.raw`\$&`);
