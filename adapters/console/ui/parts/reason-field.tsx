import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'

/** Of a reason that goes into the chain, in characters; as the server takes it. */
const LONGEST = 500

type Props = {
  readonly label: string
  readonly description?: string
  readonly required?: boolean
  readonly value: string
  readonly change: (value: string) => void
}

/** Why a member of the team does something, in their own words. */
export const ReasonField = ({ change, ...props }: Props): ReactNode => (
  <Textarea
    {...props}
    autosize
    minRows={2}
    maxLength={LONGEST}
    dir="auto"
    classNames={{ input: 'words' }}
    onChange={(event) => change(event.currentTarget.value)}
  />
)
