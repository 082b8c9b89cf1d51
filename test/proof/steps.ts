import { runIn } from './run-in.ts';

/** Runs all migrations; also what the tests of a copy copy their databases from. */
export const migrate = `const { openTemplate } = await import('./src/db/embedded/template.ts');
(await openTemplate({ info() {}, warn() {}, error() {} })).discard();`;

/** The steps of a proof, told one by one; the first that fails ends it. */
export function createSteps(tree: string) {
  let number = 0;
  async function step<T>(what: string, act: () => T | Promise<T>): Promise<T> {
    const started = performance.now();
    process.stdout.write(`${++number}. ${what} … `);
    try {
      const result = await act();
      console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
      return result;
    } catch (error) {
      console.log(`\n${error instanceof Error ? error.message : String(error)}\n`);
      console.log(`NOT PROVED: it stopped at "${what}". \`--keep\` leaves the copy, ${tree}.`);
      process.exit(1);
    }
  }
  return { step, run: (what: string, ...command: [string, ...string[]]) => step(what, () => runIn(tree, command)) };
}
