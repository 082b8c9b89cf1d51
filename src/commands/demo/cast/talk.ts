import type { Language } from './team.ts';

/** What happens next in a conversation. Who visits is put in for `{first}`, `{name}`, `{email}`, `{phone}` and `{city}`. */
export type Turn =
  | readonly ['visitor', string]
  | readonly ['team', string]
  | readonly ['takes over']
  | readonly ['hands back']
  | readonly ['closes'];

export type Talk = {
  readonly language: Language;
  /** Whether the page asks for a name before the first word. */
  readonly tellsName?: true;
  readonly turns: readonly Turn[];
};
