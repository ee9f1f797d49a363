import { never } from '../../../core/base/never.ts'
import type { Log } from '../../../core/ports/log.ts'
import { seconds } from '../../../core/base/units.ts'
import { openConnection, type Connection, type ConnectionEvents } from './connection.ts'
import { makeCourier, type Courier } from './courier.ts'
import type { SealedTable } from './journal-row.ts'
import { makeJournal } from './journal.ts'
import type { Mapping } from './mapping.ts'
import { makePacer } from './pacing.ts'
import { beginPairing } from './pairing.ts'
import type { AccountState, Opening, PairRequest, ToChild, ToParent } from './protocol.ts'
import { makeSealing } from './sealing.ts'
import { makeSender } from './sender.ts'
import { makeSent } from './sent.ts'
import { openSessionFile } from './session-file.ts'
import { makeSessionStore } from './session-store.ts'
import { makeSupervisor, type Timers } from './supervisor.ts'

/** How much of a session's life a restored copy may lack without being noticed. */
const GENERATION_EVERY = seconds(60)

export type OpenParts = {
  readonly say: (message: ToParent) => void
  readonly timers: Timers
  readonly log: Log
  readonly makeMapping: (parts: {
    readonly account: string
    readonly contacts: SealedTable
    readonly isOurs: (message: string) => boolean
  }) => Mapping
}

export type Session = { readonly receive: (message: ToChild) => void; readonly close: () => void }

