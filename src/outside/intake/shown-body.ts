import { isJsonObject } from '../../json.ts';
import { limits } from '../../limits.ts';

const secretName =
  /pass(?:word|wd|phrase)?$|secret|token|api[-_ ]?key|authori[sz]ation|cookie|card.?(?:number|no)|^(?:cc|cvv|cvc|iban|ssn|pin)$/i;

/** What a log keeps of a body: its beginning, without what fields hold that are called after secrets. */
export function shownBody(body: unknown): string {
  const text = JSON.stringify(withoutSecrets(body)) ?? '';
  return text.slice(0, limits.intakeKeptChars).toWellFormed();
}

/** No deeper than a body that was read. */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, secretName.test(name) ? '[redacted]' : withoutSecrets(held)]),
  );
}
