import { Button, TextInput } from '@mantine/core'
import { IconDownload, IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useState, type ReactNode } from 'react'
import type { Audit as Shown } from '../../contract/audit.ts'
import type { Colleagues } from '../../contract/people.ts'
import { auditQuery } from '../api/people.ts'
import { colleaguesQuery, mayRead, meQuery, teamName } from '../api/reads.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { KINDS } from '../file/kinds.ts'
import type { Translate } from '../language/bundles.ts'
import { MoreTexts, useSpeech, useT } from '../language/language.tsx'
import { Hash } from '../parts/copy.tsx'
import { Name, Words } from '../language/words.tsx'
import './audit.css'

const DAY = 86_400_000
/** Lines drawn before somebody asks for all. */
const FIRST = 200

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

type Who = { readonly id: string; readonly name: string }
type Choose = (member: Who) => void

const Member = ({ who, choose }: { readonly who: Who; readonly choose: Choose }): ReactNode => (
  <button type="button" className="audit-name" onClick={() => choose(who)}>
    <Name text={who.name === '' ? who.id : who.name} />
  </button>
)

const kindsOf = (t: Translate, kinds: readonly string[]): string =>
  kinds.map((kind) => (KINDS.has(kind) ? t(`kind-${kind.replaceAll('_', '-')}`) : kind)).join(t('list-comma'))

/** Why an exchange was refused, with what to do; a word of a later version stands as it is. */
const whyOf = (t: Translate, why: string): string => {
  const key = `exchange-why-${why.replaceAll('_', '-')}`
  const said = t(key)
  return said === key ? why : said
}

/** What only tells runs or lines apart, and says nothing to who reads it. */
const MUTE: ReadonlySet<string> = new Set(['ticket', 'session', 'hotline'])
const CHANGES: ReadonlySet<string> = new Set(['added', 'changed', 'removed'])

/** By their names, as far as these are known; otherwise how many. */
const linesOf = (t: Translate, names: Shown['names'], value: string): string => {
  const ids = value.split(',')
  const named = ids.flatMap((id) => names[id] ?? []).join(t('list-comma'))
  const isWhole = ids.every((id) => names[id] !== undefined)
  return isWhole ? named : named === '' ? String(ids.length) : `${ids.length} (${named})`
}

const detailsOf = (
  t: Translate,
  colleagues: Colleagues | undefined,
  names: Shown['names'],
  detail: Readonly<Record<string, string>>,
): string =>
  Object.entries(detail)
    .filter(([name]) => !MUTE.has(name))
    .map(([name, value]) => {
      if (CHANGES.has(name)) return t(`audit-${name}`, { what: linesOf(t, names, value) })
      if (name === 'role') return t(`role-${value}`)
      if (name === 'scopes')
        return value
          .split(',')
          .map((scope) => t(`scope-${scope}`))
          .join(t('list-comma'))
      if (name === 'teams') {
        if (value === '') return t('agent-no-teams')
        if (value === 'all') return t('field-every-team')
        return value
          .split(',')
          .map((team) => teamName(t, colleagues, team))
          .join(t('list-comma'))
      }
      if (['how', 'browser', 'what', 'whose', 'outcome'].includes(name)) return t(`deed-${name}-${value}`)
      if (name === 'why')
        return value
          .split(': ')
          .map((why) => whyOf(t, why))
          .join(' ')
      if (name === 'language') return t(`language-${value}`)
      if (name === 'days') return t('api-key-days-count', { count: Number(value) })
      return value
    })
    .join(' · ')

const Acts = ({ acts, choose }: { readonly acts: Shown['acts']; readonly choose: Choose }): ReactNode => {
  const { t, clock } = useSpeech()
  const [all, setAll] = useState(false)
  const reads = mayRead(useQuery(meQuery).data)
  if (acts.length === 0) return <p className="soft">{t('audit-nothing')}</p>
  return (
    <>
      <ul className="audit-lines">
        {(all ? acts : acts.slice(0, FIRST)).map(({ at, code, seq, by, kinds }) => (
          <li key={`${code}.${seq}`}>
            <time dateTime={at}>{clock.whole(new Date(at))}</time>
            <span>{by === undefined ? t('audit-command') : <Member who={by} choose={choose} />}</span>
            {reads ? (
              <Link to="/cases/$code" params={{ code }} className="code">
                <bdi dir="ltr">{code}</bdi>
              </Link>
            ) : (
              <bdi dir="ltr" className="code">
                {code}
              </bdi>
            )}
            <span className="audit-what">{kindsOf(t, kinds)}</span>
          </li>
        ))}
      </ul>
      {!all && acts.length > FIRST && (
        <Button size="xs" variant="default" onClick={() => setAll(true)}>
          {t('audit-all', { count: acts.length })}
        </Button>
      )}
    </>
  )
}

