import { rotateSecretKey } from './rotate-secret-key.ts';
import { runCommand } from './run-command.ts';

await runCommand(rotateSecretKey);
