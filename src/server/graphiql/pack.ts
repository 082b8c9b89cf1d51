import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { PackedFile } from '../../http/packed-file.ts';

const message = z.tuple([z.record(z.string(), z.instanceof(Uint8Array))]);

/** GraphiQL's files by name. Takes a second of a thread of its own, so it is done once somebody wants to see it. */
export async function packGraphiql(): Promise<ReadonlyMap<string, PackedFile>> {
  const [files] = message.parse(await once(new Worker(new URL('pack-worker.ts', import.meta.url)), 'message'));
  return new Map(
    Object.entries(files).map(([name, gzip]) => {
      const type = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
      return [name, { type, gzip }];
    }),
  );
}
