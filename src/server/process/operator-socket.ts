import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import type { MintedKey } from '../../domain/keys/mint-operator-key.ts';
import { limits } from '../../limits.ts';

const question = z.strictObject({ workspace: z.string().max(200).nullable() });
const answer = z.union([
  z.strictObject({ workspace: z.string(), slug: z.string(), secret: z.string() }),
  z.strictObject({ error: z.string() }),
]);

type Question = z.infer<typeof question>;
type Log = { warn(details: object, message: string): void };

/** In a folder of its own, which is only its owner's before there is anything in it. */
const folderOf = (dataDir: string) => join(dataDir, 'operator');
const socketOf = (dataDir: string) => join(folderOf(dataDir), 'socket');

/**
 * Lets who owns the data folder have a key minted while this process has the folder open. Where no such socket can be made
 * (its path is too long, or the file system has none), the server runs without, and is stopped to mint a key.
 */
export async function openOperatorSocket(
  dataDir: string,
  mint: (workspace: string | null) => Promise<MintedKey>,
  log: Log,
): Promise<{ close(): void }> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    socket.setTimeout(limits.operatorMs, () => socket.destroy());
    void answerOperator(socket, mint);
  });
  const listening = Promise.withResolvers<void>();
  server.on('error', listening.reject);
  try {
    mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 });
    chmodSync(folderOf(dataDir), 0o700);
    // The folder is this process's alone: what lies there is of one that was killed.
    rmSync(socketOf(dataDir), { force: true });
    server.listen(socketOf(dataDir), listening.resolve);
    await listening.promise;
  } catch (error) {
    log.warn({ err: error }, 'Keys can be minted with npm run key only while the server is stopped.');
  }
  return { close: () => void server.close() };
}

async function answerOperator(socket: Socket, mint: (workspace: string | null) => Promise<MintedKey>): Promise<void> {
  try {
    const { workspace } = question.parse(JSON.parse(await readAll(socket)));
    socket.end(JSON.stringify(await mint(workspace)));
  } catch (error) {
    socket.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
  }
}

/** Asks the server that has the folder open; null where none listens. @throws what the server says is wrong */
export async function askOperatorSocket(dataDir: string, asked: Question): Promise<MintedKey | null> {
  const socket = connect({ path: socketOf(dataDir), allowHalfOpen: true });
  try {
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  } catch {
    return null;
  }
  socket.end(JSON.stringify(asked));
  const told = answer.parse(JSON.parse(await readAll(socket)));
  if ('error' in told) throw new Error(told.error);
  return told;
}

async function readAll(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > 4096) throw new Error('That is too long.');
  }
  return text;
}
