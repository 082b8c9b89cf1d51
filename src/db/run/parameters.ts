// Neither a cast (`::text`) nor the colon of a format such as `HH24:MI`.
const placeholder = /(?<![:\w]):([a-z]\w*)/gi;

export type Positional = {
  /** The text as the database takes it: `$1` for the first name, and again wherever the name stands. */
  readonly text: string;
  /** The names, in the order of their numbers. */
  readonly names: readonly string[];
};

/** From parameters by name, `:org`, to parameters by number. */
export function toPositional(named: string): Positional {
  const names: string[] = [];
  const text = named.replaceAll(placeholder, (_, name: string) => {
    const known = names.indexOf(name);
    return `$${known === -1 ? names.push(name) : known + 1}`;
  });
  return { text, names };
}
