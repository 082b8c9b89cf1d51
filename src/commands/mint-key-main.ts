import { parseArgs } from 'node:util';
import { runCommand } from './run-command.ts';
import { mintKey } from './mint-key.ts';

await runCommand(async (config) => {
  const { values } = parseArgs({ options: { workspace: { type: 'string' } } });
  const { workspace, slug, secret } = await mintKey(config, values.workspace ?? null);
  return `A key that may do everything in the workspace "${workspace}" (${slug}), shown this once:\n\n  ${secret}\n`;
});
