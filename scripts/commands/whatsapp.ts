import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { makeQr } from '../../adapters/console/ui/entry/qr.ts'
import { holdProcessLock } from '../../adapters/sqlite/process-lock.ts'
import type { Whatsapp } from '../../adapters/channels/whatsapp/index.ts'
import type { PairStep } from '../../adapters/channels/whatsapp/protocol.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { openLinkedDevice } from '../../bots/channels/whatsapp/open.ts'
import type { WhatsappConfig } from '../../bots/channels/whatsapp/settings.ts'
import { isFailure } from '../../core/base/failure.ts'
import { makeInboundSink } from '../../core/services/inbound/sink.ts'
import { never } from '../../core/base/never.ts'
import { drawQr } from './qr.ts'
import { WRONG_USE, type Call, type Run } from './command.ts'

const PHONE = /^\+?[1-9][\d\s()-]{6,24}$/
const BUSY =
  'amin whatsapp pair: another process has the account, and only one may: pair in its console (WhatsApp, for administrators), or stop it first'

type Linked = Extract<WhatsappConfig, { readonly by: 'baileys' }>

/** Tells a step; the exit code where it is the last. */
const tell = ({ say, print }: Call, foundation: Foundation, step: PairStep): number | undefined => {
  switch (step.status) {
    case 'qr': {
      const modules = makeQr(step.qr)
      if (modules === undefined) say('amin whatsapp pair: the QR code is too long to be drawn; use --phone')
      else print(drawQr(modules))
      say(
        'Scan it: WhatsApp on the phone, Settings, Linked devices, Link a device. It changes every 20 seconds.',
      )
      return undefined
    }
    case 'code':
      print(`${step.code.slice(0, 4)}-${step.code.slice(4)}`)
      say(
        'Type it: WhatsApp on the phone, Settings, Linked devices, Link a device, Link with phone number instead.',
      )
      return undefined
    case 'paired':
      say('Linked. Start Amin now.')
      return 0
    case 'already':
      say('amin whatsapp pair: the account is linked already; unlink it in the console first')
      return 1
    case 'expired':
      say('amin whatsapp pair: nobody scanned or typed it in time; try again')
      return 1
    case 'cancelled':
      say('amin whatsapp pair: given up')
      return 1
    case 'busy':
      say(BUSY)
      return 1
    case 'failed':
      say(`amin whatsapp pair: ${foundation.ports.phrases.say('en', `whatsapp-advice-${step.advice}`)}`)
      return 1
    default:
      return never(step)
  }
}

/** Resolves with what the account is once the process that speaks WhatsApp has said so. */
const firstWord = (
  open: (heard: (status: string) => void) => Whatsapp,
): Promise<{ readonly whatsapp: Whatsapp; readonly status: string }> =>
  new Promise((resolve, reject) => {
    const whatsapp: Whatsapp = open((status) => {
      if (status !== 'starting') resolve({ whatsapp, status })
    })
    whatsapp.start().catch(reject)
  })

const pairWith = async (
  call: Call,
  config: Linked,
  phone: string | undefined,
  foundation: Foundation,
): Promise<number> => {
  const { ports } = foundation
  const sink = makeInboundSink({ ...ports, inbox: ports.store.inbox })
  const parts = {
    dataDir: call.config.dataDir,
    foundation,
    sink,
    owner: `pair:${randomUUID()}`,
    log: call.log,
    sender: () => undefined,
  }
  const { whatsapp, status } = await firstWord((heard) =>
    openLinkedDevice(config, { ...parts, onAccount: (state) => heard(state.status) }),
  )
  const giveUp = (): void => whatsapp.cancelPairing()
  process.once('SIGINT', giveUp)
  try {
    if (status === 'standby') {
      call.say(BUSY)
      return 1
    }
    for await (const step of whatsapp.pair(phone === undefined ? { mode: 'qr' } : { mode: 'code', phone })) {
      const code = tell(call, foundation, step)
      if (code !== undefined) return code
    }
    return 1
  } finally {
    process.off('SIGINT', giveUp)
    await whatsapp.stop()
  }
}

/** The role's own lock: while the program that has the role runs, it alone may hold the account. */
const holdRole = (dataDir: string): { readonly release: () => void } | undefined => {
  try {
    return holdProcessLock(join(dataDir, 'run', 'whatsapp.lock'))
  } catch (error) {
    if (isFailure(error, 'store_busy')) return undefined
    throw error
  }
}

const OWN_NUMBER =
  'amin whatsapp pair: everybody who writes to the number from now on becomes a case, and what was written before stays out. ' +
  'Link only a number that nobody uses for anything else, and confirm that with --own-number'

/** Links the account to a phone, by a QR code drawn in the terminal or by a code to type in. */
export const pair: Run = async (call) => {
  const { config, say } = call
  const phone = call.text('phone')
  if (phone !== undefined && !PHONE.test(phone)) {
    say('amin whatsapp pair: --phone is the number of the phone with its country code, such as +964...')
    return WRONG_USE
  }
  if (config.whatsapp?.by !== 'baileys') {
    say('amin whatsapp pair: set WHATSAPP to baileys first; the Cloud API needs no pairing')
    return WRONG_USE
  }
  if (!call.flag('own-number')) {
    say(OWN_NUMBER)
    return WRONG_USE
  }
  const foundation = await openFoundation(config, call.log)
  try {
    const lock = holdRole(config.dataDir)
    if (lock === undefined) {
      say(BUSY)
      return 1
    }
    try {
      return await pairWith(call, config.whatsapp, phone, foundation)
    } finally {
      lock.release()
    }
  } finally {
    await foundation.close()
  }
}
