import { builder } from './builder.ts';

/** Where a page stands; what is a function may cost a statement. */
export type PageInfoShape = {
  readonly hasNextPage: () => Promise<boolean>;
  readonly hasPreviousPage: () => Promise<boolean>;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
};

export const PageInfoRef = builder.objectRef<PageInfoShape>('PageInfo').implement({
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: t.boolean({
      description: 'Whether more follow this page.',
      resolve: ({ hasNextPage }) => hasNextPage(),
    }),
    hasPreviousPage: t.boolean({
      description: 'Whether there are rows before this page.',
      resolve: ({ hasPreviousPage }) => hasPreviousPage(),
    }),
    startCursor: t.exposeID('startCursor', {
      nullable: true,
      description: 'The cursor of the first row: give it as `before` for the page before; null on an empty page.',
    }),
    endCursor: t.exposeID('endCursor', {
      nullable: true,
      description: 'The cursor of the last row: give it as `after` for the next page; null on an empty page.',
    }),
  }),
});
