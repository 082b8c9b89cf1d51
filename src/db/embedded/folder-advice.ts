import { DatabaseOpenError } from '../open/database.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'its disk is full. Make room, or set DATA_DIR to a folder on another disk.',
  EDQUOT: 'this user may store no more there. Make room, or set DATA_DIR to a folder elsewhere.',
  EROFS: 'its file system is read-only. Mount it writable, or set DATA_DIR to a folder elsewhere.',
  // What Node answers for a folder to be made on a file system that takes none.
  ENOENT:
    'it cannot be made there, as where the file system is read-only. Make it, or set DATA_DIR to a folder elsewhere.',
  EACCES: 'this user may not write there. Give the folder to this user, or set DATA_DIR to another one.',
  EPERM: 'this user may not write there. Give the folder to this user, or set DATA_DIR to another one.',
  ENOTDIR: 'a part of that path is a file. Set DATA_DIR to a folder.',
  EEXIST: 'there is a file of that name. Set DATA_DIR to a folder.',
};

/** What the operator can do about a folder that cannot be used; any other failure as it is. */
export function toFolderAdvice(dataDir: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const reason = error instanceof DatabaseOpenError ? undefined : reasons[code];
  return reason
    ? new DatabaseOpenError(`The data folder ${dataDir} cannot be used: ${reason}`, { cause: error })
    : error;
}
