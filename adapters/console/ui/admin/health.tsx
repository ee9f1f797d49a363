import type { ReactNode } from 'react'
import type { HealthState } from '../../contract/health.ts'
import { healthQuery } from '../api/administration.ts'
import { useSize } from '../file/size.ts'
import { useSpeech, useT } from '../language/language.tsx'
import { Facts, Grid, Part, Sheet, type Fact } from './sheet.tsx'
import { ChannelLine } from './channel-line.tsx'
import { between, useSpan } from './span.ts'
import { Line } from './state-line.tsx'

/** Rows leave the queues in seconds; what waits for five minutes is stuck or crowded. */
const STUCK = 300

const Queues = ({ queues }: Pick<HealthState, 'queues'>): ReactNode => {
  const t = useT()
  const span = useSpan()
  return (
    <Part title={t('admin-queues')}>
      <ul className="state-list">
        {(['inbox', 'outbox', 'jobs'] as const).map((name) => {
          const { waiting, oldestSeconds } = queues[name]
          // Jobs of days to come wait in their queue, too: their age says nothing.
          const stuck = name !== 'jobs' && oldestSeconds > STUCK
          return (
            <Line key={name} state={stuck ? 'odd' : 'good'}>
              <span>
                <strong>{t(`admin-queue-${name}`)}</strong>: {t('admin-queue-waiting', { count: waiting })}
              </span>
              {waiting > 0 && (
                <p className="soft">{t('admin-queue-oldest', { length: span(oldestSeconds) })}</p>
              )}
              {stuck && <p>{t('admin-queue-stuck')}</p>}
            </Line>
          )
        })}
      </ul>
    </Part>
  )
}

const Storage = ({ storage }: Pick<HealthState, 'storage'>): ReactNode => {
  const { t, clock } = useSpeech()
  const size = useSize()
  const { engine, store, vault, roomBytes, reserveBytes, fullSince, faults, scrub } = storage
  const broken = faults.reduce((sum, { count }) => sum + count, 0)
  const facts: Fact[] = [
    {
      key: 'room',
      name: t('admin-room'),
      says: roomBytes === undefined ? t('admin-room-unknown') : size(roomBytes),
    },
    { key: 'reserve', name: t('admin-reserve'), says: size(reserveBytes) },
    {
      key: 'scrub',
      name: t('admin-scrub-state'),
      says:
        scrub === undefined
          ? t('admin-scrub-none')
          : `${t(scrub.underWay ? 'admin-scrub-under-way' : 'admin-scrub-began', { at: clock.whole(new Date(scrub.began)) })} ${
              scrub.ended === undefined
                ? ''
                : t('admin-scrub-ended', { at: clock.whole(new Date(scrub.ended)) })
            }`,
    },
  ]
  return (
    <Part title={t('admin-storage')}>
      <ul className="state-list">
        <Line state={store === 'ready' ? 'good' : 'bad'}>
          <span>
            <strong>{t('admin-store')}</strong> (<bdi>{engine === 'mongo' ? 'MongoDB' : 'SQLite'}</bdi>):{' '}
            {t(`admin-part-${store}`)}
          </span>
        </Line>
        <Line state={vault === 'ready' ? (fullSince === undefined ? 'good' : 'bad') : 'bad'}>
          <span>
            <strong>{t('admin-vault')}</strong>: {t(`admin-part-${vault}`)}
          </span>
          {fullSince !== undefined && <p>{t('admin-full', { at: clock.whole(new Date(fullSince)) })}</p>}
        </Line>
        <Line state={broken > 0 ? 'bad' : 'good'}>
          <span>
            <strong>{t('admin-objects')}</strong>:{' '}
            {broken > 0 ? t('admin-objects-broken', { count: broken }) : t('admin-objects-fine')}
          </span>
          {faults.map(({ fault, count }) => (
            <p key={fault} className="soft">
              {t(`admin-fault-${fault.replaceAll('_', '-')}`)}: {count}
            </p>
          ))}
          {broken > 0 && <p>{t('admin-objects-act')}</p>}
        </Line>
      </ul>
      <Facts facts={facts} />
    </Part>
  )
}

const Checkpoints = ({ state: { checkpoints, at } }: { readonly state: HealthState }): ReactNode => {
  const t = useT()
  const span = useSpan()
  return (
    <Part title={t('admin-checkpoints')}>
      <ul className="state-list">
        {checkpoints === undefined ? (
          <Line state="bad">
            <span>{t('admin-checkpoints-down')}</span>
          </Line>
        ) : (
          <>
            <Line state={checkpoints.latest === undefined ? 'none' : 'good'}>
              {checkpoints.latest === undefined ? (
                <span>{t('admin-checkpoints-none')}</span>
              ) : (
                <>
                  <span>
                    <strong>{t('admin-checkpoint-latest')}</strong>:{' '}
                    {t('admin-ago', { length: span(checkpoints.latest.ageSeconds) })}
                  </span>
                  <p className="soft">{t('admin-checkpoint-size', { count: checkpoints.latest.size })}</p>
                </>
              )}
            </Line>
            {checkpoints.anchors.map(({ id, everyHours, lastAt, late }) => (
              <Line key={id} state={late ? 'odd' : 'good'}>
                <span>
                  <strong>{t('admin-anchor')}</strong> <bdi>{id}</bdi>:{' '}
                  {lastAt === undefined
                    ? t('admin-anchor-nothing')
                    : t('admin-ago', { length: span(between(lastAt, at)) })}
                </span>
                <p className="soft">{t('admin-every-hours', { count: everyHours })}</p>
              </Line>
            ))}
            {checkpoints.anchors.length === 0 && (
              <Line state="none">
                <span>{t('admin-anchors-none')}</span>
              </Line>
            )}
          </>
        )}
      </ul>
    </Part>
  )
}

