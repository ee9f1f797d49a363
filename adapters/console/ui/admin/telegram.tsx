import { Button, Group } from '@mantine/core'
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { TelegramLook, TelegramState } from '../../contract/telegram.ts'
import { healthQuery } from '../api/administration.ts'
import { isFault } from '../api/fault.ts'
import { settingsQuery } from '../api/settings.ts'
import { lookAtToken, telegramQuery } from '../api/telegram.ts'
import { useSpeech, useT } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { Facts, Part, Sheet, type Fact } from './sheet.tsx'
import { TokenForm, useToken } from './telegram-form.tsx'
import { TestMessage } from './telegram-test.tsx'
import './telegram.css'

type Bot = NonNullable<TelegramState['bot']>

/** How the channel runs, as far as this process knows. */
const useRunning = (): string | undefined => {
  const t = useT()
  const { data } = useQuery(healthQuery)
  const channel = data?.channels.find(({ name }) => name === 'telegram')
  if (channel === undefined) return undefined
  return t(
    channel.reason === undefined ? `admin-channel-${channel.status}` : `admin-reason-${channel.reason}`,
  )
}

/** People are told which account is ours: one that is another makes the bot look like a fraud. */
const Official = ({ bot }: { readonly bot: Bot }): ReactNode => {
  const t = useT()
  const official = useQuery(settingsQuery).data?.official.value?.telegram
  const name = official?.replace(/^(?:https?:\/\/)?(?:t\.me\/|@)?/i, '').toLowerCase()
  if (name === bot.name.toLowerCase()) return null
  return (
    <p className="sheet-alert">
      <IconAlertTriangle size={18} aria-hidden />
      <span>
        {t(official === undefined ? 'telegram-official-none' : 'telegram-official-other')}{' '}
        {official !== undefined && <bdi dir="ltr">{official}</bdi>}
      </span>
      <LinkButton to="/operator" size="xs" variant="default">
        {t('settings-official')}
      </LinkButton>
    </p>
  )
}

const Standing = ({ state, bot }: { readonly state: TelegramState; readonly bot?: Bot | undefined }) => {
  const { t, clock } = useSpeech()
  const running = useRunning()
  const { from, changed } = state
  const facts: Fact[] = [
    ...(bot === undefined
      ? []
      : [{ key: 'bot', name: t('telegram-bot'), says: <bdi dir="ltr">@{bot.name}</bdi> }]),
    { key: 'from', name: t('telegram-token'), says: <Words text={t(`telegram-from-${from}`)} /> },
    ...(running === undefined || from === 'nowhere'
      ? []
      : [{ key: 'runs', name: t('telegram-runs'), says: running }]),
    ...(changed === undefined
      ? []
      : [
          {
            key: 'changed',
            name: t('settings-changed-by'),
            says: (
              <>
                <Name text={changed.by.name === '' ? t('somebody') : changed.by.name} />
                {t('list-comma')}
                <time dateTime={changed.at}>{clock.whole(new Date(changed.at))}</time>
              </>
            ),
          },
        ]),
  ]
  return <Facts facts={facts} />
}

/** What Telegram says of the token now. */
const Look = ({
  told,
  children,
}: {
  readonly told: (look: TelegramLook) => void
  readonly children: ReactNode
}): ReactNode => {
  const t = useT()
  const [look, setLook] = useState<TelegramLook>()
  const attempt = useAttempt(async () => {
    const said = await lookAtToken()
    setLook(said)
    told(said)
  })
  return (
    <>
      <Group>
        <Button variant="default" loading={attempt.busy} onClick={() => attempt.run()}>
          {t('telegram-look')}
        </Button>
        {children}
      </Group>
      <FormFault fault={attempt.fault} />
      <p role="status" className="telegram-says">
        {look !== undefined && <Words text={t(`telegram-why-${look.status}`)} />}
      </p>
    </>
  )
}

const Remove = ({ state, close }: { readonly state: TelegramState; readonly close: () => void }) => {
  const t = useT()
  const attempt = useToken(state, () => ({ token: null }), close)
  return (
    <form className="form" onSubmit={attempt.run}>
      <p>{t('telegram-remove-note')}</p>
      <p>
        <Words text={t('telegram-revoke')} />
      </p>
      <FormFault
        fault={attempt.fault}
        words={isFault(attempt.fault, 'outdated') ? t('telegram-outdated') : undefined}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" color="red" loading={attempt.busy}>
          {t('telegram-remove')}
        </Button>
      </Group>
    </form>
  )
}

const Changes = ({ state }: { readonly state: TelegramState }): ReactNode => {
  const t = useT()
  const [opened, setOpened] = useState<'change' | 'remove'>()
  const close = (): void => setOpened(undefined)
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setOpened('change')}>
        {t('telegram-change')}
      </Button>
      <Button variant="default" color="red" onClick={() => setOpened('remove')}>
        {t('telegram-remove')}
      </Button>
      <Dialog opened={opened === 'change'} close={close} title={t('telegram-change')} size="lg">
        <TokenForm state={state} close={close} />
      </Dialog>
      <Dialog opened={opened === 'remove'} close={close} title={t('telegram-remove')}>
        <Remove state={state} close={close} />
      </Dialog>
    </>
  )
}

const Account = ({ state }: { readonly state: TelegramState }): ReactNode => {
  const t = useT()
  const [looked, setLooked] = useState<Bot>()
  const { from } = state
  const isSet = from === 'here' || from === 'environment'
  const bot = from === 'environment' ? looked : state.bot
  return (
    <>
      <Part title={t('telegram-account')}>
        <Standing state={state} bot={bot} />
        {isSet && bot !== undefined && <Official bot={bot} />}
        {isSet ? (
          <Look told={(look) => setLooked(look.bot)}>{from === 'here' && <Changes state={state} />}</Look>
        ) : (
          <TokenForm key={state.version} state={state} />
        )}
      </Part>
      {isSet && <TestMessage state={state} />}
    </>
  )
}

/** The bot on Telegram, for administrators: its token, which goes in and never comes out, and a message that tries it. */
export const TelegramPage = (): ReactNode => {
  const t = useT()
  return (
    <Sheet title={t('channel-telegram')} note={t('telegram-note')} query={telegramQuery}>
      {(state) => <Account state={state} />}
    </Sheet>
  )
}
