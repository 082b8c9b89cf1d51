/**
 * Bytes to be held for long, in memory of their own: a small Buffer is a slice of 64 KiB that Node shares out, none of which is
 * given back while one slice of it is held.
 */
export function ofItsOwn(bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  if (bytes.buffer.byteLength === bytes.byteLength) return bytes;
  const own = Buffer.allocUnsafeSlow(bytes.byteLength);
  bytes.copy(own);
  return own;
}
