import { type Config, loadConfig } from '../config.ts';

/** Prints what a command answers, or what is wrong, and ends with code 1. */
export async function runCommand(command: (config: Config) => Promise<string>): Promise<void> {
  const config = loadConfig();
  try {
    process.stdout.write(`${await command(config)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
