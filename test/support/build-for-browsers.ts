import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildWidget } from '../../widget/build.ts';

const root = join(import.meta.dirname, '..', '..');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

const changedAt = (path: string): number => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Builds the widget, and the console where what is there is older than its sources. */
export async function setup(): Promise<void> {
  await buildWidget();
  const sources = [
    ...globSync('console/{*.ts,index.html,src/**/*}', { cwd: root }),
    'package-lock.json',
    'src/http/page/style.ts',
  ];
  if (Math.max(...sources.map(changedAt)) < changedAt('console/dist/index.html')) return;
  execFileSync(process.execPath, [vite, 'build', '--config', 'console/vite.config.ts', '--logLevel', 'error'], {
    cwd: root,
  });
}
