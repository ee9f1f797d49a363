import { Button, Group, PasswordInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { TelegramState } from '../../contract/telegram.ts'
import { healthQuery } from '../api/administration.ts'
import { faultOf, isFault } from '../api/fault.ts'
import { putToken, telegramQuery } from '../api/telegram.ts'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { FormFault, useAttempt, type Attempt } from '../parts/attempt.tsx'
import { tell } from '../parts/notice.ts'

type Change = { readonly token: string | null; readonly anyway?: true }

/** Sets or takes away the token, of the version that was read when the form was opened. */
export const useToken = ({ version }: TelegramState, change: () => Change, done: () => void): Attempt => {
  const t = useT()
  const queries = useQueryClient()
  const [read] = useState(version)
  return useAttempt(async () => {
    const next = change()
    try {
      queries.setQueryData(telegramQuery.queryKey, await putToken({ version: read, ...next }))
    } catch (error) {
      if (isFault(error, 'outdated') || isFault(error, 'environment'))
        await queries.invalidateQueries({ queryKey: telegramQuery.queryKey })
      throw error
    }
    await queries.invalidateQueries({ queryKey: healthQuery.queryKey })
    tell(t, next.token === null ? 'telegram-removed' : 'telegram-kept')
    done()
  })
}

/** What is to be done on the phone first; who has done it once needs no more than the field. */
const HOW = ['telegram-how-open', 'telegram-how-new', 'telegram-how-copy'] as const

/** Takes a token in, asks Telegram whose it is, and shows nothing of it again. */
export const TokenForm = ({
  state,
  close,
}: {
  readonly state: TelegramState
  readonly close?: () => void
}): ReactNode => {
  const t = useT()
  const [token, setToken] = useState('')
  const [anyway, setAnyway] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const attempt = useToken(
    state,
    () => ({ token, ...(anyway ? { anyway: true } : {}) }),
    () => {
      setToken('')
      setAnyway(false)
      close?.()
    },
  )
  const { code, faults = [] } = faultOf(attempt.fault)
  const unfit = code === 'unfit' ? faults[0]?.why : undefined
  const ends = code === 'confirm' ? faults.map(({ why }) => why) : []
  const asks = ends.length > 0
  useEffect(() => {
    if (unfit !== undefined) field.current?.focus()
  }, [unfit, attempt.fault])
  return (
    <form className="form" onSubmit={attempt.run} noValidate>
      <ol className="telegram-how">
        {HOW.map((key) => (
          <li key={key}>
            <Words text={t(key)} />
          </li>
        ))}
      </ol>
      <PasswordInput
        ref={field}
        label={t('telegram-token')}
        description={t('telegram-token-note')}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        visibilityToggleButtonProps={{ 'aria-label': t('telegram-token-show'), tabIndex: 0 }}
        maxLength={300}
        value={token}
        error={unfit === undefined ? undefined : <Words text={t(`telegram-why-${unfit}`)} />}
        onChange={({ currentTarget }) => {
          setToken(currentTarget.value)
          setAnyway(false)
        }}
      />
      {(state.from === 'here' || state.from === 'unreadable') && (
        <p className="soft">
          <Words text={t('telegram-revoke')} />
        </p>
      )}
      {unfit === undefined && !asks && (
        <FormFault
          fault={attempt.fault}
          words={
            code === 'outdated'
              ? t('telegram-outdated')
              : code === 'environment'
                ? t('telegram-from-environment')
                : undefined
          }
        />
      )}
      {asks && (
        <div className="sheet-alert telegram-ends" role="alert">
          {ends.map((why) => (
            <p key={why}>{t(`telegram-why-${why}`)}</p>
          ))}
        </div>
      )}
      <Group justify="flex-end">
        {close !== undefined && (
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
        )}
        <Button
          type="submit"
          loading={attempt.busy}
          {...(asks ? { color: 'red', onClick: () => setAnyway(true) } : {})}
        >
          {t(asks ? 'telegram-anyway' : 'telegram-set')}
        </Button>
      </Group>
    </form>
  )
}
