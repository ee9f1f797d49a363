import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { openPhrases } from '../../../../adapters/phrases/index.ts'
import { openReport, REPORT_LOCALES } from '../../../../adapters/report/index.ts'
import type { EvidenceId, InboundId } from '../../../../core/base/ids.ts'
import type { Inbound, InboundBody } from '../../../../core/base/message.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import { textOf } from '../../../adapters/report/reading.ts'
import {
  BY,
  openBundleWorld,
  openCase,
  takeBundle,
  unzip,
  type BundleCase,
  type BundleWorld,
} from './world.ts'

let world: BundleWorld
beforeEach(async () => {
  world = await openBundleWorld()
})
afterEach(() => world.close())

const CHANNEL = untrusted(
  JSON.stringify({
    type: 'channel',
    date: 1_700_000_000,
    message_id: 77,
    chat: { id: -1001234567890, title: 'Scandals', username: 'scandal_bgd' },
  }),
)

/** One message of the person, as the platform told it. */
const received = (inbound: InboundId, body: InboundBody, more: Pick<Inbound, 'forward'> = {}): CaseEvent => ({
  type: 'message_received',
  inbound,
  message: {
    v: 1,
    channel: 'telegram',
    account: 'bot',
    chat: 'chat-of-the-person',
    message: '900',
    edit: 0,
    sentAt: world.clock.now(),
    from: {},
    body,
    ...more,
  },
})

const take = async (
  it: BundleCase,
  scope: 'share-investigators' | 'share-ngo',
): Promise<(path: string) => string> => {
  const bundle = await takeBundle(await world.exports.command(it.code, BY, { scope, recipients: [] }))
  const root = unzip(world.folder, bundle, it.code)
  return (path) => readFileSync(join(root, path), 'utf8')
}

test('who wrote a forwarded message first stands in transcript, index and ontology, with the address of the post and its own time', async () => {
  const it = await openCase(world)
  const inbound = await it.says('pay, or the pictures stay here', { forward: CHANNEL })
  await it.sends(new TextEncoder().encode('pay, or the pictures stay here'), { kind: 'statement', inbound })
  const read = await take(it, 'share-investigators')
  const origin = {
    kind: 'channel',
    name: 'Scandals',
    handle: 'scandal_bgd',
    id: '1234567890',
    link: 'https://t.me/scandal_bgd/77',
  }
  const at = '2023-11-14T22:13:20.000Z'
  expect(JSON.parse(read('data/transcript.json'))).toMatchObject({
    lines: [{ forwarded: true, origin: { ...origin, at } }],
  })
  expect(read('data/transcript.txt')).toMatch(
    /forwarded from channel .*Scandals.*@scandal_bgd.*1234567890.*t\.me\/scandal_bgd\/77.* of 2023-11-14T22:13:20\.000Z/,
  )
  expect(JSON.parse(read('data/index.json'))).toMatchObject({ items: [{ origin: { ...origin, at } }] })
  const ontology = read('data/case.jsonld')
  for (const said of ['1234567890', 'scandal_bgd', 'https://t.me/scandal_bgd/77', 'Forwarded_From', at])
    expect(ontology).toContain(said)
})

test('the table of identifiers says which of them the platform itself named', async () => {
  const it = await openCase(world)
  const inbound = await it.says('pay', { forward: CHANNEL })
  const one = { owner: 'perpetrator' as const, start: 0, marks: [], keys: [] }
  await it.append({
    type: 'identifiers_found',
    inbound,
    identifiers: [
      { ...one, type: 'telegram', raw: untrusted('1234567890'), normal: 'id:1234567890', attested: true },
      { ...one, type: 'handle', raw: untrusted('scandal'), normal: 'scandal' },
    ],
  })
  const read = await take(it, 'share-investigators')
  const { identifiers } = JSON.parse(read('data/case.json')) as {
    identifiers: readonly { raw: string; attested?: true }[]
  }
  expect(identifiers.map(({ raw, attested }) => [raw, attested])).toEqual([
    ['1234567890', true],
    ['scandal', undefined],
  ])
})

