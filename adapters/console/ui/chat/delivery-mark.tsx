import {
  IconAlertTriangle,
  IconCheck,
  IconChecks,
  IconClock,
  IconHourglass,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Message } from '../../contract/messages.ts'
import { useT } from '../language/language.tsx'

type Delivery = NonNullable<Message['delivery']> | 'held'

const ICONS: Readonly<Record<Delivery, typeof IconCheck>> = {
  queued: IconClock,
  sending: IconClock,
  sent: IconCheck,
  delivered: IconChecks,
  read: IconChecks,
  refused: IconX,
  unclear: IconAlertTriangle,
  held: IconHourglass,
}

/**
 * How far a message got, in words: `unclear` means that the platform never said whether it took it,
 * `held` that it waits for the person.
 */
export const DeliveryMark = ({ delivery }: { readonly delivery: Delivery }): ReactNode => {
  const t = useT()
  const Icon = ICONS[delivery]
  return (
    <p className="delivery" data-delivery={delivery}>
      <Icon size={15} aria-hidden />
      {t(`delivery-${delivery}`)}
    </p>
  )
}
