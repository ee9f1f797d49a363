import type { ReactNode } from 'react'
import type { OperatorState } from '../../contract/operator.ts'
import { useT } from '../language/language.tsx'
import { Facts, Part, type Fact } from './sheet.tsx'

export const Yes = ({ on }: { readonly on: boolean }): ReactNode => useT()(on ? 'admin-yes' : 'admin-no')

/** What holds for bundles, anchors, room and the team's own conflicts. */
export const Rules = ({ state }: { readonly state: OperatorState }): ReactNode => {
  const t = useT()
  const comma = t('list-comma')
  const {
    secondFactor,
    export: bundles,
    anchors,
    alarm,
    scrubDays,
    reserveMegabytes,
    newConversations,
    women,
    conflicts,
  } = state
  const facts: Fact[] = [
    {
      key: 'factor',
      name: t('admin-factor'),
      says: t(`admin-factor-${secondFactor.rule}`),
      usual: !secondFactor.stated,
    },
    { key: 'two', name: t('admin-two-persons'), says: <Yes on={bundles.twoPersons} /> },
    { key: 'sealed', name: t('admin-only-sealed'), says: <Yes on={bundles.onlySealed} /> },
    {
      key: 'recipients',
      name: t('admin-recipients'),
      says:
        bundles.recipients === undefined ? (
          t('admin-recipients-any')
        ) : (
          <ul>
            {bundles.recipients.map((recipient) => (
              <li key={recipient}>
                <bdi dir="ltr" className="code">
                  {recipient}
                </bdi>
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'anchors',
      name: t('admin-anchors'),
      says:
        anchors.length === 0 ? (
          t('admin-anchors-none')
        ) : (
          <ul>
            {anchors.map(({ id, host, everyHours }) => (
              <li key={id}>
                <bdi>{id}</bdi>
                {comma}
                <bdi dir="ltr">{host}</bdi>
                {comma}
                {t('admin-every-hours', { count: everyHours })}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'alarm',
      name: t('admin-alarm'),
      says: alarm === undefined ? t('admin-alarm-none') : <bdi dir="ltr">{alarm.host}</bdi>,
    },
    {
      key: 'scrub',
      name: t('admin-scrub'),
      says: t('admin-days', { count: scrubDays.days }),
      usual: !scrubDays.stated,
    },
    {
      key: 'reserve',
      name: t('admin-reserve'),
      says: t('size-mb', { n: String(reserveMegabytes.megabytes) }),
      usual: !reserveMegabytes.stated,
    },
    {
      key: 'new',
      name: t('admin-new'),
      says: t('admin-new-says', { count: newConversations.perMinute, burst: newConversations.burst }),
      usual: !newConversations.stated,
    },
    {
      key: 'women',
      name: t('admin-women'),
      says: women === undefined ? t('admin-women-unknown') : t('admin-people', { count: women }),
    },
    { key: 'conflicts', name: t('admin-conflicts'), says: t('admin-people', { count: conflicts }) },
  ]
  return (
    <Part title={t('admin-rules')}>
      <Facts facts={facts} />
    </Part>
  )
}
