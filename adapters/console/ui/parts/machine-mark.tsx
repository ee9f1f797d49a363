import { IconSparkles } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** Says of words that a machine wrote them, and which. */
export const MachineMark = ({
  words,
  model,
}: {
  readonly words: string
  readonly model: string | undefined
}): ReactNode => (
  <p className="soft machine-mark">
    <IconSparkles size={14} aria-hidden />
    <span>
      {words} {model !== undefined && <bdi dir="ltr">{model}</bdi>}
    </span>
  </p>
)
