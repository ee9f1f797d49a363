import type { ReactNode } from 'react'
import { cutByDirection } from './bidi.ts'

/**
 * What a person wrote, with every left-to-right stretch isolated. The block around it needs the
 * class `words`.
 */
export const Words = ({ text }: { readonly text: string }): ReactNode =>
  cutByDirection(text).map((stretch, index) =>
    stretch.ltr ? (
      <bdi key={index} dir="ltr">
        {stretch.text}
      </bdi>
    ) : (
      stretch.text
    ),
  )
