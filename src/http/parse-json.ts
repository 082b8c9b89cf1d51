import { invalid } from '../errors.ts';
import { describeJsonFault, findJsonFault } from '../json.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a JSON body strictly, a byte order mark before it or not. @throws INVALID for malformed JSON and for what `findJsonFault` finds. */
export function parseJson(bytes: Uint8Array): unknown {
  return parseJsonText(decodeText(bytes), 'The body');
}

/** Reads JSON that came as text. @throws INVALID */
export function parseJsonText(text: string, what: string): unknown {
  const value = parse(text, what);
  const fault = findJsonFault(value);
  if (fault?.field === '__proto__') throw invalid('Unknown field "__proto__".', fault.field);
  if (fault) throw invalid(describeJsonFault(what, fault), fault.field || undefined);
  return value;
}

/** @throws INVALID for what is not UTF-8 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw invalid('The body is not valid UTF-8.');
  }
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(`${what} is not valid JSON.`);
  }
}