/** The session file, opened, with one connection at a time. `release` lets go of its lock. */
export const openSession = (
  { say, timers, log, makeMapping }: OpenParts,
  opening: Opening,
  release: () => void,
): Session => {
  const { account, endpoint, version } = opening
  const file = openSessionFile(opening.file)
  const sealing = makeSealing(opening.key)
  const journal = makeJournal(file, sealing, account)
  const store = makeSessionStore(file, sealing, journal)
  const sent = makeSent(file, sealing)
  const mapping = makeMapping({
    account,
    contacts: store.contacts,
    isOurs: (id) => sent.find(id) !== undefined,
  })
  const pacer = makePacer(opening.pacing)

  let creds = store.loadCreds()
  let connection: Connection | undefined
  let pairing: { readonly cancel: () => void } | undefined
  let firstOpen: (() => void) | undefined
  let standing: Pick<AccountState, 'timeLock' | 'capping'> = {}
  let refused = 0
  let changed = false
  /** The parent's store knows this file as the newest. */
  let allowed = false
  let unconfirmed = true

  const isPaired = (): boolean => creds.account !== undefined && creds.me !== undefined
  const tellState = (): void => {
    const link = supervisor.state()
    const { status, code, advice } = pairing === undefined ? link : { ...link, status: 'pairing' as const }
    say({
      type: 'state',
      state: {
        status,
        ...(code === undefined ? {} : { code }),
        ...(advice === undefined ? {} : { advice }),
        ...(link.status === 'waiting' ? { retryAt: link.retryAt } : {}),
        ...standing,
        refused,
        waiting: journal.waiting(),
        ...(mapping.privates === undefined ? {} : { leftAlone: mapping.privates.left() }),
      },
    })
  }

  const courier: Courier = makeCourier({
    journal,
    mapping,
    timers,
    log,
    say,
    left: () => tellState(),
  })
  const forget = (): void => {
    store.forget()
    creds = store.loadCreds()
  }

  const connect = (events: Pick<ConnectionEvents, 'opened' | 'closed' | 'qr'>): Connection =>
    openConnection(
      {
        creds,
        store,
        sent,
        log,
        timers,
        endpoint,
        version,
        addToJournal: (entries) => file.commit(() => entries.forEach((entry) => journal.add(entry))),
      },
      {
        ...events,
        wake: () => {
          changed = true
          courier.wake()
        },
        delivery: (delivery) => say({ type: 'delivery', delivery }),
        account: (change) => {
          // Either a new count, or a new word on the lock: none there means that it is lifted.
          const {
            capping = standing.capping,
            timeLock = change.capping === undefined ? undefined : standing.timeLock,
          } = change
          standing = {
            ...(capping === undefined ? {} : { capping }),
            ...(timeLock === undefined ? {} : { timeLock }),
          }
          tellState()
        },
        mapped: (pair) => mapping.mapped(pair),
        known: (chats) => mapping.privates?.learn(chats),
      },
    )

  const supervisor = makeSupervisor({
    timers,
    paired: () => allowed && isPaired(),
    forget,
    tell: (link) => {
      if (link.status !== 'connected' && link.status !== 'connecting') connection = undefined
      tellState()
      if (link.status === 'connected') firstOpen?.()
    },
    start: (events) => {
      connection = connect({ ...events, qr: () => undefined })
      return connection
    },
  })

  const sender = makeSender({
    connection: () => connection,
    mapping,
    pacer,
    timers,
    log,
    restricted: () => {
      refused += 1
      tellState()
    },
  })

  const pair = (request: PairRequest): void => {
    if (pairing !== undefined) return say({ type: 'pairing', step: { status: 'busy' } })
    if (connection !== undefined || supervisor.state().status === 'waiting')
      return say({ type: 'pairing', step: { status: 'already' } })
    forget()
    pairing = beginPairing({
      request,
      accepted: isPaired,
      tell: (step) => say({ type: 'pairing', step }),
      start: (events) => connect({ ...events, opened: () => undefined }),
      end: (accepted) => {
        pairing = undefined
        if (!accepted) {
          forget()
          return tellState()
        }
        mapping.linked(timers.now())
        allowed = true
        firstOpen = () => {
          firstOpen = undefined
          say({ type: 'pairing', step: { status: 'paired' } })
        }
        say({ type: 'generation', generation: store.generation() })
        supervisor.connect()
      },
    })
    tellState()
  }

  /** Never two steps ahead of what the parent's store knows: it could not tell that from an old copy. */
  const advance = (): void => {
    if (unconfirmed) return
    unconfirmed = true
    try {
      say({ type: 'generation', generation: store.advance() })
    } catch (error) {
      unconfirmed = false
      log.warn('the generation of the whatsapp session could not be written', { channel: 'whatsapp', error })
    }
  }
  const keepAdvancing = (): void => {
    stopAdvancing = timers.after(GENERATION_EVERY, keepAdvancing)
    if (changed && allowed) advance()
    changed = false
  }
  let stopAdvancing = timers.after(GENERATION_EVERY, keepAdvancing)

  const judge = (verdict: 'newest' | 'old'): void => {
    if (verdict === 'old') {
      allowed = false
      // Its ratchets are behind: to go on would make messages unreadable for both sides, silently.
      return supervisor.halt('restored')
    }
    unconfirmed = false
    if (allowed) return
    allowed = true
    advance()
    say({ type: 'opened', paired: isPaired() })
    courier.wake()
    // Where it is paired it is about to connect, and says that.
    if (!isPaired()) tellState()
  }

  const unlink = async (): Promise<void> => {
    try {
      await connection?.unlink()
    } catch (error) {
      log.debug('whatsapp could not be told of the unlinking', { channel: 'whatsapp', error })
    }
    supervisor.halt('pair')
    forget()
    tellState()
  }

  const look = async (): Promise<void> => {
    try {
      await connection?.look()
    } catch (error) {
      log.debug('the state of the whatsapp account could not be read', { channel: 'whatsapp', error })
    }
    tellState()
  }

  const receive = (message: ToChild): void => {
    switch (message.type) {
      case 'open':
      case 'stop':
        return
      case 'generation':
        return judge(message.verdict)
      case 'connect':
        return supervisor.connect()
      case 'hold':
        return supervisor.halt(message.advice)
      case 'take':
        return courier.take(message.row)
      case 'done':
        return courier.done(message.rows)
      case 'send':
        void sender
          .send(message.chat, message.content, message)
          .then((outcome) => say({ type: 'sent', id: message.id, outcome }))
        return
      case 'reupload':
        void sender
          .reupload(message.request)
          .then((answer) => say({ type: 'reuploaded', id: message.id, answer }))
        return
      case 'pair':
        return pair(message.request)
      case 'cancel_pairing':
        return pairing?.cancel()
      case 'look':
        void look()
        return
      case 'unlink':
        void unlink()
        return
      default:
        return never(message)
    }
  }

  // An old copy must not even be tried: the parent's store says whether this is the newest.
  say({ type: 'generation', generation: store.generation() })
  return {
    receive,
    close: () => {
      stopAdvancing()
      pairing?.cancel()
      supervisor.stop()
      courier.stop()
      file.close()
      release()
    },
  }
}
