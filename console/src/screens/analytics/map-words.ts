import type { I18n, MessageDescriptor } from '@lingui/core';
import type { Bar } from './chart/chart.tsx';

/** A bar for each of the words, in their order, also for those of which there is none. */
export function mapWords(
  words: Readonly<Record<string, MessageDescriptor>>,
  counts: readonly (readonly [string | null, number])[],
  i18n: I18n,
): Bar[] {
  const by = new Map(counts);
  return Object.entries(words).map(([key, word]) => ({ key, label: i18n._(word), count: by.get(key) ?? 0 }));
}