const Tools = ({ tools }: Pick<HealthState, 'tools'>): ReactNode => {
  const t = useT()
  return (
    <Part title={t('admin-tools')}>
      <p className="soft">{t(`admin-tools-${tools.status}`)}</p>
      {tools.list.length > 0 && (
        <Grid
          caption={t('admin-tools')}
          heads={[t('admin-tool'), t('admin-tool-version')]}
          rows={tools.list.map(({ name, version }, i) => ({
            key: `${i} ${name}`,
            head: <bdi dir="ltr">{name}</bdi>,
            cells: [
              version === undefined ? (
                <span className="absent">{t('admin-tool-absent')}</span>
              ) : (
                <bdi dir="ltr">{version}</bdi>
              ),
            ],
          }))}
        />
      )}
    </Part>
  )
}

const SENTENCES = {
  reading: 'good',
  resting: 'good',
  failed: 'odd',
  off: 'none',
  elsewhere: 'none',
} as const satisfies Record<HealthState['sentences'], 'good' | 'odd' | 'none'>

/** What does not hold stands there as what could happen, never as a word of the system alone. */
const Readers = ({
  readers,
  pictures,
  sentences,
}: Pick<HealthState, 'readers' | 'pictures' | 'sentences'>): ReactNode => {
  const t = useT()
  const lacks = (['files', 'network', 'processes', 'limits'] as const).filter((what) => !readers[what])
  return (
    <Part title={t('admin-readers')}>
      <ul className="state-list">
        {readers.refused ? (
          <Line state="bad">
            <span>{t('admin-readers-refused')}</span>
          </Line>
        ) : (
          <Line state={readers.files && readers.network ? 'good' : 'bad'}>
            <span>{t('admin-readers-by', { by: readers.by })}</span>
          </Line>
        )}
        {lacks.map((what) => (
          <Line key={what} state="bad">
            <span>{t(`admin-readers-lack-${what}`)}</span>
          </Line>
        ))}
        <Line state={pictures === 'read' ? 'good' : 'none'}>
          <span>{t(`admin-pictures-${pictures}`)}</span>
        </Line>
        <Line state={SENTENCES[sentences]}>
          <span>{t(`admin-sentences-${sentences}`)}</span>
        </Line>
        {readers.missing.length > 0 && (
          <Line state="odd">
            <span>{t('admin-readers-missing', { names: readers.missing.join(', ') })}</span>
          </Line>
        )}
      </ul>
    </Part>
  )
}

const Process = ({ process, page }: Pick<HealthState, 'process' | 'page'>): ReactNode => {
  const t = useT()
  const span = useSpan()
  const size = useSize()
  return (
    <Part title={t('admin-process')}>
      {page !== 'current' && (
        <ul className="state-list">
          <Line state="bad">
            <span>{t(`admin-page-${page}`)}</span>
          </Line>
        </ul>
      )}
      <Facts
        facts={[
          { key: 'up', name: t('admin-up'), says: span(process.upSeconds) },
          { key: 'memory', name: t('admin-memory'), says: size(process.memoryBytes) },
          { key: 'node', name: 'Node.js', says: <bdi dir="ltr">{process.node}</bdi> },
          { key: 'roles', name: t('admin-roles'), says: <bdi dir="ltr">{process.roles.join(', ')}</bdi> },
        ]}
      />
    </Part>
  )
}

/** How the parts are, asked again every few seconds. */
export const HealthPage = (): ReactNode => {
  const t = useT()
  return (
    <Sheet title={t('health-title')} note={t('admin-health-note')} query={healthQuery}>
      {(state) => (
        <>
          <Part title={t('admin-channels')}>
            <ul className="state-list">
              {state.channels.map((channel) => (
                <ChannelLine key={channel.name} channel={channel} at={state.at} />
              ))}
            </ul>
          </Part>
          <Queues queues={state.queues} />
          <Storage storage={state.storage} />
          <Checkpoints state={state} />
          <Tools tools={state.tools} />
          <Readers readers={state.readers} pictures={state.pictures} sentences={state.sentences} />
          <Process process={state.process} page={state.page} />
        </>
      )}
    </Sheet>
  )
}
