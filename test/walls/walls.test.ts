import { describe, expect, test } from 'vitest';
import { vendors } from '../../src/vendors/index.ts';
import { type Import, type SourceFile, sourceFiles } from './source-files.ts';

const all = sourceFiles(['src', 'schema', 'compat']);

/** `file imports specifier` for every import that `forbidden` names. */
const breaches = (files: readonly SourceFile[], forbidden: (found: Import, file: SourceFile) => boolean): string[] =>
  files.flatMap((file) =>
    file.imports.filter((found) => forbidden(found, file)).map(({ specifier }) => `${file.path} imports ${specifier}`),
  );

const within = (...folders: string[]) => all.filter(({ path }) => folders.some((folder) => path.startsWith(folder)));
const room = (path: string): string => path.split('/').slice(0, 2).join('/');

describe('the environment', () => {
  test('is read by src/config.ts alone', () => {
    const readers = all.filter(({ text }) =>
      /\bprocess\s*\.\s*env\b|\bprocess\s*\[\s*['"]env|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/.test(text),
    );
    expect(readers.map(({ path }) => path)).toEqual(['src/config.ts']);
    expect(
      breaches(all, ({ specifier, names }) => /^(node:)?process$/.test(specifier) && /\benv\b/.test(names)),
    ).toEqual([]);
  });
});

describe('the rooms', () => {
  test('import nothing to their right: domain, then schema, then compat', () => {
    const composed = ['src/core/', 'src/server/'];
    const rooms = within('src/').filter(
      ({ path }) => path.split('/').length > 2 && !composed.some((folder) => path.startsWith(folder)),
    );
    expect(breaches(rooms, ({ specifier }) => /^(schema|compat)\//.test(specifier))).toEqual([]);
    expect(breaches(within('schema/'), ({ specifier }) => specifier.startsWith('compat/'))).toEqual([]);
  });

  test('below the server never import the composition', () => {
    // Composed from left to right; src/prepare.ts only loads what will be started.
    const composition = ['src/web.ts', 'src/app.ts', 'src/start.ts', 'src/main.ts', 'src/prepare.ts'];
    const isComposition = (path: string) => composition.includes(path) || path.startsWith('src/core/');
    const composed = all.filter(({ path }) => !isComposition(path) && room(path) !== 'src/server');
    expect(breaches(composed, ({ specifier }) => isComposition(specifier))).toEqual([]);
  });

  test('hand out the database client in src/db only', () => {
    const outside = all.filter(({ path }) => !path.startsWith('src/db/'));
    const values = breaches(
      outside,
      ({ specifier, names }) =>
        !names.startsWith('type ') && (/^@prisma\/|^pg$/.test(specifier) || /\bPrismaClient\b/.test(names)),
    );
    expect(values).toEqual([]);
  });
});

describe('a dialect', () => {
  const dialectOf = (path: string): string | undefined => /^compat\/([^/]+)\/.+/.exec(path)?.[1];

  test('imports no other dialect', () => {
    const shared = new Set([undefined, 'http', 'route', 'openapi', 'generated', 'graphql']);
    const crossing = breaches(within('compat/'), ({ specifier }, { path }) => {
      const [from, to] = [dialectOf(path), dialectOf(specifier)];
      return !shared.has(from) && !shared.has(to) && from !== to;
    });
    expect(crossing).toEqual([]);
  });
});

describe('a vendor', () => {
  const rooms = Object.values(vendors).flatMap(({ name }) => [`compat/${name}/`, `src/vendors/${name}.ts`]);
  const spelled = new RegExp(
    [...Object.keys(vendors), ...Object.values(vendors).flatMap(({ title }) => title.split('/')), 'OpenClaw'].join('|'),
    'i',
  );

  test('is named nowhere but in its rooms, the two lists of them, and what their documents made the graph say', () => {
    const lists = ['src/vendors/index.ts', 'compat/vendor-apis.ts'];
    const openClaw = ['src/domain/members/connect-openclaw.ts', 'schema/access/mutations.ts'];
    const descriptions = ['schema/webhook/mutations.ts', 'schema/webhook/type.ts'];
    const named = all
      .filter(({ path }) => !rooms.some((room) => path.startsWith(room)))
      .filter(({ text }) => spelled.test(text))
      .map(({ path }) => path);
    expect(named.sort()).toEqual([...lists, ...openClaw, ...descriptions].sort());
  });
});

describe('types', () => {
  test('are never forced through unknown or any', () => {
    const forced = all.filter(({ text }) => /\bas\s+(unknown\s+as|any)\b/.test(text)).map(({ path }) => path);
    expect(forced).toEqual([]);
  });

  test('are never silenced with a TypeScript comment', () => {
    const silenced = all.filter(({ text }) => /@ts-(ignore|nocheck|expect-error)/.test(text)).map(({ path }) => path);
    expect(silenced).toEqual([]);
  });
});

describe('every lint exception', () => {
  test('says why', () => {
    const mute = all.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:oxlint|eslint)-disable(?!.*-- \S).*/g)].map(([comment]) => `${path}: ${comment}`),
    );
    expect(mute).toEqual([]);
  });
});

describe('errors', () => {
  const method =
    '(?:startsWith|endsWith|includes|slice|substring|split|replace(?:All)?|match(?:All)?|search|indexOf|at)';
  const readings = [
    new RegExp(String.raw`\bmessage\??\.${method}\(`, 'g'),
    /\.(?:exec|test|has|includes)\([\w.?]*\bmessage\)/g,
    /\bmessage\s*[!=]==?|[!=]==?\s*[\w.?]+\.message\b/g,
    /\.name\s*[!=]==?\s*['"`]/g,
    // A field is given beside what is wrong with it, not in front.
    /\binvalid\(\s*['"`](?:[\w.]+|\$\{\w+\}): /g,
  ];
  const readIn = ({ path, text }: SourceFile) =>
    readings.flatMap((reading) => [...text.matchAll(reading)].map(([found]) => `${path}: ${found}`));

  test('are data: told apart by class and code, never by a name or by what their message says', () => {
    expect(all.flatMap(readIn).sort()).toEqual([
      // `pg` and its pool say some things without a code.
      'src/db/driver-errors.ts: .has(layer.message)',
      // The log holds no page of text.
      'src/server/report.ts: message.slice(',
    ]);
  });
});
