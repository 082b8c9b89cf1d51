import { credentialOf } from '../../access/credentials.ts';
import type { SecretBox } from '../../access/secret-box.ts';

/**
 * The public key of the first workspace's widget, which the demo page shows: only its hash is stored, as of every key, but it can be made
 * again. Under another SECRET_KEY it is another one, which nobody has.
 */
export const firstWidgetKey = (secretBox: Pick<SecretBox, 'derive'>): string =>
  credentialOf('WIDGET', secretBox.derive('first-widget'));
