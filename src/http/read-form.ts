import { invalid } from '../errors.ts';
import { describeJsonFault, findJsonFault } from '../json.ts';
import { decodeText } from './parse-json.ts';

const mostFields = 200;

/** What a form posted, URL-encoded; a field that comes several times counts once, as it came first. @throws INVALID */
export function readForm(bytes: Uint8Array): Record<string, string> {
  const fields = new Map<string, string>();
  for (const pair of decodeText(bytes).split('&')) {
    if (pair === '') continue;
    const [name, ...rest] = pair.split('=');
    const key = unescape(name ?? '');
    if (!fields.has(key)) fields.set(key, unescape(rest.join('=')));
    if (fields.size > mostFields) throw invalid(`The form has more than ${mostFields} fields.`);
  }
  const form = Object.fromEntries(fields);
  const fault = findJsonFault(form);
  if (fault) throw invalid(describeJsonFault('The form', fault));
  return form;
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalid('The form is not percent-encoded UTF-8.');
  }
}
