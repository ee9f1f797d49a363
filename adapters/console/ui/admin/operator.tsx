import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { OperatorState } from '../../contract/operator.ts'
import { operatorQuery } from '../api/administration.ts'
import { useSpeech, useT } from '../language/language.tsx'
import { FilePart } from './file-part.tsx'
import { Hotlines } from './hotlines.tsx'
import { ModelPart } from './model.tsx'
import { Rules, Yes } from './operator-rules.tsx'
import { OfficialForm, OrganisationForm } from './organisation-form.tsx'
import { Change } from './section-parts.tsx'
import { TargetsForm } from './targets-form.tsx'
import { TeamsForm } from './teams-form.tsx'
import { Facts, Grid, Part, Sheet, Usual, type Fact } from './sheet.tsx'
import { useSpan } from './span.ts'

const SEVERITIES = ['P1', 'P2', 'P3', 'P4'] as const

const Organisation = ({ state }: { readonly state: OperatorState }): ReactNode => {
  const { t, language } = useSpeech()
  const { organisation, official, exitUrl, ngoRoute } = state
  const link = (address: string): ReactNode => <bdi dir="ltr">{address}</bdi>
  const facts: Fact[] = [
    {
      key: 'name',
      name: t('admin-organisation-name'),
      says: organisation?.name[language] ?? t('admin-unsaid'),
    },
    ...(organisation === undefined
      ? []
      : [{ key: 'kind', name: t('admin-organisation-kind'), says: t(`admin-kind-${organisation.kind}`) }]),
    ...(organisation?.readMoreUrl === undefined
      ? []
      : [{ key: 'more', name: t('admin-organisation-more'), says: link(organisation.readMoreUrl) }]),
    ...(['telegram', 'whatsapp', 'webchat'] as const).map((channel) => ({
      key: channel,
      name: t('admin-official', { channel: t(`channel-${channel}`) }),
      says: official[channel] === undefined ? t('admin-unsaid') : link(official[channel]),
    })),
    {
      key: 'exit',
      name: t('admin-exit'),
      says: exitUrl === undefined ? t('admin-exit-own') : link(exitUrl),
      usual: exitUrl === undefined,
    },
    {
      key: 'ngo',
      name: t('admin-ngo'),
      says:
        ngoRoute === undefined ? (
          t('admin-unsaid')
        ) : (
          <>
            {ngoRoute.name[language]} {ngoRoute.number !== undefined && link(ngoRoute.number)}{' '}
            {ngoRoute.url !== undefined && link(ngoRoute.url)}
          </>
        ),
    },
  ]
  return (
    <Part title={t('admin-organisation')}>
      <Facts facts={facts} />
      <Change section="organisation" label={t('settings-organisation')} title={t('settings-organisation')}>
        {(kept, close) => <OrganisationForm state={kept} close={close} />}
      </Change>
      <Change section="official" label={t('settings-official')} title={t('settings-official')}>
        {(kept, close) => <OfficialForm state={kept} close={close} />}
      </Change>
    </Part>
  )
}

const Teams = ({ teams }: Pick<OperatorState, 'teams'>): ReactNode => {
  const { t, language } = useSpeech()
  return (
    <Part title={t('admin-teams')}>
      <Change section="teams" label={t('settings-teams')} title={t('settings-teams')}>
        {(kept, close) => <TeamsForm state={kept} teams={teams} close={close} />}
      </Change>
      <Grid
        caption={t('admin-teams')}
        heads={[t('admin-team'), t('admin-team-languages'), t('admin-team-on')]}
        rows={teams.map((team) => ({
          key: team.id,
          head: (
            <>
              {team.name[language]} {!team.stated && <Usual />}
            </>
          ),
          cells: [
            team.languages === undefined
              ? t('admin-unsaid')
              : team.languages.map((each) => t(`language-${each}`)).join(t('list-comma')),
            <Yes key="on" on={team.on} />,
          ],
        }))}
      />
    </Part>
  )
}

