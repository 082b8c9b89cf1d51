import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Copy, DockerfileParser, From, type Instruction } from 'dockerfile-ast';
import { z } from 'zod';
import { freePort } from './free-port.ts';

/**
 * Does what deploy/Dockerfile says without a container engine: its stages become empty folders, and its COPY and RUN are done in order, as
 * another user where root runs this. The image's command then runs on files that its user cannot write to, with an empty /data.
 */
const root = join(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'tributary-image-'));
const isRoot = process.getuid?.() === 0;
/** Nobody in particular: it owns nothing on a machine. */
const stranger = isRoot ? { uid: 64_999, gid: 64_999 } : {};
const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
const home = join(work, 'home');

type Stage = {
  readonly folder: string;
  readonly variables: Record<string, string>;
  command: string[];
  health: string[];
};

const own = (path: string): void => {
  if (isRoot) execFileSync('chown', ['-R', `${stranger.uid}:${stranger.gid}`, path]);
};

/** Where a path of the image is in a stage. */
const placed = (stage: Stage, path: string): string => (path.startsWith('/') ? join(stage.folder, path) : path);

const environment = (stage: Stage): NodeJS.ProcessEnv => {
  const variables = Object.entries(stage.variables).map(([name, value]) => [name, placed(stage, value)] as const);
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter);
  // `npm run` hands on its user's settings, of which a cache that is not the image's user's.
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  // Whatever this machine needs to reach the registry stays.
  return {
    ...Object.fromEntries(kept),
    DATABASE_URL: '',
    REDIS_URL: '',
    PATH: path,
    HOME: home,
    npm_config_registry: registry,
    ...Object.fromEntries(variables),
  };
};

/** The files that Git has, less those that .dockerignore keeps from the build. */
function context(): string[] {
  const rules = readFileSync(join(root, 'deploy', 'Dockerfile.dockerignore'), 'utf8')
    .split('\n')
    .filter(Boolean);
  const covers = (rule: string, path: string): boolean => rule === '*' || path === rule || path.startsWith(`${rule}/`);
  const isSent = (path: string): boolean => {
    const last = rules.findLast((rule) => covers(rule.replace('!', ''), path));
    return last === undefined || last.startsWith('!');
  };
  return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean)
    .filter(isSent);
}

function copyContext(stage: Stage, wanted: readonly string[]): void {
  for (const path of context()) {
    if (wanted.includes('.') || wanted.includes(path)) cpSync(join(root, path), join(stage.folder, 'app', path));
  }
  own(stage.folder);
}

function run(stage: Stage, words: readonly string[]): void {
  const [program = '', ...given] = words.map((word) => placed(stage, word));
  // The image's user is another one here; only root may say whose a folder is.
  const args = isRoot
    ? given.map((arg, at) => (['-o', '-g'].includes(given[at - 1] ?? '') ? String(stranger.uid) : arg))
    : given.filter((arg, at) => !['-o', '-g'].includes(arg) && !['-o', '-g'].includes(given[at - 1] ?? ''));
  const owner = program === 'install' ? {} : stranger;
  execFileSync(program, args, { cwd: join(stage.folder, 'app'), env: environment(stage), stdio: 'inherit', ...owner });
}

/** The array of `CMD [...]`, with which no shell stands between a signal and the server. */
function commandOf(instruction: Instruction): string[] {
  const text = instruction.getArgumentsContent() ?? '';
  return z.array(z.string()).parse(JSON.parse(text.slice(text.indexOf('['))));
}

function build(): Stage {
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  const current = (): Stage => {
    if (stage === undefined) throw new Error('deploy/Dockerfile does not begin with FROM.');
    return stage;
  };
  for (const instruction of DockerfileParser.parse(
    readFileSync(join(root, 'deploy', 'Dockerfile'), 'utf8'),
  ).getInstructions()) {
    const words = instruction.getArguments().map((argument) => argument.getValue());
    const started = performance.now();
    if (instruction instanceof From) {
      const name = instruction.getBuildStage() ?? 'image';
      stage = { folder: join(work, name), variables: {}, command: [], health: [] };
      mkdirSync(join(stage.folder, 'app'), { recursive: true });
      own(stage.folder);
      stages.set(name, stage);
    } else if (instruction instanceof Copy) {
      const from = instruction.getFromFlag()?.getValue();
      const source = from ? stages.get(from) : undefined;
      if (from && source === undefined) throw new Error(`COPY --from=${from} names no stage.`);
      if (source === undefined) copyContext(current(), words.slice(0, -1));
      else execFileSync('cp', ['-a', `${placed(source, words[0] ?? '')}/.`, placed(current(), words[1] ?? '')]);
    } else {
      switch (instruction.getKeyword()) {
        case 'RUN':
          run(current(), words);
          break;
        case 'ENV':
          for (const word of words)
            current().variables[word.slice(0, word.indexOf('='))] = word.slice(word.indexOf('=') + 1);
          break;
        case 'CMD':
          current().command = commandOf(instruction);
          break;
        case 'HEALTHCHECK':
          current().health = commandOf(instruction);
          break;
        case 'WORKDIR':
          if (words[0] !== '/app') throw new Error('This knows no other folder than /app.');
          break;
        case 'USER':
        case 'VOLUME':
        case 'EXPOSE':
          break;
        default:
          throw new Error(`This does not know how to do ${instruction.getKeyword()}.`);
      }
    }
    console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${instruction.getTextContent()}`);
  }
  return current();
}

async function untilHealthy(image: Stage, server: ChildProcess, env: NodeJS.ProcessEnv): Promise<void> {
  const [program = '', ...args] = image.health;
  const deadline = performance.now() + 300_000;
  while (performance.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`);
    const check = spawn(program, args, { cwd: join(image.folder, 'app'), env, ...stranger });
    await once(check, 'exit');
    if (check.exitCode === 0) return;
    await after(100);
  }
  throw new Error('The health check did not pass within 300 s.');
}

async function tryImage(image: Stage): Promise<void> {
  if (isRoot) execFileSync('chown', ['-R', '0:0', join(image.folder, 'app')]);
  execFileSync('chmod', ['-R', 'a-w', join(image.folder, 'app')]);
  const port = await freePort();
  const env = { ...environment(image), PORT: String(port) };
  const [program = '', ...args] = image.command;
  const started = performance.now();
  const server = spawn(program, args, {
    cwd: join(image.folder, 'app'),
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    ...stranger,
  });
  process.once('exit', () => server.kill('SIGKILL'));
  await untilHealthy(image, server, env);
  console.log(`healthy after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  for (const path of ['/', '/console', '/widget.js', '/api-docs', '/graphql']) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept: 'text/html' } });
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}.`);
  }
  server.kill('SIGTERM');
  await once(server, 'exit', { signal: AbortSignal.timeout(20_000) });
  if (server.exitCode !== 0) throw new Error(`Stopped by SIGTERM, the server ended with ${server.exitCode}.`);
  if (!existsSync(join(image.folder, 'data', 'pg'))) throw new Error('The database is not in /data.');
}

try {
  chmodSync(work, 0o755);
  mkdirSync(home);
  own(home);
  const image = build();
  console.log(execFileSync('du', ['-sh', join(image.folder, 'app')], { encoding: 'utf8' }).split('\t')[0], 'in /app');
  await tryImage(image);
  console.log('The image’s command serves all pages from files it cannot write to, and stops cleanly.');
} finally {
  execFileSync('chmod', ['-R', 'u+w', work]);
  rmSync(work, { recursive: true, force: true });
}
