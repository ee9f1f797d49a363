import type { ReactNode } from 'react'
import { cutByDirection } from './bidi.ts'

/**
 * What a person wrote, with every left-to-right stretch isolated. The block around it needs the
 * class `words`.
 */
export const Words = ({
  text,
  whole,
}: {
  readonly text: string
  /** All that stands in the block, where this is a piece of it. */
  readonly whole?: string
}): ReactNode =>
  cutByDirection(text, whole).map((stretch, index) =>
    stretch.ltr ? (
      <bdi key={index} dir="ltr">
        {stretch.text}
      </bdi>
    ) : (
      stretch.text
    ),
  )
