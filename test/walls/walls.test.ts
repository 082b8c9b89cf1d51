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

describe('the revision', () => {
  test('moves by src/db/write/move-revision.ts alone', () => {
    const movers = all.filter(({ text }) => /\brevision\s*=\s*[\w.]*\brevision\s*\+|set\s+revision\b/i.test(text));
    expect(movers.map(({ path }) => path)).toEqual(['src/db/write/move-revision.ts']);
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

  test('below the server and the commands never import the composition', () => {
    // Composed from left to right; src/prepare.ts only loads what will be started.
    const composition = ['src/web.ts', 'src/app.ts', 'src/start.ts', 'src/main.ts', 'src/prepare.ts'];
    const isComposition = (path: string) => composition.includes(path) || path.startsWith('src/core/');
    const composed = all.filter(
      ({ path }) => !isComposition(path) && !['src/server', 'src/commands'].includes(room(path)),
    );
    expect(breaches(composed, ({ specifier }) => isComposition(specifier))).toEqual([]);
  });

  test('stand below one another: the database, then the domain, then the worker and the jobs', () => {
    const above = {
      'src/db/': /^src\/(domain|webhooks|jobs|server|commands|core)\//,
      'src/vendors/': /^src\/(domain|webhooks|jobs|server|commands|core)\//,
      'src/domain/': /^src\/(webhooks|jobs|server|commands|core)\//,
      'src/webhooks/': /^src\/(jobs|server|commands|core)\//,
      'src/jobs/': /^src\/(webhooks|server|commands|core)\//,
    };
    const upwards = Object.entries(above).flatMap(([folder, rooms]) =>
      breaches(within(folder), ({ specifier }) => rooms.test(specifier)),
    );
    expect(upwards).toEqual([]);
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

describe('SQL', () => {
  const declaring = /^(?:statement|writeStatement|change|statementAcrossTenants|family|keptFamily)$/;
  const isSql = (path: string) => path.endsWith('.sql.ts');
  const engine = 'src/db/run/';

  test('is declared in a .sql.ts, beside what runs it, and nowhere else', () => {
    const declares = ({ specifier, names }: Import) =>
      specifier.startsWith(engine) &&
      !names.startsWith('type ') &&
      names
        .replaceAll(/[{}]/g, '')
        .split(',')
        .some((name) => declaring.test(name.trim()));
    const elsewhere = all.filter(({ path }) => !isSql(path) && !path.startsWith(engine));
    expect(breaches(elsewhere, declares)).toEqual([]);
    expect(within('src/db/').filter(({ path }) => isSql(path))).toEqual([]);
  });

  test('is exported where it is declared, so that the tests of tenancy run it', () => {
    const hidden = /^const \w+ = (?:statement|writeStatement|change|statementAcrossTenants|family|keptFamily)\(/m;
    expect(all.filter(({ path, text }) => isSql(path) && hidden.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('is sent by the domain, the graph and the dialects through `run` alone', () => {
    const raw = /\$(?:query|execute)Raw|\bpool\b|\.query\(/;
    const sending = within('src/domain/', 'schema/', 'compat/').filter(({ text }) => raw.test(text));
    expect(sending.map(({ path }) => path)).toEqual([]);
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
    const openClaw = ['src/domain/members/connect-openclaw.ts', 'schema/access/agent.ts'];
    const descriptions = ['schema/webhook/mutations.ts', 'schema/webhook/type.ts'];
    const ofAgent = 'console/src/screens/integrations/agent/';
    const named = [...all, ...sourceFiles(['console', 'widget'])]
      .filter(({ path }) => ![...rooms, ofAgent].some((room) => path.startsWith(room)))
      .filter(({ text }) => spelled.test(text))
      .map(({ path }) => path);
    expect(named.sort()).toEqual([...lists, ...openClaw, ...descriptions].sort());
  });
});

describe('types', () => {
  test('are never forced through unknown or any', () => {
    const forced = [...all, ...sourceFiles(['test', 'bench', 'console', 'widget'])].filter(({ text }) =>
      /\bas\s+unknown\s+as\b/.test(text),
    );
    expect(forced.map(({ path }) => path)).toEqual([]);
    expect(all.filter(({ text }) => /\bas\s+any\b/.test(text)).map(({ path }) => path)).toEqual([]);
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
