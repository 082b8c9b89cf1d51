import { de } from './de.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

const all: Readonly<Record<string, Words>> = { en, fr, es, de };

/** The words in the page's language, and what language they are in; English where there are none. */
export function wordsOf(language: string): { readonly words: Words; readonly spoken: string } {
  const spoken = language.toLowerCase().split('-')[0] ?? 'en';
  const words = all[spoken];
  return words ? { words, spoken } : { words: en, spoken: 'en' };
}
