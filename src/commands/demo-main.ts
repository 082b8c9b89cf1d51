import { parseArgs } from 'node:util';
import { runCommand } from './run-command.ts';
import { runDemo } from './demo/run-demo.ts';

await runCommand(async (config) => {
  const { values } = parseArgs({ options: { remove: { type: 'boolean', default: false } } });
  return runDemo(config, { ...values, say: (line) => void process.stderr.write(`${line}\n`) });
});
