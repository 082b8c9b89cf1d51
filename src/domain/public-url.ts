const privateName = /^(localhost|.*\.(local|localhost|internal|test|invalid|example)|\[.*\]|[\d.]+|[^.]+)$/i;

/** Whether strangers can reach an address, as far as it tells: https, and no host that only this machine or network knows. */
export const isPublicUrl = (address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && url.protocol === 'https:' && !privateName.test(url.hostname);
};