const forwardOf = (origin: object): ReturnType<typeof untrusted> =>
  untrusted(JSON.stringify({ date: 1_700_000_000, ...origin }))

test('for an aid organisation the person is named by no message that they wrote elsewhere and forwarded, nor is the network they wrote from told', async () => {
  const it = await openCase(world, ['share-ngo'])
  const own = { id: 424242, first_name: 'Canary', username: 'canary_handle' }
  await it.says('what I wrote to him', {
    chat: '424242',
    forward: forwardOf({ type: 'user', sender_user: own }),
  })
  // Their account does not let itself be found: the platform gives the name they show.
  const hidden = { type: 'hidden_user', sender_user_name: 'Name of the person' }
  const inbound = await it.says('and this', { forward: forwardOf(hidden) })
  await it.sends(new TextEncoder().encode('and this'), { kind: 'statement', inbound })
  await it.says('what he wrote', { forward: forwardOf({ ...hidden, sender_user_name: 'Haider' }) })
  await it.says('his channel', { forward: CHANNEL })
  await it.append({
    type: 'case_opened',
    code: it.code,
    channel: 'telegram',
    language: 'ckb',
    origin: 'canary-network',
  })
  const bundle = async (scope: 'share-ngo' | 'person'): Promise<string> => {
    const made = await takeBundle(await world.exports.command(it.code, BY, { scope, recipients: [] }))
    const root = unzip(world.folder, made, it.code)
    const paths = readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    return paths.map((one) => readFileSync(join(one.parentPath, one.name), 'utf8')).join('\n')
  }
  const told = await bundle('share-ngo')
  expect(told).not.toMatch(/424242|canary|Name of the person/i)
  for (const theirs of ['Haider', 'scandal_bgd', 'https://t.me/scandal_bgd/77'])
    expect(told).toContain(theirs)
  expect(await bundle('person')).toMatch(/canary_handle/)
})

const report = openReport({ phrases: openPhrases({ resources: REPORT_LOCALES }) })
afterAll(report.close)

test.each([
  ['told by the person', {}],
  ['forwarded from a channel', { forward: CHANNEL }],
] as const)(
  'name and numbers of a contact card stand in transcript, report, index and ontology, as the platform gave them (%s)',
  async (_, more) => {
    const it = await openCase(world)
    const inbound = world.ports.random.id() as InboundId
    const body = {
      kind: 'contact',
      name: untrusted('حيدر أبو علي'),
      phone: untrusted('+964 771 234 5678, 0780 555 0123'),
    } as const
    await it.append(received(inbound, body, more))
    const card = `BEGIN:VCARD\r\nFN:${body.name}\r\nEND:VCARD\r\n`
    await it.sends(new TextEncoder().encode(card), { kind: 'contact', inbound, mime: 'text/vcard' })
    const bundle = await takeBundle(
      await world
        .exportsWith({ report })
        .command(it.code, BY, { scope: 'share-investigators', recipients: [] }),
    )
    const root = unzip(world.folder, bundle, it.code)
    const read = (path: string): string => readFileSync(join(root, path), 'utf8')
    const numbers = ['+964 771 234 5678', '0780 555 0123']

    expect(JSON.parse(read('data/transcript.json'))).toMatchObject({
      lines: [{ kind: 'contact', item: 'E0001', text: `${body.name} ${body.phone}` }],
    })
    expect(JSON.parse(read('data/index.json'))).toMatchObject({
      items: [{ kind: 'contact', contact: { name: body.name, numbers } }],
    })
    const pages = textOf(join(root, 'data/report.pdf'))
    const graph = (JSON.parse(read('data/case.jsonld')) as { '@graph': readonly object[] })['@graph']
    const ontology = JSON.stringify(graph)
    for (const number of numbers) {
      expect(read('data/transcript.txt')).toContain(number)
      expect(pages).toContain(number)
      expect(ontology).toContain(`"uco-observable:phoneNumber":"${number}"`)
    }
    expect(read('data/transcript.txt')).toContain(body.name)
    expect(ontology).toContain(`"uco-observable:displayName":"${body.name}"`)
    // What it holds is tied to the file that it is.
    expect(graph).toContainEqual(
      expect.objectContaining({ 'uco-core:kindOfRelationship': 'Contained_Within' }),
    )
    for (const said of 'forward' in more ? ['@scandal_bgd', 'https://t.me/scandal_bgd/77'] : [])
      for (const part of [pages, read('data/transcript.txt')]) expect(part).toContain(said)
  },
)

