import { IconAt } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Ago } from '../language/ago.tsx'
import { MoreTexts, useT } from '../language/language.tsx'
import { placeOf } from './place.ts'
import { useMentions } from './wanted.tsx'
import { Words } from '../language/words.tsx'
import '../styles/work.css'

const Lines = ({ code }: { readonly code: string }): ReactNode => {
  const t = useT()
  return useMentions(code).map((mention) => (
    <div key={mention.note} className="above" data-kind="call">
      <IconAt size={18} aria-hidden />
      <p>
        <strong>
          <Words text={t('wanted-mention', { name: mention.by ?? t('somebody') })} />
        </strong>{' '}
        · <Ago at={mention.at} className="soft" />
      </p>
      <Link {...placeOf(mention)}>{t('mention-go')}</Link>
    </div>
  ))
}

/** Above the conversation: notes that name the agent, until they have seen them. */
export const Mentioned = (props: { readonly code: string }): ReactNode => (
  <MoreTexts of="work">
    <Lines {...props} />
  </MoreTexts>
)
