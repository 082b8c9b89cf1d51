import { farewell } from './farewell.ts';
import { findEmails } from './find-email.ts';
import { findPerson, findWholeName } from './find-name.ts';
import { findPhone } from './find-phone.ts';
import { findSignOff } from './find-sign-off.ts';

/** Signatures stand at the end; no more lines than this are looked at. */
const maxLines = 12;

const farewellLine = new RegExp(String.raw`^${farewell} ?[,.!–-]*$`, 'iu');
const farewellAndName =
  /(?:^|[.!?] )(?:with |my )?(?:kind |kindest |best |warm |warmest )?(?:regards|wishes),? ([^.!?]{1,80})$/i;
const delimiter = /^(?:--+|—|__+)$/;
/** What programs add below it all. */
const ofTheProgram = /^(?:sent from|get outlook for|gesendet von|envoyé de|enviado desde) /i;

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
  readonly company?: string;
  readonly jobTitle?: string;
  /** What stands below the name. */ readonly lines: readonly string[];
};

/** Who signed a message, at its end: below a farewell, or above how to reach them. */
export function findSignature(written: readonly string[]): Signature {
  const lines = written.filter((line) => line !== '' && !ofTheProgram.test(line)).slice(-maxLines);
  const [first = '', ...rest] = below(lines);
  const signed = findWholeName(withoutComma(first));
  if (signed !== undefined) return { name: signed, lines: rest };
  const sameLine = findWholeName(farewellAndName.exec(lines.at(-1) ?? '')?.[1] ?? '');
  if (sameLine !== undefined) return { name: sameLine, lines: [] };
  const at = lines.findIndex(
    (line, index) => lines.slice(index + 1, index + 4).some(isContact) && findPerson(withoutComma(line)) !== undefined,
  );
  const name = at === -1 ? undefined : findPerson(withoutComma(lines[at] ?? ''));
  if (name !== undefined) return { name, lines: lines.slice(at + 1) };
  return { ...findSignOff(lines.at(-1) ?? '', lines.length === 1), lines: [] };
}
