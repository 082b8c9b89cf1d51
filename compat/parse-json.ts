import { invalid } from '../src/domain/errors.ts';
import { isStorable } from '../src/text.ts';

const maxDepth = 64;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a JSON body strictly. @throws INVALID for malformed JSON and for what no store or object should be given. */
export function parseJson(bytes: Uint8Array): unknown {
  const value = parseText(decodeText(bytes));
  checkValue(value, 0);
  return value;
}

function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw invalid('The body is not valid UTF-8.');
  }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('The body is not valid JSON.');
  }
}

function checkValue(value: unknown, depth: number): void {
  if (depth > maxDepth) throw invalid(`The body is nested deeper than ${maxDepth} levels.`);
  if (typeof value === 'string' && !isStorable(value)) throw notText();
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) checkValue(item, depth + 1);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') throw invalid('Unknown field "__proto__".', '__proto__');
    if (!isStorable(key)) throw notText();
    checkValue(item, depth + 1);
  }
}

const notText = () => invalid('The body holds a NUL character or a lone surrogate, which are not text.');