const Targets = ({ targets }: Pick<OperatorState, 'targets'>): ReactNode => {
  const t = useT()
  const span = useSpan()
  const length = (minutes: number): string => span(minutes * 60)
  const { night } = targets
  const hour = (at: number): string => `${String(at).padStart(2, '0')}:00`
  return (
    <Part title={t('admin-targets')}>
      <Change section="targets" label={t('settings-targets')} title={t('settings-targets')}>
        {(kept, close) => <TargetsForm state={kept} inForce={targets} close={close} />}
      </Change>
      <p className="soft">
        {t('admin-night', { from: hour(night.from), to: hour(night.to) })} {!night.stated && <Usual />}
      </p>
      <Grid
        caption={t('admin-targets')}
        heads={[
          t('admin-severity'),
          t('admin-reply'),
          t('admin-reply-night'),
          t('admin-pages'),
          t('admin-again'),
        ]}
        rows={SEVERITIES.map((severity) => {
          const { replyMinutes, nightReplyMinutes, pages, againMinutes, againAtMostMinutes, stated } =
            targets[severity]
          return {
            key: severity,
            head: (
              <>
                <bdi>{severity}</bdi> {t(`severity-${severity}`)} {!stated && <Usual />}
              </>
            ),
            cells: [
              length(replyMinutes),
              length(nightReplyMinutes ?? replyMinutes),
              <ul key="pages">
                {pages.map(({ afterMinutes, to }) => (
                  <li key={afterMinutes}>{t(`admin-page-${to}`, { length: length(afterMinutes) })}</li>
                ))}
              </ul>,
              againMinutes === againAtMostMinutes
                ? t('admin-again-every', { length: length(againMinutes) })
                : t('admin-again-growing', { first: length(againMinutes), most: length(againAtMostMinutes) }),
            ],
          }
        })}
      />
    </Part>
  )
}

const Retention = ({ retention }: Pick<OperatorState, 'retention'>): ReactNode => {
  const t = useT()
  const term = (unit: 'hours' | 'days', count: number | 'never'): string =>
    count === 'never' ? t('admin-never') : t(`admin-${unit}`, { count })
  return (
    <Part title={t('admin-retention')}>
      <p className="soft">{t('admin-retention-note')}</p>
      <Grid
        caption={t('admin-retention')}
        heads={[t('admin-severity'), t('admin-draft'), t('admin-idle'), t('admin-closed')]}
        rows={SEVERITIES.map((severity) => {
          const { draftHours, idleDays, closedDays, stated } = retention[severity]
          return {
            key: severity,
            head: (
              <>
                <bdi>{severity}</bdi> {t(`severity-${severity}`)} {!stated && <Usual />}
              </>
            ),
            cells: [term('hours', draftHours), term('days', idleDays), term('days', closedDays)],
          }
        })}
      />
    </Part>
  )
}

const Warning = ({ hotlines }: Pick<OperatorState, 'hotlines'>): ReactNode => {
  const t = useT()
  const lapsed = hotlines.filter(({ state }) => state !== 'shown').length
  const emergency = hotlines.some((line) => line.state === 'shown' && line.for.includes('emergency'))
  return (
    <>
      {!emergency && (
        <p className="sheet-alert" data-grave="true">
          <IconAlertTriangle size={18} aria-hidden />
          {t('admin-no-emergency')}
        </p>
      )}
      {lapsed > 0 && (
        <p className="sheet-alert">
          <IconAlertTriangle size={18} aria-hidden />
          {t('admin-lapsed', { count: lapsed })}
        </p>
      )}
    </>
  )
}

/** What the operator states, and what holds where nothing is stated; what of it can be changed here. */
export const OperatorPage = (): ReactNode => {
  const t = useT()
  return (
    <Sheet title={t('operator-title')} note={t('admin-operator-note')} query={operatorQuery}>
      {(state) => (
        <>
          <Warning hotlines={state.hotlines} />
          <Organisation state={state} />
          <Hotlines hotlines={state.hotlines} days={state.hotlineDays} />
          <Teams teams={state.teams} />
          <Targets targets={state.targets} />
          <Retention retention={state.retention} />
          <Rules state={state} />
          <ModelPart />
          <FilePart />
        </>
      )}
    </Sheet>
  )
}
