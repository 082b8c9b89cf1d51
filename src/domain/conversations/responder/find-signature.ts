import { findEmails } from './find-email.ts';
import { findPerson, findWholeName } from './find-name.ts';
import { findPhone } from './find-phone.ts';
import { firstOf } from './sentences.ts';

/** Signatures stand at the end; no more lines than this are looked at. */
const maxLines = 12;

const farewell = String.raw`(?:(?:with |my )?(?:kind|kindest|best|warm|warmest|many)? ?(?:regards|wishes)|(?:many )?thanks(?: again| in advance)?|thank you(?: very much| in advance)?|thx|best|cheers|sincerely|yours(?: (?:sincerely|truly|faithfully))?|all the best|cordially|mit freundlichen grüßen|(?:viele|liebe|beste) grüße|lg|mfg|saludos|cordialement)`;
const farewellLine = new RegExp(String.raw`^${farewell} ?[,.!–-]*$`, 'iu');
const farewellAndName =
  /(?:^|[.!?] )(?:with |my )?(?:kind |kindest |best |warm |warmest )?(?:regards|wishes),? ([^.!?]{1,80})$/i;
const delimiter = /^(?:--+|—|__+)$/;

const withoutComma = (line: string): string => line.replace(/[,.]$/, '');

/** The lines below a farewell, or below the two dashes that mark a signature. */
function below(lines: readonly string[]): readonly string[] {
  const at = lines.findLastIndex((line) => farewellLine.test(line) || delimiter.test(line));
  return at === -1 ? [] : lines.slice(at + 1);
}

/** Whether a line is a way to reach somebody and little else. */
const isContact = (line: string): boolean =>
  line.length <= 80 && line.split(' ').length <= 6 && (findEmails(line).length > 0 || findPhone(line) !== undefined);

export type Signature = {
  readonly name?: string;
  /** What stands below the name. */ readonly lines: readonly string[];
};

/** Who signed a message, at its end: below a farewell, or above how to reach them. */
export function findSignature(written: readonly string[]): Signature {
  const lines = written.filter((line) => line !== '').slice(-maxLines);
  const [first = '', ...rest] = below(lines);
  const signed = findWholeName(withoutComma(first));
  if (signed !== undefined) return { name: signed, lines: rest };
  const sameLine = findWholeName(farewellAndName.exec(lines.at(-1) ?? '')?.[1] ?? '');
  if (sameLine !== undefined) return { name: sameLine, lines: [] };
  const name = firstOf(lines.slice(0, -1).entries(), ([at, line]) =>
    lines.slice(at + 1, at + 4).some(isContact) ? findPerson(withoutComma(line)) : undefined,
  );
  return name === undefined ? { lines: [] } : { name, lines: [] };
}