test('a card that an old ledger holds as a failed statement is not said to be what a platform did not hand out', async () => {
  const it = await openCase(world)
  const inbound = world.ports.random.id() as InboundId
  const evidence = world.ports.random.id() as EvidenceId
  const sentAt = world.clock.now()
  await it.append(
    received(inbound, { kind: 'contact', name: untrusted('Haider'), phone: untrusted('+9647712345678') }),
    {
      type: 'evidence_announced',
      evidence,
      inbound,
      kind: 'statement',
      capture: 'as_sent',
      forwarded: false,
      sentAt,
    },
  )
  await it.act('system', { type: 'evidence_failed', evidence, why: 'gone' })
  const read = await take(it, 'share-investigators')
  expect(JSON.parse(read('data/index.json'))).toMatchObject({ leftOut: [{ id: 'E0001', why: 'card' }] })
})

test('the card with the person’s own name and number is in no bundle for an organisation, and its absence is told', async () => {
  const it = await openCase(world, ['share-ngo'])
  const inbound = world.ports.random.id() as InboundId
  const body = {
    kind: 'contact',
    name: untrusted('Zeinab Hameed'),
    phone: untrusted('+9647801112233'),
    own: true,
  } as const
  await it.append(received(inbound, body))
  const card = `BEGIN:VCARD\r\nFN:${body.name}\r\nTEL:${body.phone}\r\nEND:VCARD\r\n`
  await it.sends(new TextEncoder().encode(card), { kind: 'contact', inbound, mime: 'text/vcard' })
  const bundle = await takeBundle(
    await world.exportsWith({ report }).command(it.code, BY, { scope: 'share-ngo', recipients: [] }),
  )
  const root = unzip(world.folder, bundle, it.code)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of files) {
    const text = file.endsWith('.pdf') ? textOf(file) : readFileSync(file, 'latin1')
    expect([file, /Zeinab|Hameed|7801112233/.test(text)]).toEqual([file, false])
  }
  const index: unknown = JSON.parse(readFileSync(join(root, 'data/index.json'), 'utf8'))
  expect(index).toMatchObject({ items: [], leftOut: [{ id: 'E0001', why: 'own_card' }] })
  expect(textOf(join(root, 'data/report.pdf'))).toContain('کارتی کەسەکە خۆی')
})

test('where the person is, is in no bundle for an organisation', async () => {
  const it = await openCase(world, ['share-ngo'])
  const inbound = world.ports.random.id() as InboundId
  const sentAt = world.clock.now()
  const evidence = world.ports.random.id() as EvidenceId
  await it.append(
    received(inbound, { kind: 'location', latitude: 33.31234, longitude: 44.36789 }),
    {
      type: 'evidence_announced',
      evidence,
      inbound,
      kind: 'location',
      capture: 'as_sent',
      forwarded: false,
      sentAt,
    },
    {
      type: 'answer_given',
      step: 'fast-where',
      answer: { kind: 'text', text: untrusted('33.3123, 44.3679 · ≈ Baghdad') },
      inbound,
    },
  )
  const read = await take(it, 'share-ngo')
  for (const path of [
    'data/transcript.json',
    'data/transcript.txt',
    'data/index.json',
    'data/case.json',
    'data/custody/opened.jsonl',
  ])
    expect(read(path)).not.toMatch(/33\.31|44\.36/)
  expect(JSON.parse(read('data/index.json'))).toMatchObject({ leftOut: [{ id: 'E0001', why: 'place' }] })
})
