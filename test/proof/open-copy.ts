import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The proofs themselves are no part of a copy. */
const proofs = /^test\/(proof|fourth-vendor|new-field)\//;

/** A copy of the tree, which goes with the process unless it is to be kept. */
export function openCopy(name: string, keep: boolean): string {
  const tree = mkdtempSync(join(tmpdir(), `tributary-${name}-`));
  process.once('exit', () => {
    if (!keep) rmSync(tree, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  return tree;
}

/** Every tracked file as it stands here but those of the proofs, with this tree's dependencies. */
export function copyTree(tree: string): void {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const path of tracked) {
    if (!proofs.test(path) && existsSync(join(root, path))) put(join(root, path), join(tree, path));
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

export function put(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}
