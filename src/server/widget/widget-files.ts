import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const builtFolder = fileURLToPath(new URL('../../../widget/dist/', import.meta.url));

export type WidgetFiles = {
  readonly loader: Uint8Array;
  /** Its name has the hash of what is in it. */
  readonly panelName: string;
  readonly panel: Uint8Array;
};

/** The built widget as gzip; null where it was not built. */
export async function readWidgetFiles(): Promise<WidgetFiles | null> {
  const names: readonly string[] = await readdir(builtFolder).catch(() => []);
  // Written last: the panel that it names is there.
  if (!names.includes('loader.js')) return null;
  const pack = async (name: string) => gzipSync(await readFile(builtFolder + name), { level: 9 });
  const loader = await readFile(`${builtFolder}loader.js`, 'utf8');
  const panelName = /panel-[0-9a-f]{16}\.js/.exec(loader)?.[0];
  if (!panelName) throw new Error('The loader of the widget names no panel.');
  return { loader: gzipSync(loader, { level: 9 }), panelName, panel: await pack(panelName) };
}
