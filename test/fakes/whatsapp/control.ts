import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FakeWhatsapp } from './index.ts'
import type { Person } from './person.ts'

/** One thing to be done, as JSON. People are named by the number that `person` gave. */
export type Verb =
  | { readonly do: 'person'; readonly name?: string }
  | { readonly do: 'says'; readonly person: number; readonly text: string }
  /** `base64` is the file; photos are JPEG, documents need a name. */
  | { readonly do: 'photo'; readonly person: number; readonly base64: string; readonly caption?: string }
  | {
      readonly do: 'document'
      readonly person: number
      readonly base64: string
      readonly name: string
      readonly mime: string
    }
  | { readonly do: 'scan'; readonly qr: string }
  | { readonly do: 'enter'; readonly code: string }
  /** What this person read of us so far. */
  | { readonly do: 'read'; readonly person: number }
  | { readonly do: 'end'; readonly how: Parameters<FakeWhatsapp['end']>[0] }
  | { readonly do: 'refuse'; readonly code: string }

const MOST_BYTES = 64 * 1_048_576

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw new Error('too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const makeVerbs = (fake: FakeWhatsapp) => {
  const people: Person[] = []
  const at = (n: number): Person => {
    const found = people[n]
    if (found === undefined) throw new Error('there is no such person')
    return found
  }
  return async (verb: Verb): Promise<unknown> => {
    switch (verb.do) {
      case 'person': {
        people.push(fake.person(verb.name))
        return { person: people.length - 1 }
      }
      case 'says':
        return { id: await fake.says(at(verb.person), verb.text) }
      case 'photo': {
        const fields = await fake.media.upload(Buffer.from(verb.base64, 'base64'), 'image')
        const image = {
          ...fields,
          mimetype: 'image/jpeg',
          ...(verb.caption === undefined ? {} : { caption: verb.caption }),
        }
        return { id: await fake.says(at(verb.person), { imageMessage: image }, { type: 'media' }) }
      }
      case 'document': {
        const fields = await fake.media.upload(Buffer.from(verb.base64, 'base64'), 'document')
        const document = { ...fields, mimetype: verb.mime, fileName: verb.name }
        return { id: await fake.says(at(verb.person), { documentMessage: document }, { type: 'media' }) }
      }
      case 'scan':
        return fake.phone.scan(verb.qr)
      case 'enter':
        return fake.phone.enter(verb.code)
      case 'read': {
        const reader = at(verb.person)
        return fake.received
          .filter(({ person }) => person === reader)
          .map(
            ({ message }) =>
              message.extendedTextMessage?.text ?? message.conversation ?? Object.keys(message)[0],
          )
      }
      case 'end':
        return fake.end(verb.how)
      case 'refuse':
        return fake.refuseNext(verb.code)
    }
  }
}

/**
 * Steers a fake over HTTP on this machine: POST a `Verb` to any path. For demonstrations, where
 * nobody can call its functions.
 */
export const startControl = async (
  fake: FakeWhatsapp,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
  const act = makeVerbs(fake)
  const server = createServer((request, response) => {
    void (async () => {
      try {
        const answer = await act(JSON.parse((await readBody(request)).toString('utf8')) as Verb)
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(answer ?? null))
      } catch (error) {
        response
          .writeHead(400, { 'content-type': 'text/plain' })
          .end(error instanceof Error ? error.message : 'no')
      }
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
