import type { ReactNode } from 'react'
import { cutByDirection } from './bidi.ts'

/**
 * What a person wrote, with every stretch isolated that runs the other way. The block around it needs the
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
    stretch.ltr || stretch.rtl ? (
      <bdi key={index} dir={stretch.ltr ? 'ltr' : 'rtl'}>
        {stretch.text}
      </bdi>
    ) : (
      stretch.text
    ),
  )

/** A name among other words: it runs its own way, and what runs from left to right in it is in order. */
export const Name = ({ text }: { readonly text: string }): ReactNode => (
  <bdi>
    <Words text={text} />
  </bdi>
)
