import { Button } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState, type ReactNode } from 'react'
import type { Custody } from '../../contract/index.ts'
import { custodyQuery } from '../api/reads.ts'
import type { Translate } from '../language/bundles.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { MoreTexts, useSpeech } from '../language/language.tsx'
import { Hash } from '../parts/copy.tsx'
import { CustodyDetails } from './custody-details.tsx'
import { KINDS } from './kinds.ts'
import { Name } from '../language/words.tsx'

/** Entries shown before somebody asks for all; a long case has thousands. */
const SHOWN = 100

const ACTORS: ReadonlySet<string> = new Set(['person', 'bot', 'system'])

const nameOf = (t: Translate, entry: Custody['entries'][number]): string => {
  if (entry.agent !== undefined) return entry.agent.name
  if (entry.actor.startsWith('agent:')) return t('actor-agent')
  return t(ACTORS.has(entry.actor) ? `actor-${entry.actor}` : 'actor-unreadable')
}

const Entry = ({ entry }: { readonly entry: Custody['entries'][number] }): ReactNode => {
  const { t, clock } = useSpeech()
  return (
    <li value={entry.seq}>
      <p className="custody-kinds">
        {entry.kinds
          .map((kind) => (KINDS.has(kind) ? t(`kind-${kind.replaceAll('_', '-')}`) : kind))
          .join(t('list-comma'))}
      </p>
      <p className="soft">
        <Name text={nameOf(t, entry)} /> · <time dateTime={entry.at}>{clock.whole(new Date(entry.at))}</time>
      </p>
      {entry.details !== undefined && <CustodyDetails details={entry.details} />}
      <p className="soft">
        {t('custody-hash')} <Hash value={entry.hash} label={t('copy-hash')} />
      </p>
    </li>
  )
}

const Chain = ({ code }: { readonly code: string }): ReactNode => {
  const { t } = useSpeech()
  const { data, error, refetch } = useQuery(custodyQuery(code))
  const [all, setAll] = useState(false)
  if (data === undefined)
    return error === null ? <Pending /> : <PartTrouble error={error} retry={() => void refetch()} />
  const newest = data.entries.toReversed()
  return (
    <>
      <p className="custody-mark" data-intact={data.intact}>
        {data.intact ? <IconShieldCheck size={20} aria-hidden /> : <IconShieldX size={20} aria-hidden />}
        {t(data.intact ? 'custody-intact' : 'custody-broken', { count: data.entries.length })}
      </p>
      <ol className="custody" reversed>
        {(all ? newest : newest.slice(0, SHOWN)).map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </ol>
      {!all && newest.length > SHOWN && (
        <Button size="xs" variant="default" onClick={() => setAll(true)}>
          {t('custody-all', { count: newest.length })}
        </Button>
      )}
    </>
  )
}

/** The chain of the case, newest entry first, and whether it holds. */
export const CustodyTab = ({ code }: { readonly code: string }): ReactNode => (
  <Suspense fallback={<Pending />}>
    <MoreTexts of="kinds">
      <Chain code={code} />
    </MoreTexts>
  </Suspense>
)
