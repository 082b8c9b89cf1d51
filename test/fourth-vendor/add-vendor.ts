import { globSync } from 'node:fs';
import { join } from 'node:path';
import { insertLines, type Line } from '../proof/insert-line.ts';
import { put } from '../proof/open-copy.ts';

const vendor = join(import.meta.dirname, 'lumbra');

/** All that is written elsewhere than in the vendor's own files. */
const lists: Readonly<Record<string, readonly Line[]>> = {
  'src/vendors/index.ts': [
    { after: "from './clawcrm.ts'", before: 'import', line: "import { lumbra, lumbraWebhooks } from './lumbra.ts';\n" },
    { after: 'export const vendors', before: '} as const', line: '  LUMBRA: lumbra,\n' },
    { after: 'export const vendorWebhooks', before: '} as const', line: '  LUMBRA: lumbraWebhooks,\n' },
  ],
  'compat/vendor-apis.ts': [
    { after: "from './dialect.ts'", before: 'import', line: "import { lumbraApi } from './lumbra/api.ts';\n" },
    { after: './lumbra/api.ts', before: 'import', line: "import { lumbraWebhookBody } from './lumbra/webhook.ts';\n" },
    { after: 'export const vendorApis', before: '} as const', line: '  LUMBRA: lumbraApi,\n' },
    { after: 'export const webhookBodies', before: '} as const', line: '  LUMBRA: lumbraWebhookBody,\n' },
  ],
  'prisma/schema.prisma': [
    { after: 'enum Dialect {', before: '}', line: '  LUMBRA\n' },
    { after: 'enum WebhookFormat {', before: '}', line: '  LUMBRA\n' },
  ],
};

export type Touched = {
  readonly own: readonly string[];
  readonly lists: readonly { readonly path: string; readonly lines: number }[];
};

/** Adds the vendor to the copy and answers the files that somebody wrote by hand for it. `without` is left out. */
export function addVendor(tree: string, without?: string): Touched {
  const every = globSync('**/*.*', { cwd: vendor }).toSorted();
  if (without !== undefined && !every.includes(without) && !Object.hasOwn(lists, without)) {
    throw new Error(`${without} is none of its files: ${[...every, ...Object.keys(lists)].join(', ')}.`);
  }
  const own = every.filter((path) => path !== without);
  for (const path of own) put(join(vendor, path), join(tree, path));
  const edited = Object.entries(lists).filter(([path]) => path !== without);
  for (const [path, lines] of edited) insertLines(tree, path, lines);
  return { own, lists: edited.map(([path, lines]) => ({ path, lines: lines.length })) };
}
