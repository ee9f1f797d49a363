import type { VirtualClock } from '../telegram/clock.ts'
import type { GraphFault } from './errors.ts'
import type { Hook } from './hook.ts'
import type { Media } from './media.ts'
import type { Outgoing, Status, Value } from './types.ts'

/**
 * One line of the ledger: what the business did, in the order the fake did it. `to` is the person's
 * phone.
 */
export type SentEntry =
  | {
      readonly kind: 'message'
      readonly to: string
      readonly id: string
      readonly type: Outgoing['type']
      readonly text: string
      readonly choices: readonly {
        readonly id: string
        readonly title: string
        readonly description?: string
      }[]
      /** Of a picture, sound or document: what was put onto the platform before. */
      readonly file?: string
      readonly request: Outgoing
      readonly at: number
    }
  | {
      readonly kind: 'read'
      readonly to: string
      readonly message: string
      readonly typing: boolean
      readonly at: number
    }

export type PersonState = {
  phone: string
  user: string
  readonly name: string
  /** Hides the number where set. */
  readonly username: string | undefined
  /** Where off, messages are sent but not delivered. */
  online: boolean
  /** Cannot be reached at all: 131026. */
  unreachable: boolean
  /** Milliseconds since 1970; the 24 h count from there. */
  wroteAt: number | undefined
  readonly inbound: Set<string>
  /** Ours, by id, with what was last said of them. */
  readonly received: Map<string, { readonly callback: string | undefined; status: Status['status'] }>
}

/** All that the fake platform knows. */
export type World = {
  readonly clock: VirtualClock
  readonly random: () => number
  readonly phoneId: string
  readonly display: string
  readonly hook: Hook
  readonly media: Media
  readonly people: PersonState[]
  readonly sent: SentEntry[]
  /** `<name>/<language>` of the templates that are approved. */
  readonly templates: Set<string>
  /**
   * How errors about a person are told: in the answer, or accepted first and told by a status. Both
   * happen.
   */
  errors: 'answer' | 'status'
  /** What the number's own page says. */
  readonly account: Record<string, unknown>
  nextMessage: number
  readonly changed: () => void
}

export const messageId = (world: World, phone: string): string =>
  // The real ones hold the person's number too, which is why they are in no log.
  `wamid.${Buffer.from(`${phone}:${String(world.nextMessage++).padStart(8, '0')}`).toString('base64')}`

const metadata = ({ display, phoneId }: World): Value['metadata'] => ({
  display_phone_number: display,
  phone_number_id: phoneId,
})

export const pushValue = (world: World, value: Omit<Value, 'messaging_product' | 'metadata'>): void => {
  world.hook.push({
    field: 'messages',
    value: { messaging_product: 'whatsapp', metadata: metadata(world), ...value },
  })
  world.changed()
}

export const pushStatus = (
  world: World,
  person: PersonState,
  id: string,
  status: Status['status'],
  fault?: GraphFault,
): void => {
  const received = person.received.get(id)
  if (received !== undefined) received.status = status
  pushValue(world, {
    statuses: [
      {
        id,
        status,
        timestamp: String(world.clock.seconds()),
        ...(person.username === undefined ? { recipient_id: person.phone } : {}),
        recipient_user_id: person.user,
        ...(received?.callback === undefined ? {} : { biz_opaque_callback_data: received.callback }),
        ...(fault === undefined
          ? {}
          : {
              errors: [
                {
                  code: fault.code,
                  title: fault.message,
                  message: fault.message,
                  error_data: { details: fault.details },
                },
              ],
            }),
      },
    ],
  })
}
