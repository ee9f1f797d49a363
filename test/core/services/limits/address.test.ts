import { array, assert, integer, pre, property } from 'fast-check'
import { expect, test } from 'vitest'
import { groupsOf } from '../../../../core/services/limits/address.ts'
import { runs } from '../../../property/runs.ts'

test.each([
  ['203.0.113.7', '203.0.113.7/32', '203.0.113.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.7/32', '203.0.113.0/24'],
  ['::ffff:cb00:7107', '203.0.113.7/32', '203.0.113.0/24'],
  ['64:ff9b::203.0.113.7', '203.0.113.7/32', '203.0.113.0/24'],
  ['2001:db8:aaaa:1::9', '2001:db8:aaaa:1::/64', '2001:db8:aaaa::/48'],
  ['2001:DB8:AAAA:1:5:6:7:8', '2001:db8:aaaa:1::/64', '2001:db8:aaaa::/48'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
  ['::1', '0:0:0:0::/64', '0:0:0::/48'],
  ['unknown', 'unknown', 'unknown'],
  ['1.2.3.456', '1.2.3.456', '1.2.3.456'],
  ['1::2::3', '1::2::3', '1::2::3'],
])('%s is counted as %s, and with its neighbours as %s', (address, one, many) => {
  expect(groupsOf(address)).toEqual({ one, many })
})

test('every address of a /64 is one, and every one of a /48 a neighbour', () => {
  const word = integer({ min: 0, max: 0xffff })
  const words = (length: number) => array(word, { minLength: length, maxLength: length })
  const text = (parts: readonly number[]): string => parts.map((part) => part.toString(16)).join(':')
  assert(
    property(words(3), word, words(4), words(4), (net, subnet, a, b) => {
      pre(net.some((part) => part > 0x64))
      const [here, there] = [groupsOf(text([...net, subnet, ...a])), groupsOf(text([...net, subnet, ...b]))]
      expect(here).toEqual(there)
      expect(groupsOf(text([...net, subnet ^ 1, ...a]))).toMatchObject({ many: here.many })
      expect(groupsOf(text([...net, subnet ^ 1, ...a])).one).not.toBe(here.one)
    }),
    runs(200),
  )
})
