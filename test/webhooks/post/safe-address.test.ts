import { setTimeout as pauseFor } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createAddressPolicy } from '../../../src/webhooks/post/safe-address.ts';

const publicAddress = '93.184.215.14';
const names: Readonly<Record<string, readonly string[]>> = {
  'public.test': [publicAddress, '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'inside.test': ['10.0.0.7', 'fd00::7'],
  'metadata.test': ['169.254.169.254'],
  'both.test': ['10.0.0.7', publicAddress],
};

const resolve = async (hostname: string) => {
  const found = names[hostname];
  if (!found) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' });
  return found;
};

const strict = createAddressPolicy({ resolve });
const local = createAddressPolicy({ resolve, allowedRanges: ['127.0.0.0/8', '::1/128'] });

describe('refuses to register', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.0.0.1.:8080/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://①②⑦.0.0.1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://255.255.255.255/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.100.100.200/',
    'http://169.254.169.254/latest/meta-data',
    'http://168.63.129.16/',
    'http://192.0.0.192/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'https://inside.test/hook',
    'https://metadata.test/hook',
  ])('%s, which leads inside', async (url) => {
    await expect(strict.assertDeliverableUrl(url)).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('must lead to a public address'),
      details: { field: 'url' },
    });
  });

  test.each([
    ['ftp://public.test/', 'must be http or https'],
    ['file:///etc/passwd', 'must be http or https'],
    ['javascript:alert(1)', 'must be http or https'],
    ['https://user@public.test/', 'must not hold a user name'],
    ['https://:secret@public.test/', 'must not hold a user name'],
    ['public.test/hook', 'is no URL'],
    ['https://', 'is no URL'],
  ])('%s: %s', async (url, reason) => {
    await expect(strict.assertDeliverableUrl(url)).rejects.toThrow(reason);
  });
});

test.each([
  'https://public.test/hook?a=1',
  'http://public.test:8443/',
  `http://${publicAddress}/`,
  'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
  'https://both.test/',
  'https://not-known-yet.test/',
])('registers %s', async (url) => {
  await expect(strict.assertDeliverableUrl(url)).resolves.toBeUndefined();
});

test('a name server that hangs does not hold up registration', async () => {
  const policy = createAddressPolicy({ resolve: () => new Promise(() => {}), resolveTimeoutMs: 5 });
  await expect(policy.assertDeliverableUrl('https://slow.test/')).resolves.toBeUndefined();
});

test('a name server that takes its time is heard', async () => {
  const slow = (hostname: string) => pauseFor(20).then(() => resolve(hostname));
  const policy = createAddressPolicy({ resolve: slow });
  await expect(policy.assertDeliverableUrl('https://inside.test/')).rejects.toThrow('must lead to a public address');
});

test('a host with an inner and a public address is reached by the public one alone', async () => {
  expect(await strict.addressesOf('both.test')).toEqual([publicAddress]);
});

test('allowed ranges let in what they name, in every spelling, and nothing else', async () => {
  for (const host of ['127.0.0.1:9000', '2130706433', '[::ffff:127.0.0.1]', '[::1]']) {
    await expect(local.assertDeliverableUrl(`http://${host}/`)).resolves.toBeUndefined();
  }
  await expect(local.assertDeliverableUrl('http://10.0.0.1/')).rejects.toThrow('public address');
  expect(local.permits('127.9.9.9')).toBe(true);
  expect(local.permits('not an address')).toBe(false);
});
