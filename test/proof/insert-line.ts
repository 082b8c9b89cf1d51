import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a line goes: before the first `before` that follows `after`. */
export type Line = { readonly after: string; readonly before: string; readonly line: string };

/** Writes lines into a file of a copy of the tree. @throws where it has no such place any more */
export function insertLines(tree: string, path: string, lines: readonly Line[]): void {
  const file = join(tree, path);
  writeFileSync(
    file,
    lines.reduce((text, line) => insert(text, line, path), readFileSync(file, 'utf8')),
  );
}

function insert(text: string, { after, before, line }: Line, path: string): string {
  const start = text.indexOf(after);
  const place = start < 0 ? -1 : text.indexOf(before, start + after.length);
  if (place < 0) throw new Error(`${path} has no \`${before}\` behind \`${after}\` any more: mend the proof.`);
  return text.slice(0, place) + line + text.slice(place);
}
