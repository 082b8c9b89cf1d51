import { rotateSecretKey } from './commands/rotate-secret-key.ts';
import { runCommand } from './commands/run-command.ts';

await runCommand(rotateSecretKey);
