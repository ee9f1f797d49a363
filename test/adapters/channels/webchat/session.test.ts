import fastify from 'fastify'
import { expect, test } from 'vitest'
import { makeHasher } from '../../../../adapters/crypto/hasher.ts'
import { deriveSecrets } from '../../../../adapters/crypto/secrets.ts'
import { makeMemoryRandom } from '../../../../adapters/memory/random.ts'
import { makeSessions } from '../../../../adapters/channels/webchat/session.ts'
import { createSecretKey } from 'node:crypto'

/** Behind a proxy that ends TLS, as `AMIN_PROXY` has it. */
const cookiesBy = async (scheme: 'http' | 'https'): Promise<readonly string[]> => {
  const hasher = makeHasher(deriveSecrets(createSecretKey(Buffer.alloc(32, 3))))
  const sessions = makeSessions({ hasher, random: makeMemoryRandom(), path: '/chat' })
  const app = fastify({ trustProxy: true })
  app.post('/chat/begin', (request, reply) => {
    sessions.begin(request, reply)
    return reply.send('')
  })
  const answer = await app.inject({
    method: 'POST',
    url: '/chat/begin',
    headers: { 'x-forwarded-proto': scheme },
  })
  await app.close()
  return [answer.headers['set-cookie'] ?? []].flat()
}

test('where the page came over TLS no cookie of the chat is ever sent without it', async () => {
  const cookies = await cookiesBy('https')
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) expect(cookie).toMatch(/; Secure$/)
})

test('where it did not, on the machine of a developer, the chat works all the same', async () => {
  for (const cookie of await cookiesBy('http')) expect(cookie).not.toContain('Secure')
})
