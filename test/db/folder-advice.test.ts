import { expect, it } from 'vitest';
import { toFolderAdvice } from '../../src/db/embedded/folder-advice.ts';
import { DatabaseOpenError } from '../../src/db/open/database.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });

it.each([
  ['ENOSPC', /its disk is full\. Make room/],
  ['EROFS', /its file system is read-only\. Mount it writable/],
  // Where the folder itself is to be made on such a file system, Node says that there is no such folder.
  ['ENOENT', /it cannot be made there, as where the file system is read-only\. Make it/],
  ['EACCES', /this user may not write there\. Give the folder to this user/],
  ['ENOTDIR', /a part of that path is a file/],
])('a data folder that fails with %s is told of with what to do', (code, what) => {
  const advice = toFolderAdvice('/srv/data', failure(code));
  expect(advice).toBeInstanceOf(DatabaseOpenError);
  expect(String(advice)).toMatch(/The data folder \/srv\/data cannot be used: /);
  expect(String(advice)).toMatch(what);
  expect(String(advice)).toMatch(/set DATA_DIR to a folder|Set DATA_DIR to a folder|set DATA_DIR to another one/);
});

it('any other failure is told as it is', () => {
  const failures = [failure('EIO'), new DatabaseOpenError('Advice of its own.')];
  expect(failures.map((error) => toFolderAdvice('/srv/data', error))).toEqual(failures);
});
