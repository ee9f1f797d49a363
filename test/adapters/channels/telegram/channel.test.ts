import { inspect } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { COMMANDS } from '../../../../adapters/channels/telegram/commands.ts'
import { readFileRef } from '../../../../adapters/channels/telegram/file-ref.ts'
import { makeRig, type Rig } from './rig.ts'

let rig: Rig
const open = async (...args: Parameters<typeof makeRig>): Promise<Rig> => {
  rig = await makeRig(...args)
  return rig
}
afterEach(async () => {
  await rig.stop()
  expect(rig.fake.violations).toEqual([])
})

const DESCRIPTIONS = { help: 'Get help', exit: 'Leave quickly', human: 'Talk to a person' }

test('the account is known before the platform says anything', async () => {
  const { telegram, fake } = await open()
  expect(telegram.channel).toMatchObject({
    name: 'telegram',
    account: String(fake.botId),
    capabilities: {
      buttons: true,
      maxText: 4096,
      maxDownload: 20 * 1024 * 1024,
      takesBack: 'both',
      app: 'telegram',
    },
  })
  expect(telegram.health().status).toBe('starting')
  expect(fake.calls).toEqual([])
})

test('the menu is set in every language, in private chats only, with the way out first', async () => {
  const commands = [
    { descriptions: DESCRIPTIONS },
    { language: 'ar', descriptions: { exit: 'خروج', help: 'مساعدة' } },
  ]
  const { telegram, fake, until } = await open({ commands })
  await telegram.start()
  await until(() => fake.world.commands.size === 2)
  expect(fake.world.commands.get('all_private_chats/')?.map(({ command }) => command)).toEqual([
    'exit',
    'help',
    'human',
  ])
  expect(fake.world.commands.get('all_private_chats/ar')).toEqual([
    { command: 'exit', description: 'خروج' },
    { command: 'help', description: 'مساعدة' },
  ])
  expect(COMMANDS[0]).toBe('exit')
})

test('a menu that the platform refuses or cannot take now does not keep messages from coming', async () => {
  const { telegram, fake, sink, until } = await open({
    commands: [{ descriptions: DESCRIPTIONS }, { language: 'en', descriptions: DESCRIPTIONS }],
  })
  fake.fault({
    fault: { kind: 'error', code: 400, description: 'Bad Request: BOT_COMMAND_INVALID' },
    method: 'setMyCommands',
    nth: 1,
  })
  fake.fault({ fault: { kind: '500' }, method: 'setMyCommands', nth: 1 })
  fake.person().says('hello')
  await telegram.start()
  await until(() => sink.items.length === 1)
  await until(() => fake.world.commands.has('all_private_chats/en'))
})

test('a webhook that somebody set is removed, and what waits is kept', async () => {
  const { telegram, fake, sink, lines, until } = await open()
  fake.world.webhook = 'https://elsewhere.example/hook'
  fake.person().says('waiting')
  await telegram.start()
  await until(() => sink.items.length === 1)
  expect(fake.world.webhook).toBe('')
  expect(lines.some(({ level, message }) => level === 'warn' && message.includes('webhook'))).toBe(true)
})

test.each([
  ['a token that was revoked', (token: string) => token, true],
  ['the token of no bot', () => '424242:somebody-elses', false],
  ['a token that is no token', () => '424242:', false],
])('%s makes the channel down and harms nothing else', async (_, tokenOf, revoked) => {
  const { fake, another, until } = await open()
  if (revoked) fake.revoke()
  const wrong = another({ token: tokenOf(fake.token) })
  await wrong.start()
  await until(() => wrong.health().status === 'down')
  expect(wrong.health().reason).toBe('unauthorised')
  expect(fake.count('getUpdates')).toBe(0)
  await wrong.stop()
})

test('a platform that cannot be reached at the start is tried again until it can', async () => {
  const { telegram, fake, sink, until } = await open()
  fake.person().says('patient')
  await fake.down()
  await telegram.start()
  await until(() => telegram.health().status === 'degraded')
  expect(telegram.health().reason).toBe('unreachable')
  await fake.up()
  await until(() => sink.items.length === 1 && telegram.health().status === 'ready')
})

