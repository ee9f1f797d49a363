import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'

/** Of a reason that goes into the chain, in characters; as the server asks for and takes it. */
const SHORTEST = 3
const LONGEST = 500

/** Whether these words can be a reason. */
export const isReason = (words: string): boolean => words.trim().length >= SHORTEST

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
