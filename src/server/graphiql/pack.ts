import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { PackedFile } from '../../http/packed-file.ts';
import { onMessage } from '../../on-message.ts';

const packed = z.record(z.string(), z.instanceof(Uint8Array));

/** GraphiQL's files by name. Takes a second of a thread of its own, so it is done once somebody wants to see it. */
export async function packGraphiql(): Promise<ReadonlyMap<string, PackedFile>> {
  const worker = new Worker(new URL('pack-worker.ts', import.meta.url));
  const files = await new Promise<z.infer<typeof packed>>((resolve, reject) => {
    onMessage(worker, packed, resolve);
    worker.once('error', reject);
  });
  return new Map(
    Object.entries(files).map(([name, gzip]) => {
      const type = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
      return [name, { type, gzip }];
    }),
  );
}