test('stopping works at every moment, and twice', async () => {
  const { another, fake, until } = await open()
  const never = another()
  await never.stop()
  const atOnce = another()
  await atOnce.start()
  await atOnce.stop()
  fake.fault({ fault: { kind: 'hang' }, method: 'getMe', times: 1 })
  const hanging = another()
  await hanging.start()
  await until(() => fake.count('getMe') >= 1)
  await hanging.stop()
  const polling = another()
  await polling.start()
  await until(fake.polling)
  await polling.stop()
  await polling.stop()
  await until(() => !fake.polling())
})

test('a press arrives as the token that was put on the button, and can be answered', async () => {
  const { telegram, fake, sink, until } = await open()
  const person = fake.person()
  person.starts()
  await telegram.start()
  await telegram.channel.send(String(person.id), {
    kind: 'text',
    text: 'Are you safe?',
    buttons: [{ label: 'Yes', token: '2:yes' }],
  })
  await person.hears('safe')
  const press = person.presses('Yes')
  await until(() => sink.items.length === 2)
  const item = sink.items[1]!
  expect(item.body).toEqual({ kind: 'press', token: '2:yes' })
  await telegram.channel.send(item.chat, { kind: 'pressed', press: item.message })
  expect(person.pressAnswered(press)).toBe(true)
})

test('no line of the log holds what a person wrote, is called or sent, nor the token, whatever goes wrong', async () => {
  const canary = 'CANARY'
  const { telegram, fake, sink, lines, until } = await open()
  const person = fake.person({
    firstName: `${canary}first`,
    lastName: `${canary}last`,
    username: `${canary}handle`,
    language: 'en',
  })
  const chat = String(person.id)
  fake.fault({ fault: { kind: '500' }, method: 'getMe', times: 1 })
  fake.fault({ fault: { kind: '500' }, method: 'getUpdates', times: 2 })
  sink.before = () => {
    sink.before = () => {}
    throw new Error(`${canary} of a store`)
  }
  person.says(`${canary} words`)
  person.sendsDocument(Buffer.from(canary), {
    fileName: `${canary}.pdf`,
    mime: `x/${canary}`,
    caption: `${canary} caption`,
  })
  person.sendsContact(`${canary} contact`, '+9647701234567')
  person.forwards({ kind: 'user', name: `${canary} suspect`, username: `${canary}bad` }, `${canary} threat`)
  fake.queue.pushRaw({ message: { message_id: canary, chat: { id: canary } } })
  fake.queue.pushRaw({
    message: { message_id: 5, date: 1, chat: { id: 77, type: 'private' }, [canary.toLowerCase()]: canary },
  })
  await telegram.start()
  await until(() => sink.items.length === 5)
  const { channel } = telegram
  const content = {
    kind: 'text',
    text: `${canary} reply`,
    buttons: [{ label: `${canary} label`, token: '1:a' }],
  } as const
  for (const fault of [
    { kind: '500' },
    { kind: '403' },
    { kind: 'cut' },
    { kind: '502_html' },
    { kind: 'reset_after' },
  ] as const) {
    fake.fault({ fault, method: 'sendMessage', times: 1 })
    await channel.send(chat, content)
  }
  fake.fault({
    fault: { kind: 'error', code: 400, description: `Bad Request: ${canary}` },
    method: 'sendMessage',
    times: 1,
  })
  await channel.send(chat, content)
  const failures: unknown[] = []
  const { body } = sink.items[1]!
  const ref = body.kind === 'media' ? body.media.ref : ''
  for (const fault of [{ truncate: 1 }, { status: 500 }, { longer: 3 }]) {
    fake.files.fault(readFileRef(ref)!.file_id, fault)
    try {
      const download = await channel.download(ref)
      if (download.status === 'open') for await (const _ of download.bytes);
    } catch (error) {
      failures.push(error)
    }
  }
  fake.revoke()
  person.says(`${canary} last`)
  await until(() => telegram.health().status === 'down')
  await telegram.stop()

  expect(lines.length).toBeGreaterThan(5)
  expect(failures).toHaveLength(3)
  // The sink's own error is handed on as an error, of which the log writes no message but a Failure's.
  const said = lines
    .map(({ message, fields }) => inspect({ message, fields: { ...fields, error: undefined } }, { depth: 9 }))
    .join('\n')
  const thrown = inspect(failures, { depth: 9, showHidden: true })
  const secret = fake.token.split(':')[1]!
  for (const text of [said, thrown]) {
    expect(text).not.toContain(canary)
    expect(text).not.toContain(canary.toLowerCase())
    expect(text).not.toContain('9647701234567')
    expect(text).not.toContain(secret)
    expect(text).not.toContain(chat)
  }
})
