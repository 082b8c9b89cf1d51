import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { openApiDocuments } from './documents.ts';

/** Writes the documents beside this file, or with `--check` says which of the committed ones are out of date. */
async function main(check: boolean): Promise<void> {
  const stale: string[] = [];
  for (const { path, document } of openApiDocuments()) {
    const file = new URL(basename(path), import.meta.url);
    const text = `${JSON.stringify(document, null, 2)}\n`;
    if (!check) await writeFile(file, text);
    else if ((await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(file.pathname);
  }
  if (stale.length === 0) return;
  process.stderr.write(`Out of date, run "npm run openapi:print":\n${stale.join('\n')}\n`);
  process.exitCode = 1;
}

await main(process.argv.includes('--check'));
