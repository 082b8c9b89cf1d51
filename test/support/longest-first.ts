import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes a minute or so, however small its file: Vitest goes by size where it has no times, and one of these that comes last
 * is waited for on a core of its own.
 */
const long: ReadonlySet<string> = new Set([
  'test/console/every-screen.test.ts',
  'test/console/inbox.test.ts',
  'test/console/with-a-visitor.test.ts',
  'test/demo/demo.test.ts',
  'test/failure/kill-mails.test.ts',
  'test/graph/kept/after-changes.test.ts',
]);

const isLong = ({ moduleId }: TestSpecification): boolean => [...long].some((path) => moduleId.endsWith(`/${path}`));

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // A project's files stand together, since its processes serve no other one.
    const byProject = Map.groupBy(await super.sort(files), ({ project }) => project);
    return [...byProject.values()].flatMap((own) => [...own.filter(isLong), ...own.filter((file) => !isLong(file))]);
  }
}
