import { describe, expect, test } from 'vitest'
import { addressOf, localHosts, WHATSAPP_HOSTS } from '../../../../adapters/channels/whatsapp/media-host.ts'

const to = (path: string | undefined, url?: string): string | undefined =>
  addressOf(WHATSAPP_HOSTS, {
    ...(path === undefined ? {} : { path }),
    ...(url === undefined ? {} : { url }),
  })?.href

describe('where a file is fetched from', () => {
  test('a path is on the standard host, or on a host of WhatsApp that the sender named', () => {
    expect(to('/v/a.enc?oh=1')).toBe('https://mmg.whatsapp.net/v/a.enc?oh=1')
    expect(to('/v/a.enc', 'https://media-arn2-1.cdn.whatsapp.net/v/b.enc')).toBe(
      'https://media-arn2-1.cdn.whatsapp.net/v/a.enc',
    )
    expect(to('/v/a.enc', 'https://scontent.xx.fbcdn.net/b')).toBe('https://scontent.xx.fbcdn.net/v/a.enc')
    expect(to(undefined, 'https://mmg.whatsapp.net/v/b.enc?x=1')).toBe('https://mmg.whatsapp.net/v/b.enc?x=1')
  })

  test.each([
    'https://evil.example/b',
    'https://whatsapp.net.evil.example/b',
    'https://evilwhatsapp.net/b',
    'https://mmg.whatsapp.net@evil.example/b',
    'https://user:pass@mmg.whatsapp.net/b',
    'https://mmg.whatsapp.net:8443/b',
    'http://mmg.whatsapp.net/b',
    'ftp://mmg.whatsapp.net/b',
    'file:///etc/passwd',
    'https://127.0.0.1/b',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/b',
    'https://mmg.whatsapp.net.',
    '',
    'x',
  ])('the host of %s counts for nothing', (url) => {
    expect(to(undefined, url)).toBeUndefined()
    expect(to('/v/a.enc', url)).toBe('https://mmg.whatsapp.net/v/a.enc')
  })

  test.each(['//evil.example/a', '/\\evil.example/a', '/../../a', '/@evil.example', '/a b', '/a#b'])(
    'the path %s stays on its host',
    (path) => {
      expect(new URL(to(path)!).host).toBe('mmg.whatsapp.net')
    },
  )

  test.each(['@evil.example/a', ':8443/a', '.evil.example/a', 'evil', ''])('the path %s is none', (path) => {
    expect(to(path)).toBeUndefined()
  })

  test('another host is on this machine, or it is none', () => {
    expect(addressOf(localHosts('127.0.0.1:81'), { path: '/a' })?.href).toBe('http://127.0.0.1:81/a')
    expect(addressOf(localHosts('localhost:81', 'PEM'), { path: '/a' })?.href).toBe('https://localhost:81/a')
    expect(addressOf(localHosts('127.0.0.1:81'), { url: 'http://127.0.0.1:82/a' })).toBeUndefined()
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost@evil.example', '10.0.0.1'])
      expect(() => localHosts(host)).toThrow(expect.objectContaining({ code: 'settings_invalid' }) as Error)
  })
})
