import { inspect } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { Failure } from '../../../../core/base/failure.ts'
import { hours } from '../../../../core/base/units.ts'
import { makeRig, VERIFY_TOKEN, type Rig } from './rig.ts'

let rig: Rig
afterEach(() => rig.stop())

const CANARIES = {
  words: 'canarywordszzqx',
  name: 'Canarynamezzqx',
  number: '9647709988771',
  user: 'IQ.77700099988771',
  handle: 'canary_handle_zzqx',
  file: 'canaryfilezzqx.png',
  caption: 'canarycaptionzzqx',
  token: 'EAAcanarytokenzzqx',
  secret: 'canarysecretzzqx',
}

test('what a person sends, who they are and what opens the account is in no log line and no error, whatever goes wrong', async () => {
  let broken = 0
  rig = await makeRig({}, { token: CANARIES.token, appSecret: CANARIES.secret })
  const { fake, cloud, sink } = rig
  sink.before = () => {
    broken += 1
    if (broken % 3 === 0) throw new Failure('store_unavailable')
  }
  await cloud.start()
  const person = fake.person({ phone: CANARIES.number, user: CANARIES.user, name: CANARIES.name })
  const hidden = fake.person({ username: CANARIES.handle, name: CANARIES.name })
  const said = person.says(CANARIES.words)
  person.says(CANARIES.words, { forwarded: true, quoting: said, ad: true })
  person.edits(said, CANARIES.words)
  person.revokes(said)
  person.reacts(said, CANARIES.words)
  person.sendsContacts({ name: { formatted_name: CANARIES.name }, phones: [{ phone: CANARIES.number }] })
  person.sendsLocation(1, 2, CANARIES.words)
  person.sends({ type: CANARIES.words, [CANARIES.words]: CANARIES.number })
  person.sends({
    type: 'unsupported',
    errors: [{ code: 131_051, title: CANARIES.words }],
    unsupported: { type: CANARIES.number },
  })
  hidden.says(CANARIES.words)
  const bytes = Buffer.from(CANARIES.words)
  for (const fault of [
    {},
    { flip: true },
    { gone: true },
    { status: 500 },
    { url: `https://${CANARIES.words}.example/` },
  ])
    person.sendsDocument(bytes, { fileName: CANARIES.file, caption: CANARIES.caption, fault })
  await rig.settled()
  const errors: unknown[] = []
  for (const item of sink.items)
    if (item.body.kind === 'media') {
      try {
        const download = await cloud.channel.download(item.body.media.ref)
        if (download.status === 'open') for await (const _ of download.bytes);
      } catch (error) {
        errors.push(error)
      }
    }
  expect(errors.length).toBeGreaterThan(2)
  const say = (): Promise<unknown> =>
    cloud.channel.send(person.user, {
      kind: 'text',
      text: CANARIES.words,
      buttons: [{ label: CANARIES.words, token: 'a' }],
    })
  for (const fault of [
    { kind: 'error', says: 'undeliverable' },
    { kind: 'error', says: 'value' },
    { kind: 'html', http: 502 },
    { kind: 'reset_after' },
    { kind: 'cut' },
    { kind: 'code', http: 400, code: 777 },
  ] as const) {
    const handle = fake.fault({ fault, place: 'messages' })
    await say()
    handle.clear()
  }
  fake.world.errors = 'status'
  person.state.unreachable = true
  await say()
  await rig.settled()
  fake.clock.advance(hours(30))
  fake.world.templates.clear()
  await say()
  fake.revoke()
  await say()
  await cloud.look()
  await fake.down()
  await say()
  await fake.up()
  await fake.hook.raw(`{"x":"${CANARIES.words}"}`, { 'x-hub-signature-256': `sha256=${CANARIES.words}` })
  await fetch(`${rig.url}?hub.verify_token=${CANARIES.words}&hub.challenge=${CANARIES.words}`)
  rig.contacts.end()
  await fake.hook.raw(fake.hook.calls[0]?.body ?? '', {
    'x-hub-signature-256': fake.hook.sign(fake.hook.calls[0]?.body ?? ''),
  })

  expect(rig.lines.length).toBeGreaterThan(10)
  const outside = [
    rig.output(),
    // Also what the log's own net would catch must not get that far.
    ...rig.lines.map(({ message, fields }) => message + JSON.stringify({ ...fields, error: undefined })),
    ...errors.map((error) => inspect(error, { depth: 5 })),
  ].join('\n')
  const wamid = Buffer.from(CANARIES.number).toString('base64').slice(0, 12)
  for (const canary of [...Object.values(CANARIES), VERIFY_TOKEN, said, wamid, 'zzqx'])
    expect(outside).not.toContain(canary)
})
