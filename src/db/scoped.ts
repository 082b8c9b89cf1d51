import type { Prisma, PrismaClient } from './generated/prisma/client.ts';
import { tables, visitorColumns } from './write/tables.ts';

/** What of the database an actor may touch: its organisation, only one business of it when locked, and for a visitor one conversation. */
export type TenantScope = {
  readonly orgId: string;
  readonly businessId: string | null;
  readonly conversationId: string | null;
};

type ModelName = Prisma.ModelName;
type Operations<M extends ModelName> = Prisma.TypeMap['model'][M]['operations'];
type Args<M extends ModelName, O extends keyof Operations<M>> = Operations<M>[O] extends { args: infer A } ? A : never;
type OneOf<T> = T extends readonly (infer Item)[] ? Item : T;

/** Columns only: a nested write would slip past the scoping, so the type has no relation fields. */
export type ScalarCreate<M extends ModelName> = Omit<
  OneOf<Args<M, 'createMany'> extends { data: infer Data } ? Data : never>,
  'orgId'
>;
export type ScalarUpdate<M extends ModelName> = Omit<
  Args<M, 'updateMany'> extends { data: infer Data } ? Data : never,
  'orgId' | 'id'
>;

type Where<M extends ModelName> = Args<M, 'findMany'> extends { where?: infer W } ? NonNullable<W> : never;
type Row<M extends ModelName> = Prisma.TypeMap['model'][M]['payload']['scalars'];

type Writes<M extends ModelName> = {
  create(args: { data: ScalarCreate<M> }): Promise<Row<M>>;
  /** The same without waiting for it, where the row is known from what it is made of: it is made before whatever is asked next. */
  createUnread(args: { data: ScalarCreate<M> }): Promise<Row<M>>;
  createMany(args: { data: readonly ScalarCreate<M>[] }): Promise<{ count: number }>;
  /** Answers the changed rows. None where the condition held for none: that is how races are settled. */
  updateManyAndReturn(args: { where: Where<M>; data: ScalarUpdate<M> }): Promise<Row<M>[]>;
  deleteMany(args: { where: Where<M> }): Promise<{ count: number }>;
};

type ReadOperation = 'findUnique' | 'findFirst' | 'findMany' | 'count' | 'aggregate' | 'groupBy';
type Delegate<M extends ModelName> = ScopedClient[Uncapitalize<M>];

/** The database as an actor may read it. */
export type ScopedReader = {
  readonly [M in ModelName as Uncapitalize<M>]: Pick<Delegate<M>, ReadOperation & keyof Delegate<M>>;
};

type OrganisationProfile = Pick<
  Row<'Organisation'>,
  | 'name'
  | 'industry'
  | 'bookingLink'
  | 'projectSlug'
  | 'tier'
  | 'outsideCapabilities'
  | 'modelTokensPerDay'
  | 'enrichmentsPerDay'
  | 'agentLanguage'
>;

/** The database as an actor may change it, inside `write()` only. */
export type ScopedWriter = {
  readonly [M in Exclude<ModelName, 'Organisation'> as Uncapitalize<M>]: Pick<
    Delegate<M>,
    ReadOperation & keyof Delegate<M>
  > &
    Writes<M>;
} & {
  readonly organisation: ScopedReader['organisation'] & {
    /** The actor's own is all there is: what it is called and about, and its plan. */
    updateMany(args: { where: object; data: Partial<OrganisationProfile> }): Promise<{ count: number }>;
  };
};

type AnyArgs = { where?: Record<string, unknown>; data?: unknown };

/** What holds of every row of a table that an actor may touch, in the ORM's terms. */
export function tenantFilter(model: ModelName, scope: TenantScope): Record<string, unknown>[] {
  const { tenant, lock } = tables[model];
  const filters: Record<string, unknown>[] = [{ [tenant]: scope.orgId }];
  if (lock && scope.businessId !== null) filters.push({ [lock]: scope.businessId });
  if (scope.conversationId !== null) filters.push(visitorFilter(model, scope.conversationId));
  return filters;
}

function visitorFilter(model: ModelName, conversationId: string): Record<string, unknown> {
  const column = visitorColumns[model];
  // Of no tenant: nothing is found.
  return column === undefined ? { [tables[model].tenant]: { in: [] } } : { [column]: conversationId };
}

function withTenant(model: ModelName, scope: TenantScope, row: object): object {
  const { lock } = tables[model];
  if (lock === 'businessId' && scope.businessId !== null && Reflect.get(row, 'businessId') !== scope.businessId) {
    throw new Error(`A ${model} of another business was about to be written by a locked key.`);
  }
  return { ...row, orgId: scope.orgId };
}

/** The same operation, with no row in its reach but the tenant's. */
export function scopeArgs(model: ModelName, operation: string, scope: TenantScope, args: AnyArgs): AnyArgs {
  if (scope.conversationId !== null && !isRead(operation)) {
    throw new Error(`A ${model} was about to be changed by a visitor, who only reads.`);
  }
  if (operation.startsWith('create')) {
    const { data } = args;
    const rows = Array.isArray(data)
      ? data.map((row: object) => withTenant(model, scope, row))
      : withTenant(model, scope, data as object);
    return { ...args, data: rows };
  }
  if (operation === 'upsert')
    throw new Error('upsert is not scoped: use an update and, where it finds none, a create.');
  const { where = {} } = args;
  const already = where['AND'] === undefined ? [] : [where['AND']].flat();
  return { ...args, where: { ...where, AND: [...already, ...tenantFilter(model, scope)] } };
}

const isRead = (operation: string) => /^(find|count|aggregate|groupBy)/.test(operation);

function extend(prisma: PrismaClient, scope: TenantScope) {
  return prisma.$extends({
    query: {
      $allModels: {
        // Every operation of every model passes here, inside transactions too; there is no unscoped way in.
        $allOperations: ({ model, operation, args, query }) =>
          query(scopeArgs(model, operation, scope, args as AnyArgs) as typeof args),
      },
    },
  });
}

export type ScopedClient = ReturnType<typeof extend>;

/**
 * Opens the database for one tenant. Clients are kept per scope, since extending one costs more than a query; visitors' apart, as there
 * is no end to them.
 */
export function createScopes(prisma: PrismaClient, maxScopes = 1000): (scope: TenantScope) => ScopedClient {
  const tenants = new Map<string, ScopedClient>();
  const visitors = new Map<string, ScopedClient>();
  return ({ orgId, businessId, conversationId }) => {
    const clients = conversationId === null ? tenants : visitors;
    const key = `${orgId}/${businessId ?? ''}/${conversationId ?? ''}`;
    const known = clients.get(key);
    if (known) return known;
    if (clients.size >= maxScopes) clients.delete(clients.keys().next().value ?? '');
    const client = extend(prisma, { orgId, businessId, conversationId });
    clients.set(key, client);
    return client;
  };
}