/** To whom or what it was done; nothing where that has no name, or is who did it. */
const Subject = ({
  deed: { kind, subject, by },
  names,
  choose,
}: {
  readonly deed: Shown['deeds'][number]
  readonly names: Shown['names']
  readonly choose: Choose
}): ReactNode => {
  const t = useT()
  const named = kind === 'settings_changed' ? t(`audit-section-${subject.id}`) : names[subject.id]
  if (subject.id === by?.id || (subject.name === '' && named === undefined)) return null
  return <>: {subject.name === '' ? <Name text={named ?? ''} /> : <Member who={subject} choose={choose} />}</>
}

const Deeds = ({
  shown: { deeds, names },
  choose,
}: {
  readonly shown: Shown
  readonly choose: Choose
}): ReactNode => {
  const { t, clock } = useSpeech()
  const { data: me } = useQuery(meQuery)
  // Who only audits is told of no team beyond its id.
  const { data: colleagues } = useQuery({ ...colleaguesQuery, enabled: me?.rights.includes('read') === true })
  if (deeds.length === 0) return <p className="soft">{t('audit-nothing')}</p>
  return (
    <ul className="audit-lines audit-deeds">
      {deeds.map((deed) => {
        const { no, at, by, how, kind, detail } = deed
        return (
          <li key={no}>
            <time dateTime={at}>{clock.whole(new Date(at))}</time>
            <span>
              {by === undefined ? t(`audit-${how ?? 'command'}`) : <Member who={by} choose={choose} />}
            </span>
            <span className="audit-what">
              {t(`deed-${kind.replaceAll('_', '-')}`)}
              <Subject deed={deed} names={names} choose={choose} />{' '}
              <bdi className="soft">
                <Words text={detailsOf(t, colleagues, names, detail)} />
              </bdi>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Who did what: to cases by their open headers, to people by a log of its own. No word of anybody. */
export const Audit = (): ReactNode => {
  const { t, language } = useSpeech()
  const [from, setFrom] = useState(() => dayOf(Date.now() - 6 * DAY))
  const [to, setTo] = useState(() => dayOf(Date.now()))
  const [code, setCode] = useState('')
  const [member, setMember] = useState<Who>()
  const query = new URLSearchParams({
    from,
    to,
    ...(code.trim() === '' ? {} : { code: code.trim() }),
    ...(member === undefined ? {} : { member: member.id }),
  }).toString()
  const { data, error, refetch } = useQuery({
    ...auditQuery(`${query}&lang=${language}`),
    placeholderData: keepPreviousData,
  })
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="page-wide">
        <div className="page-head">
          <h1>{t('audit-title')}</h1>
          <Button
            component="a"
            variant="default"
            href={`/api/v1/audit.csv?${query}`}
            download
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('audit-csv')}
          </Button>
        </div>
        <p className="soft">{t('audit-note')}</p>
        <div className="audit-filter">
          <TextInput
            type="date"
            label={t('audit-from')}
            value={from}
            max={to}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('audit-to')}
            value={to}
            min={from}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <TextInput
            label={t('audit-code')}
            value={code}
            dir="ltr"
            maxLength={20}
            autoComplete="off"
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          {member !== undefined && (
            <Button variant="default" onClick={() => setMember(undefined)}>
              {t('audit-member-all', { name: member.name })}
            </Button>
          )}
        </div>
        {data === undefined ? (
          error === null ? (
            <Pending />
          ) : (
            <PartTrouble error={error} retry={() => void refetch()} />
          )
        ) : (
          <>
            {error !== null && <PartTrouble error={error} retry={() => void refetch()} />}
            {data.cut && <p className="soft">{t('audit-cut')}</p>}
            <section>
              <h2>{t('audit-acts')}</h2>
              <Suspense fallback={<Pending />}>
                <MoreTexts of="kinds">
                  <Acts key={query} acts={data.acts} choose={setMember} />
                </MoreTexts>
              </Suspense>
            </section>
            <section>
              <h2>{t('audit-deeds')}</h2>
              <p className="audit-mark" data-intact={data.log.intact}>
                {data.log.intact ? (
                  <IconShieldCheck size={20} aria-hidden />
                ) : (
                  <IconShieldX size={20} aria-hidden />
                )}
                <span>
                  {t(data.log.intact ? 'audit-intact' : 'audit-broken', { count: data.log.count })}{' '}
                  {data.log.intact && data.log.count > 0 && (
                    <Hash value={data.log.head} label={t('audit-copy-hash')} />
                  )}
                </span>
              </p>
              <Deeds shown={data} choose={setMember} />
            </section>
          </>
        )}
      </div>
    </main>
  )
}
