import { Button } from '@mantine/core'
import { IconChevronDown, IconFileText, IconMicrophone, IconPhoto, IconHandStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import type { CaseTies, Tie } from '../../contract/ties.ts'
import { commonTextsQuery, tiesQuery } from '../api/ties.ts'
import { casePath } from '../api/reads.ts'
import { Ago } from '../language/ago.tsx'
import { useSpeech, useT } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'
import { Verdicts } from './case-verdicts.tsx'
import { readKind } from './identifier-kind.ts'
import '../styles/ties.css'

const ICONS = { image: IconPhoto, script: IconFileText, voice: IconMicrophone } as const

type Verdict = CaseTies['verdicts'][number]

/** Both pictures as the server blurred them; the clear ones never come here. */
const Pictures = ({
  code,
  tie,
  other,
}: {
  readonly code: string
  readonly tie: Tie
  readonly other: Tie['cases'][number]
}): ReactNode => {
  const t = useT()
  const sides = [
    { of: code, id: tie.evidence, name: t('tie-mine') },
    { of: other.code, id: other.evidence, name: t('tie-theirs') },
  ]
  return (
    <div className="tie-sides">
      {sides.map(({ of, id, name }) => (
        <figure key={of}>
          {id !== undefined && (
            <img
              className="preview"
              src={casePath(of, `/evidence/${id}/preview`)}
              alt={t('tie-blurred', { code: of })}
              loading="lazy"
              decoding="async"
            />
          )}
          <figcaption className="soft">{name}</figcaption>
        </figure>
      ))}
    </div>
  )
}

const wholeOf = (segments: readonly { readonly text: string }[]): string =>
  segments.map(({ text }) => text).join('')

const Texts = ({ code, other }: { readonly code: string; readonly other: string }): ReactNode => {
  const t = useT()
  const { data } = useQuery(commonTextsQuery(code, other))
  return data?.texts.map(({ mine, theirs }, n) => (
    <div className="tie-sides" key={n}>
      {[
        { name: t('tie-mine'), segments: mine },
        { name: t('tie-theirs'), segments: theirs },
      ].map(({ name, segments }) => (
        <figure key={name}>
          <figcaption className="soft">{name}</figcaption>
          <blockquote className="words" dir="auto">
            {segments.map(({ text, common }, i) =>
              common ? (
                <mark key={i}>
                  <Words text={text} whole={wholeOf(segments)} />
                </mark>
              ) : (
                <Words key={i} text={text} whole={wholeOf(segments)} />
              ),
            )}
          </blockquote>
        </figure>
      ))}
    </div>
  ))
}

const Other = ({
  code,
  tie,
  other,
  verdict,
  judged,
}: {
  readonly code: string
  readonly tie: Tie
  readonly other: Tie['cases'][number]
  readonly verdict: Verdict | undefined
  /** Whether it can be judged here: once for each case, where it stands first. */
  readonly judged: boolean
}): ReactNode => {
  const t = useT()
  const id = useId()
  const [open, setOpen] = useState(false)
  const compares = tie.kind === 'script' || (tie.kind === 'image' && other.evidence !== undefined)
  return (
    <li>
      <div className="tie-other">
        <Link to="/cases/$code" params={{ code: other.code }} className="code">
          <bdi dir="ltr">{other.code}</bdi>
        </Link>
        <Ago at={other.openedAt} className="soft" />
        {compares && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconChevronDown size={14} />}
            aria-expanded={open}
            aria-controls={id}
            aria-label={`${t('tie-compare')}: ${other.code}`}
            onClick={() => setOpen(!open)}
          >
            {t('tie-compare')}
          </Button>
        )}
        {judged && (
          <Verdicts code={code} other={other.code} said={verdict?.verdict} linked={tie.held === undefined} />
        )}
      </div>
      {judged && verdict !== undefined && <Said verdict={verdict} />}
      <div id={id}>
        {open && tie.kind === 'script' && <Texts code={code} other={other.code} />}
        {open && tie.kind === 'image' && <Pictures code={code} tie={tie} other={other} />}
      </div>
    </li>
  )
}

/** What a member of the team said of another case, and why. */
const Said = ({ verdict: { verdict, by, reason, at } }: { readonly verdict: Verdict }): ReactNode => {
  const t = useT()
  return (
    <p className="tie-said">
      <strong>{t(`verdict-${verdict}`)}</strong> <Name text={by} /> · <Ago at={at} />
      <span className="words" dir="auto">
        <Words text={reason} />
      </span>
    </p>
  )
}

const Row = ({
  code,
  tie,
  before,
  verdicts,
}: {
  readonly code: string
  readonly tie: Tie
  /** Cases that stand in a row above. */
  readonly before: ReadonlySet<string>
  readonly verdicts: readonly Verdict[]
}): ReactNode => {
  const { t, clock } = useSpeech()
  const named = tie.kind === 'identifier' ? readKind(tie.type ?? '') : undefined
  const Icon =
    tie.held !== undefined ? IconHandStop : tie.kind === 'identifier' ? named?.Icon : ICONS[tie.kind]
  const what = named?.key === undefined ? t(`tie-what-${tie.kind}`) : t(named.key)
  return (
    <li className="tie" data-held={tie.held !== undefined}>
      {Icon !== undefined && <Icon size={20} aria-hidden />}
      <div>
        <p>
          {t('tie-why', { what, count: tie.count, since: clock.day(new Date(tie.since)) })}
          {tie.value !== undefined && (
            <>
              {' '}
              <bdi dir="ltr" className="identifier-value">
                {tie.value}
              </bdi>
            </>
          )}
        </p>
        {tie.kind === 'voice' && <p className="soft">{t('tie-voice-note')}</p>}
        {tie.held !== undefined && <p className="soft">{t(`tie-held-${tie.held}`)}</p>}
        <ul className="tie-cases">
          {tie.cases.map((other) => (
            <Other
              key={other.code}
              code={code}
              tie={tie}
              other={other}
              verdict={verdicts.find((one) => one.code === other.code)}
              judged={!before.has(other.code)}
            />
          ))}
        </ul>
      </div>
    </li>
  )
}

/** Why a case belongs with others, thing by thing; what is held back stands there with its reason. */
export const Ties = ({ file, ties }: { readonly file: CaseFile; readonly ties: CaseTies }): ReactNode => {
  const t = useT()
  const shown = new Set(ties.ties.flatMap(({ cases }) => cases.map(({ code }) => code)))
  const alone = ties.verdicts.filter(({ code }) => !shown.has(code))
  return (
    <div className="ties">
      <p className="ties-title">{t('ties-title')}</p>
      <ul>
        {ties.ties.map((tie, n) => (
          <Row
            key={n}
            code={file.code}
            tie={tie}
            before={new Set(ties.ties.slice(0, n).flatMap(({ cases }) => cases.map(({ code }) => code)))}
            verdicts={ties.verdicts}
          />
        ))}
        {alone.map((verdict) => (
          <li key={verdict.code} className="tie">
            <div className="tie-other">
              <Link to="/cases/$code" params={{ code: verdict.code }} className="code">
                <bdi dir="ltr">{verdict.code}</bdi>
              </Link>
              <Verdicts code={file.code} other={verdict.code} said={verdict.verdict} linked />
            </div>
            <Said verdict={verdict} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The ties of a case, once they are known. */
export const useTies = (code: string): CaseTies | undefined => useQuery(tiesQuery(code)).data
