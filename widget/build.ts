import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const folder = import.meta.dirname;
const builtFolder = join(folder, 'dist');

/** Builds the panel, and the loader that names it by its hash, into the folder from which the server takes them. */
export async function buildWidget(): Promise<void> {
  const panel = await bundle('panel.tsx', 'es', {});
  const panelName = `panel-${createHash('sha256').update(panel).digest('hex').slice(0, 16)}.js`;
  const loader = await bundle('loader.ts', 'iife', { panelFile: JSON.stringify(`widget/${panelName}`) });
  await mkdir(builtFolder, { recursive: true });
  await put(panelName, panel);
  await put('loader.js', loader);
  const old = (await readdir(builtFolder)).filter((name) => /^panel-\w+\.js$/.test(name) && name !== panelName);
  await Promise.all(old.map((name) => rm(join(builtFolder, name), { force: true })));
}

async function bundle(entry: string, format: 'es' | 'iife', define: Record<string, string>): Promise<string> {
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(folder, 'src', entry), formats: [format], name: 'tributary', fileName: entry },
      // The minifier of a library keeps white space unless it is told.
      rolldownOptions: { output: { minify: true } },
    },
  });
  const files = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const [file, ...more] = files;
  if (file?.type !== 'chunk' || more.length > 0) throw new Error(`${entry} was not built into one file.`);
  return file.code;
}

/** At once or not at all: a server may read it, and another build may write it. */
async function put(name: string, text: string): Promise<void> {
  const draft = join(builtFolder, `${name}.${process.pid}`);
  await writeFile(draft, text);
  await rename(draft, join(builtFolder, name));
}
