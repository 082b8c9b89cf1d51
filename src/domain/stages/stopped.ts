/** What stopped as a stage is gone: the ids of each. */
export type Stopped = {
  /** They led to it or away from it, and were switched off, as they would else do something else. */
  readonly rules: readonly string[];
  /** They fed it, and were switched off. */
  readonly syncSources: readonly string[];
  /** Their conditions ask for it, so that their triggers enrol nobody. */
  readonly campaigns: readonly string[];
};

const each = (all: readonly (readonly string[])[]): string[] => [...new Set(all.flat())];

/** What stopped as several stages are gone, each once. */
export const stoppedBy = (all: readonly Stopped[]): Stopped => ({
  rules: each(all.map(({ rules }) => rules)),
  syncSources: each(all.map(({ syncSources }) => syncSources)),
  campaigns: each(all.map(({ campaigns }) => campaigns)),
});
