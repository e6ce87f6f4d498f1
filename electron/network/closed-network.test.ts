/** Which addresses a closed network includes, in every spelling an operating system uses for them. */
import { expect, test } from 'vitest';
import { closedNetworkOf, isAddressLiteral } from './index.ts';

test.each([
  [['192.0.2.0/24'], '192.0.2.255', true],
  [['192.0.2.0/24'], '192.0.3.0', false],
  [['192.0.2.10/32'], '192.0.2.10', true],
  [['192.0.2.0/24', '198.51.100.0/24'], '198.51.100.7', true],
  [['192.0.2.0/24'], '::ffff:192.0.2.7', true],
  [['2001:db8::/32'], '2001:db8::1', true],
  [['2001:db8::/32'], '[2001:db8::1]', true],
  [['fe80::/10'], 'fe80::1%eth0', true],
  [['2001:db8::/32'], '192.0.2.7', false],
  [['192.0.2.0/24'], 'gateway.invalid', false],
  [['192.0.2.0/24'], '', false],
])('%j and %s: %s', (ranges, address, inside) => {
  expect(closedNetworkOf(ranges)?.includes(address)).toBe(inside);
});

test('addresses of URLs are told from names', () => {
  expect(['[::1]', '127.0.0.1', 'gateway.invalid', '127.1'].map(isAddressLiteral)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
