/** How the value of an argument becomes a parameter of a statement; what it takes is what callers give. */
export type Arg<Value> = (value: Value) => unknown;

/** Of a statement by name. */
export type Args = Readonly<Record<string, Arg<never>>>;

/** What callers give for them. */
export type Given<Taken extends Args> = { readonly [Name in keyof Taken]: Parameters<Taken[Name]>[0] };

/** As it is. */
export const plain =
  <Value extends string | number | bigint | boolean | Date | Uint8Array | null>(): Arg<Value> =>
  (value) =>
    value;

export const texts: Arg<readonly string[]> = (value) => value;

/** As many as a text happens to have: `:v1`, `:v2`, … */
export const numbered = (count: number): Readonly<Record<string, Arg<unknown>>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index + 1}`, (value: unknown) => value]));

export const givenInOrder = (values: readonly unknown[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(values.map((value, index) => [`v${index + 1}`, value]));
