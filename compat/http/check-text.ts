import { invalid } from '../../src/errors.ts';
import { isStorable } from '../../src/text.ts';

const maxParameterLength = 1000;

/** @throws INVALID for what no parameter may be. */
export function checkParameter(name: string, value: string): void {
  if (value.length > maxParameterLength) throw invalid(`Parameter ${name} is longer than 1,000 characters.`, name);
  if (!isStorable(value)) throw invalid(`Parameter ${name} holds characters that are not text.`, name);
}

/** @throws INVALID where percent-encoding is broken, instead of guessing. */
export function decode(name: string, encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw invalid(`${name} holds broken percent-encoding.`);
  }
}
