import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState, type ReactNode } from 'react'
import type { Evidence } from '../../contract/index.ts'
import { caseQuery, evidenceQuery } from '../api/reads.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { useNow } from '../language/ago.tsx'
import { MoreTexts, useSpeech } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { Hash } from '../parts/copy.tsx'
import { kindKey } from './evidence-kind.tsx'
import { Examined } from './examined.tsx'
import { Expect } from './expect.tsx'
import { Preview } from './preview.tsx'
import { Reveal } from './reveal.tsx'
import { useSize } from './size.ts'

/** A file that is not here, by what kept it: not everything that was not fetched failed. */
const stateOf = ({ state, why }: Evidence): string => {
  if (state !== 'failed') return state
  return why === 'taken_back' ? 'taken-back' : why === 'age' ? 'refused' : state
}

const Card = ({ code, item }: { readonly code: string; readonly item: Evidence }): ReactNode => {
  const { t, clock } = useSpeech()
  const size = useSize()
  const [open, setOpen] = useState(false)
  const type = item.mime ?? item.declaredMime
  return (
    <li className="evidence" data-state={item.state}>
      <Preview code={code} item={item} />
      <div className="evidence-facts">
        <p className="evidence-kind">
          {t(kindKey(item.kind))}
          {item.size !== undefined && <span className="soft"> · {size(item.size)}</span>}
        </p>
        {item.fileName !== undefined && (
          <p className="evidence-name words" dir="auto">
            <Words text={item.fileName} />
          </p>
        )}
        <p className="soft">{clock.whole(new Date(item.sentAt))}</p>
        <p className="evidence-tags">
          <span className="tag" title={t(`capture-${item.capture.replaceAll('_', '-')}-note`)}>
            {t(`capture-${item.capture.replaceAll('_', '-')}`)}
          </span>
          {item.forwarded && <span className="tag">{t('evidence-forwarded')}</span>}
          {item.deletedAt !== undefined && (
            <span className="tag" title={clock.whole(new Date(item.deletedAt))}>
              {t('deleted-there')}
            </span>
          )}
          {type !== undefined && item.examined === undefined && (
            <bdi className="tag" dir="ltr">
              {type}
            </bdi>
          )}
        </p>
        {item.sha256 !== undefined && item.examined === undefined && (
          <p className="soft">
            SHA-256 <Hash value={item.sha256} label={t('copy-hash')} />
          </p>
        )}
        {item.openUntil !== undefined && <OpenFor until={item.openUntil} />}
        {item.state === 'sealed' ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconEye size={16} />}
            onClick={() => setOpen(true)}
          >
            {t('reveal-open')}
          </Button>
        ) : (
          <p className="evidence-state">{t(`media-state-${stateOf(item)}`)}</p>
        )}
      </div>
      {item.examined !== undefined && <Examined code={code} item={item} read={item.examined} />}
      <Reveal code={code} item={item} opened={open} close={() => setOpen(false)} />
    </li>
  )
}

const OpenFor = ({ until }: { readonly until: string }): ReactNode => {
  const { t } = useSpeech()
  const left = Math.ceil((Date.parse(until) - useNow().getTime()) / 60_000)
  return left <= 0 ? null : (
    <p className="evidence-state" role="timer">
      {t('open-for-you', { count: left })}
    </p>
  )
}

/** Before the first file: what the case is about, for who may not want to see it today. */
const Ready = ({ code }: { readonly code: string }): ReactNode => {
  const { data: file } = useQuery(caseQuery(code))
  return file?.burdens === undefined ? null : <Expect burdens={file.burdens} />
}

const List = ({ code }: { readonly code: string }): ReactNode => {
  const { t } = useSpeech()
  const { data, error, refetch } = useQuery(evidenceQuery(code))
  if (data === undefined)
    return error === null ? <Pending /> : <PartTrouble error={error} retry={() => void refetch()} />
  if (data.length === 0) return <p className="soft">{t('evidence-none')}</p>
  return (
    <>
      <Ready code={code} />
      <ul className="evidence-list">
        {data.map((item) => (
          <Card key={item.id} code={code} item={item} />
        ))}
      </ul>
    </>
  )
}

export const EvidenceTab = ({ code }: { readonly code: string }): ReactNode => (
  <Suspense fallback={<Pending />}>
    <MoreTexts of="work">
      <List code={code} />
    </MoreTexts>
  </Suspense>
)
