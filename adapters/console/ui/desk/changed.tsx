import { Alert, Button } from '@mantine/core'
import { IconUserShield } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Notice } from '../../contract/notices.ts'
import { noticesQuery, noticesRead } from '../api/notices.ts'
import { MoreTexts, useSpeech } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'

const keyOf = ({ kind, detail }: Notice): string =>
  kind === 'member_slowed'
    ? `changed-slowed-${detail['what'] ?? 'search'}`
    : kind === 'member_changed'
      ? detail['role'] === undefined
        ? 'changed-teams'
        : 'changed-role'
      : `changed-${kind.replaceAll('_', '-')}`

const List = ({ notices }: { readonly notices: readonly Notice[] }): ReactNode => {
  const { t, clock } = useSpeech()
  const queries = useQueryClient()
  const { run, busy, fault } = useAttempt(async () => {
    await noticesRead(notices[0]?.no ?? 0)
    await queries.invalidateQueries({ queryKey: noticesQuery.queryKey })
  })
  return (
    <Alert
      className="banner"
      color="yellow"
      role="alert"
      icon={<IconUserShield size={18} />}
      title={t(
        notices.every(({ kind }) => kind === 'member_slowed') ? 'changed-slowed-title' : 'changed-title',
      )}
    >
      <ul>
        {notices.map((notice) => (
          <li key={notice.no}>
            {t(keyOf(notice), {
              name: notice.about ?? notice.by ?? t('changed-command'),
              role: notice.detail['role'] === undefined ? '' : t(`changed-to-${notice.detail['role']}`),
            })}{' '}
            <time className="soft" dateTime={notice.at}>
              {clock.whole(new Date(notice.at))}
            </time>
          </li>
        ))}
      </ul>
      {notices.some(({ kind }) => kind !== 'member_slowed') && <p>{t('changed-what')}</p>}
      {notices.some(({ kind }) => kind === 'member_slowed') && <p>{t('changed-slowed-what')}</p>}
      <FormFault fault={fault} />
      <Button size="xs" variant="default" loading={busy} onClick={() => run()}>
        {t('changed-read')}
      </Button>
    </Alert>
  )
}

/**
 * What others changed of the member's own way in and rights, and who: shown until they say that
 * they read it.
 */
export const Changed = (): ReactNode => {
  const { data: notices = [] } = useQuery(noticesQuery)
  return notices.length === 0 ? null : (
    <MoreTexts of="account">
      <List notices={notices} />
    </MoreTexts>
  )
}
