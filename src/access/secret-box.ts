import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';

const version = 1;
const nonceLength = 12;
const tagLength = 16;
const headerLength = 1 + nonceLength;

/** Keeps short secrets encrypted at rest. A secret opens only under the context it was sealed for. */
export type SecretBox = {
  seal(plain: string, context: string): Uint8Array<ArrayBuffer>;
  /** @throws SecretBoxError when the key, the context or a single bit is not the one of the sealing. */
  open(sealed: Uint8Array, context: string): string;
  /** 32 bytes for one purpose, the same as long as the key is: what can be made again needs no keeping. */
  derive(purpose: string): Uint8Array<ArrayBuffer>;
};

export class SecretBoxError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'SecretBoxError';
  }
}

/** AES-256-GCM with a random nonce; the layout is version, nonce, tag, ciphertext. The key is 32 bytes. */
export function createSecretBox(bytes: Uint8Array): SecretBox {
  if (bytes.length !== 32) throw new SecretBoxError(`A secret box needs a key of 32 bytes, not ${bytes.length}.`);
  // Given as bytes it would be made into a key object every time, in 20 µs.
  const key = createSecretKey(bytes);

  return {
    seal(plain, context) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(toAssociatedData(context));
      const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return new Uint8Array(Buffer.concat([Uint8Array.of(version), nonce, cipher.getAuthTag(), ciphertext]));
    },
    derive: (purpose) =>
      new Uint8Array(createHmac('sha256', key).update(`tributary/${version}/derive/${purpose}`).digest()),
    open(sealed, context) {
      if (sealed[0] !== version || sealed.length < headerLength + tagLength) {
        throw new SecretBoxError('A sealed secret has an unknown form.');
      }
      const tag = sealed.subarray(headerLength, headerLength + tagLength);
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, headerLength));
      decipher.setAAD(toAssociatedData(context)).setAuthTag(tag);
      try {
        const plain = Buffer.concat([decipher.update(sealed.subarray(headerLength + tagLength)), decipher.final()]);
        return plain.toString('utf8');
      } catch (error) {
        throw new SecretBoxError(
          'A sealed secret cannot be opened: SECRET_KEY changed, or it was tampered with.',
          error,
        );
      }
    },
  };
}

/** Null where the key, the context or a single bit is not the one of the sealing. */
export function openWith(box: SecretBox, sealed: Uint8Array, context: string): string | null {
  try {
    return box.open(sealed, context);
  } catch (error) {
    if (error instanceof SecretBoxError) return null;
    throw error;
  }
}

const toAssociatedData = (context: string) => Buffer.from(`tributary/${version}/${context}`, 'utf8');
