import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { WebhooksState, WebhookTest } from '../../contract/webhooks.ts'
import { testWebhook, webhooksQuery } from '../api/webhooks.ts'
import type { Translate } from '../language/bundles.ts'
import { useSpeech, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Grid, Part, Sheet } from './sheet.tsx'
import type { State } from './state.ts'
import { Line } from './state-line.tsx'

type Webhook = WebhooksState['webhooks'][number]
type Delivery = Webhook['last'][number]

const STATES = { on: 'good', failing: 'odd', off: 'bad' } as const satisfies Record<Webhook['status'], State>

/** Messages that are shown before somebody wants all. */
const AT_FIRST = 5

const typeOf = (t: Translate, type: Delivery['type']): string =>
  t(`webhook-type-${type.replace(/^case\./, '').replaceAll('_', '-')}`)

/** What an answer usually means, for whoever looks after the other side. */
const MEANINGS: Readonly<Record<string, string>> = {
  401: 'denied',
  403: 'denied',
  404: 'gone',
  410: 'gone',
  429: 'many',
}

const faultIn = (t: Translate, fault: string | undefined): string => {
  if (fault === undefined) return ''
  if (!fault.startsWith('http-')) return t(`webhook-fault-${fault}`)
  const status = fault.slice('http-'.length)
  return t(`webhook-fault-${MEANINGS[status] ?? (status.startsWith('5') ? 'broken' : 'status')}`, { status })
}

/** Sends a message that is about no case, and says what became of it. */
const Try = ({ id }: Pick<Webhook, 'id'>): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const [test, setTest] = useState<WebhookTest>()
  const attempt = useAttempt(async () => {
    setTest(undefined)
    setTest(await testWebhook(id))
    // Not waited for: whoever has read the answer may try again at once.
    void queries.invalidateQueries({ queryKey: webhooksQuery.queryKey })
  })
  return (
    <Group>
      {/* Not switched off meanwhile: whoever pressed it by keys would lose their place. */}
      <Button variant="default" aria-busy={attempt.busy} onClick={() => attempt.run()}>
        {t('webhook-test-do')}
      </Button>
      <div role="status">
        {test !== undefined && (
          <ul className="state-list">
            <Line state={test.taken ? 'good' : 'bad'}>
              {test.taken
                ? t('webhook-test-taken')
                : t('webhook-test-refused', { why: faultIn(t, test.fault) })}
            </Line>
          </ul>
        )}
      </div>
      <FormFault fault={attempt.fault} />
    </Group>
  )
}

const Log = ({ id, status, last }: Pick<Webhook, 'id' | 'status' | 'last'>): ReactNode => {
  const { t, clock } = useSpeech()
  const [all, setAll] = useState(false)
  const at = (iso: string): string => clock.whole(new Date(iso))
  if (last.length === 0) return null
  return (
    <>
      <Grid
        caption={`${t('webhook-last')}: ${id}`}
        heads={[t('webhook-what'), t('webhook-when'), t('webhook-became'), t('webhook-tries')]}
        rows={(all ? last : last.slice(0, AT_FIRST)).map((delivery) => ({
          key: delivery.id,
          head: typeOf(t, delivery.type),
          cells: [
            at(delivery.at),
            <>
              <div>{t(`webhook-${delivery.status}`)}</div>
              {delivery.fault !== undefined && <div className="soft">{faultIn(t, delivery.fault)}</div>}
              {delivery.next !== undefined && (
                <div className="soft">
                  {status === 'off' ? t('webhook-next-off') : t('webhook-next', { at: at(delivery.next) })}
                </div>
              )}
            </>,
            String(delivery.tries),
          ],
        }))}
      />
      {last.length > AT_FIRST && (
        <Group>
          <Button variant="default" size="xs" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('webhook-last-fewer') : t('wanted-all', { count: last.length })}
          </Button>
        </Group>
      )}
    </>
  )
}

const Endpoint = ({ webhook }: { readonly webhook: Webhook }): ReactNode => {
  const { t, clock } = useSpeech()
  const { id, host, events, status, failingSince, off, tested, last } = webhook
  const since = off ?? failingSince
  const isNew = status === 'on' && last.length === 0
  return (
    <Part title={id}>
      <ul className="state-list">
        <Line state={isNew ? 'none' : STATES[status]}>
          <span>
            {isNew
              ? t('webhook-is-new')
              : t(`webhook-is-${status}`, since === undefined ? {} : { at: clock.whole(new Date(since)) })}
          </span>
          <p className="soft">
            <bdi dir="ltr">{host}</bdi>
          </p>
          <p className="soft">
            {t('webhook-events')} {events.map((type) => typeOf(t, type)).join(t('list-comma'))}
          </p>
          {tested !== undefined && (
            <p className="soft">{t('webhook-tested', { at: clock.whole(new Date(tested)) })}</p>
          )}
        </Line>
      </ul>
      <Try id={id} />
      <Log id={id} status={status} last={last} />
    </Part>
  )
}

export const WebhooksPage = (): ReactNode => {
  const t = useT()
  return (
    <Sheet title={t('webhooks-title')} note={t('webhooks-note')} query={webhooksQuery}>
      {({ webhooks }) =>
        webhooks.length === 0 ? (
          <ul className="state-list">
            <Line state="none">{t('webhooks-none')}</Line>
          </ul>
        ) : (
          webhooks.map((webhook) => <Endpoint key={webhook.id} webhook={webhook} />)
        )
      }
    </Sheet>
  )
}
