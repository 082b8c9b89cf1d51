import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { keyFile, makeKeyFile, nextKeyFile, parseSecretKey, readKeyFile } from './secret-key.ts';

export type NextKey = {
  readonly bytes: Uint8Array;
  /** Makes it the one that servers start with, where that is for us to do; answers what is left to the operator. */
  readonly adopt: () => Promise<string>;
};

/**
 * The key that secrets are to be sealed with from now on: the one that is given, else one that is made beside the old one's
 * file, and found there again where an earlier rotation was cut off.
 */
export async function openNextKey(dataDir: string, given: string | null): Promise<NextKey> {
  if (given) {
    const adopt = () => Promise.resolve('Start every server with SECRET_KEY set to the value of NEW_SECRET_KEY.');
    return { bytes: parseSecretKey(given), adopt };
  }
  const [path, next] = [join(dataDir, keyFile), join(dataDir, nextKeyFile)];
  return {
    bytes: (await readKeyFile(next)) ?? (await makeKeyFile(next)),
    async adopt() {
      await rename(next, path);
      const folder = await open(dataDir, 'r');
      try {
        await folder.sync();
      } finally {
        await folder.close();
      }
      return `${path} holds the new key. Back it up.`;
    },
  };
}
