/**
 * What a mapper takes: what a GraphQL answer and an event's snapshot can both be read as. Instants, whose names end in `At`,
 * are text in the one and dates in the other.
 */
export type SourceOf<Fragment> = Fragment extends readonly (infer Item)[]
  ? readonly SourceOf<Item>[]
  : Fragment extends object
    ? {
        readonly [Field in keyof Fragment]: Field extends `${string}At`
          ? Fragment[Field] | Date
          : SourceOf<Fragment[Field]>;
      }
    : Fragment;

export type Instant = Date | string;
