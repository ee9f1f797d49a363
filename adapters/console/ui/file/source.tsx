import { IconMessage } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { jumpTo } from '../chat/jump.ts'
import { useT } from '../language/language.tsx'

/** The way to the message that something was read in. */
export const Source = ({ code, message }: { readonly code: string; readonly message: string }): ReactNode => {
  const t = useT()
  return (
    <Link to="/cases/$code" params={{ code }} className="source" onClick={() => jumpTo(code, message)}>
      <IconMessage size={14} aria-hidden />
      {t('source-show')}
    </Link>
  )
}
