import type { Prisma, PrismaClient } from './generated/prisma/client.ts';
import { tables } from './write/tables.ts';

/** What of the database an actor may touch: its organisation, and only one business of it when locked. */
export type TenantScope = { readonly orgId: string; readonly businessId: string | null };

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

/** The database as an actor may change it, inside `write()` only. */
export type ScopedWriter = {
  readonly [M in Exclude<ModelName, 'Organisation'> as Uncapitalize<M>]: Pick<
    Delegate<M>,
    ReadOperation & keyof Delegate<M>
  > &
    Writes<M>;
} & Pick<ScopedReader, 'organisation'>;

type AnyArgs = { where?: Record<string, unknown>; data?: unknown };

function tenantFilter(model: ModelName, scope: TenantScope): Record<string, unknown>[] {
  const { tenant, lock } = tables[model];
  const filters: Record<string, unknown>[] = [{ [tenant]: scope.orgId }];
  if (lock && scope.businessId !== null) filters.push({ [lock]: scope.businessId });
  return filters;
}

function withTenant(model: ModelName, scope: TenantScope, row: object): object {
  const { lock } = tables[model];
  if (lock === 'businessId' && scope.businessId !== null && Reflect.get(row, 'businessId') !== scope.businessId) {
    throw new Error(`A ${model} of another business was about to be written by a locked key.`);
  }
  return { ...row, orgId: scope.orgId };
}

function scopeArgs(model: ModelName, operation: string, scope: TenantScope, args: AnyArgs): AnyArgs {
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

/** Opens the database for one tenant. Clients are kept per scope, since extending one costs more than a query. */
export function createScopes(prisma: PrismaClient, maxScopes = 1000): (scope: TenantScope) => ScopedClient {
  const clients = new Map<string, ScopedClient>();
  return ({ orgId, businessId }) => {
    const key = `${orgId}/${businessId ?? ''}`;
    const known = clients.get(key);
    if (known) return known;
    if (clients.size >= maxScopes) clients.delete(clients.keys().next().value ?? '');
    const client = extend(prisma, { orgId, businessId });
    clients.set(key, client);
    return client;
  };
}
