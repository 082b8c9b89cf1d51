import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const vendor = join(import.meta.dirname, 'lumbra');

/** Every tracked file as it stands here but those of this proof, with this tree's dependencies. */
export function copyTree(tree: string): void {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const path of tracked) {
    if (!path.startsWith('test/fourth-vendor/') && existsSync(join(root, path)))
      put(join(root, path), join(tree, path));
  }
  mkdirSync(join(tree, 'tmp'));
  // Each of them and not the folder, so that what the copy keeps in node_modules/.cache goes with it.
  mkdirSync(join(tree, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(tree, 'node_modules', name));
  }
  const ofClients = 'test/clients/node_modules';
  if (existsSync(join(root, ofClients))) symlinkSync(join(root, ofClients), join(tree, ofClients));
}

/** Where a line goes: before the first `before` that follows `after`. */
type Line = { readonly after: string; readonly before: string; readonly line: string };

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
  for (const [path, lines] of edited) {
    const file = join(tree, path);
    writeFileSync(
      file,
      lines.reduce((text, line) => insert(text, line, path), readFileSync(file, 'utf8')),
    );
  }
  return { own, lists: edited.map(([path, lines]) => ({ path, lines: lines.length })) };
}

function insert(text: string, { after, before, line }: Line, path: string): string {
  const start = text.indexOf(after);
  const place = start < 0 ? -1 : text.indexOf(before, start + after.length);
  if (place < 0) throw new Error(`${path} has no \`${before}\` behind \`${after}\` any more: mend test/fourth-vendor.`);
  return text.slice(0, place) + line + text.slice(place);
}

function put(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}
