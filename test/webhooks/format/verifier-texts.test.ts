import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages, type SentPost, writeVerifier } from '../../../console/src/screens/webhooks/snippets.ts';
import { formatRules } from '../../../src/vendors/format-rules.ts';

const run = promisify(execFile);
const secret = 'whsec_bXkgc2VjcmV0IG9mIHRoZSB0ZXN0cyBpcyBsb25n';
const body = '{"id":"evt_1","name":"O’Neil \\"Zoë\\" $HOME `x` 🙂"}';

const hasPython = spawnSync('python3', ['--version']).status === 0;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tributary-verifiers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const posts = Object.entries(formatRules).map(([format, { headers, verifier }]) => {
  const request = {
    eventId: 'evt_1',
    type: 'lead.created',
    body,
    at: new Date(),
    attempt: 1,
    secrets: [secret],
  } as const;
  return { format, verifier, post: { url: 'http://127.0.0.1:9/', headers: headers(request), body } satisfies SentPost };
});

async function verdict(language: 'TypeScript' | 'Python', program: string): Promise<string> {
  const file = join(folder, language === 'TypeScript' ? 'verify.ts' : 'verify.py');
  await writeFile(file, program);
  const command = language === 'TypeScript' ? process.execPath : 'python3';
  return (await run('env', [`SECRET=${secret}`, command, file])).stdout.trim().toLowerCase();
}

describe.each(posts)('the verifier that is shown for $format', ({ verifier, post }) => {
  it.each(hasPython ? (['TypeScript', 'Python'] as const) : (['TypeScript'] as const))(
    'knows a genuine post from one that was changed, in %s',
    async (language) => {
      expect(await verdict(language, writeVerifier(language, verifier, post))).toBe('true');
      const forged = writeVerifier(language, verifier, { ...post, body: body.replace('evt_1', 'evt_2') });
      expect(await verdict(language, forged)).toBe('false');
    },
  );

  it('prints the signature in a shell', async () => {
    const program = writeVerifier('curl', verifier, post).split('# The same post once more')[0] ?? '';
    const { stdout } = await run('env', [`SECRET=${secret}`, 'bash', '-c', program], { cwd: folder });
    const signature = stdout.trim().split(/\s+/).at(-1) ?? '';
    expect(signature.length).toBeGreaterThan(20);
    expect(Object.values(post.headers).some((value) => value.endsWith(signature))).toBe(true);
  });
});

it('is shown in every language', () => {
  expect(languages).toEqual(['TypeScript', 'Python', 'curl']);
});
