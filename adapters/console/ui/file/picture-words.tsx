import { Button, Group, TextInput } from '@mantine/core'
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Evidence } from '../../contract/index.ts'
import type { NewCodeJudgement, PictureWords as Read } from '../../contract/evidence.ts'
import { useCaseCommand } from '../api/commands.ts'
import { readingQuery } from '../api/reading.ts'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { CutOut } from './cut-out.tsx'
import { readKind } from './identifier-kind.ts'
import '../styles/reading.css'

type Code = Read['codes'][number]
type Of = { readonly code: string; readonly item: Evidence }

const Verdict = ({ judged }: { readonly judged: NonNullable<Code['judged']> }): ReactNode => {
  const t = useT()
  const { verdict, by, value } = judged
  return (
    <p className="code-verdict" data-verdict={verdict}>
      {verdict === 'confirmed' && <IconCheck size={16} aria-hidden />}
      {verdict === 'rejected' && <IconX size={16} aria-hidden />}
      <span>
        {by === undefined ? t(`picture-code-${verdict}-person`) : t(`picture-code-${verdict}`, { name: by })}{' '}
        {value !== undefined && <bdi dir="ltr">{value}</bdi>}
      </span>
    </p>
  )
}

/** Right as it stands, right as it is put, or wrong. */
const Keys = ({ code, item, read }: Of & { readonly read: Code }): ReactNode => {
  const t = useT()
  const command = useCaseCommand(code)
  const [fixed, setFixed] = useState<string>()
  const { run, busy, fault } = useAttempt(async () => {
    const said: NewCodeJudgement =
      fixed === undefined || fixed.trim() === read.raw
        ? { verdict: 'right' }
        : { verdict: 'right', fixed: fixed.trim() }
    await command.mutateAsync({ type: `evidence/${item.id}/codes/${read.place}`, ...said })
    setFixed(undefined)
  })
  const wrong = useAttempt(async () => {
    await command.mutateAsync({ type: `evidence/${item.id}/codes/${read.place}`, verdict: 'wrong' })
  })
  return (
    <form className="code-keys" onSubmit={run}>
      {fixed !== undefined && (
        <TextInput
          aria-label={t('code-fix')}
          dir="ltr"
          value={fixed}
          maxLength={200}
          onChange={(event) => setFixed(event.currentTarget.value)}
        />
      )}
      <Group gap="xs">
        <Button size="xs" type="submit" loading={busy} leftSection={<IconCheck size={16} />}>
          {t(fixed === undefined ? 'code-right' : 'code-fixed')}
        </Button>
        {fixed === undefined && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPencil size={16} />}
            onClick={() => setFixed(read.raw)}
          >
            {t('code-fix')}
          </Button>
        )}
        {read.judged?.verdict !== 'rejected' && (
          <Button
            size="xs"
            variant="default"
            loading={wrong.busy}
            leftSection={<IconX size={16} />}
            onClick={wrong.run}
          >
            {t('code-wrong')}
          </Button>
        )}
      </Group>
      <FormFault fault={fault ?? wrong.fault} />
    </form>
  )
}

const CodeItem = ({ code, item, read, address }: Of & { readonly read: Code; readonly address: string }) => {
  const t = useT()
  const { Icon, key } = readKind(read.type)
  return (
    <li className="read-code">
      <CutOut address={address} area={read.area} alt={t('code-cut-out')} />
      <p className="read-code-value">
        <Icon size={16} aria-hidden />
        <span className="soft">{key === undefined ? read.type : t(key)}</span>{' '}
        <bdi dir="ltr" className="code">
          {read.raw}
        </bdi>
        {!read.sure && <span className="tag">{t('code-unsure')}</span>}
      </p>
      {read.judged !== undefined && <Verdict judged={read.judged} />}
      {read.judged?.verdict !== 'confirmed' && <Keys code={code} item={item} read={read} />}
    </li>
  )
}

const LEAST_READ = 60

const Bubbles = ({ read }: { readonly read: Read }): ReactNode => {
  const t = useT()
  return (
    <ol className="read-bubbles">
      {read.bubbles.map(({ side, text, confidence }, i) => (
        <li key={i} className="read-bubble" data-side={side}>
          <span className="soft">
            {t(`bubble-${side}`)}
            {confidence < LEAST_READ && ` · ${t('bubble-badly')}`}
          </span>
          <p className="words" dir="auto">
            <Words text={text} />
          </p>
        </li>
      ))}
    </ol>
  )
}

/**
 * What a machine read in the opened picture: who wrote what, and each number or name beside its
 * place in the picture, to be confirmed. Nothing counts before that.
 */
export const PictureWords = ({ code, item, address }: Of & { readonly address: string }): ReactNode => {
  const t = useT()
  const { data: read } = useQuery(readingQuery(code, item.id))
  if (read === undefined || read === null) return null
  return (
    <section className="picture-words">
      <h3>{t('picture-words')}</h3>
      <p className="soft">{t('picture-words-note')}</p>
      {read.codes.length > 0 && (
        <ul className="read-codes">
          {read.codes.map((one) => (
            <CodeItem key={one.place} code={code} item={item} read={one} address={address} />
          ))}
        </ul>
      )}
      {read.header !== undefined && read.header !== '' && (
        <p>
          <span className="soft">{t('picture-header')}</span>{' '}
          <bdi className="words">
            <Words text={read.header} />
          </bdi>
        </p>
      )}
      <Bubbles read={read} />
      <p className="soft read-tool">
        <bdi dir="ltr">{read.tool}</bdi>
      </p>
    </section>
  )
}
