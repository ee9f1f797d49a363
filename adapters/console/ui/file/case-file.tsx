import { Tabs } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import { isFault } from '../api/fault.ts'
import { caseQuery } from '../api/reads.ts'
import type { Layout } from '../browser/layout.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { MoreTexts, useT } from '../language/language.tsx'
import { LinkIcon } from '../parts/link-icon.tsx'
import { Answers } from './answers.tsx'
import { CustodyTab } from './custody.tsx'
import { EvidenceTab } from './evidence.tsx'
import { Notes } from './notes.tsx'
import '../styles/file.css'

const TimelineTab = lazy(async () => ({ default: (await import('./timeline.tsx')).TimelineTab }))

const ModelHelp = lazy(async () => ({ default: (await import('./model-help.tsx')).ModelHelp }))

const Erased = lazy(async () => ({ default: (await import('./erased.tsx')).Erased }))

const TABS = ['case', 'evidence', 'notes', 'timeline', 'custody'] as const
export type FileTab = (typeof TABS)[number]

/** What is known of the case: answers, evidence, notes and the chain of custody. */
export const CaseFilePane = ({
  code,
  layout,
  level,
  isMain,
  tab,
  setTab,
}: {
  readonly code: string
  readonly layout: Layout
  readonly level: 1 | 2
  readonly isMain: boolean
  readonly tab: FileTab
  readonly setTab: (tab: FileTab) => void
}): ReactNode => {
  const t = useT()
  const { data: file, error, refetch } = useQuery(caseQuery(code))
  const Tag = isMain ? 'main' : 'aside'
  const Heading = `h${level}` as const
  return (
    <Tag
      className="pane pane-file"
      aria-label={t('file-title')}
      {...(isMain ? { id: 'main', tabIndex: -1 } : {})}
    >
      <header className="file-header">
        {layout !== 'three' && (
          <LinkIcon
            to="/cases/$code"
            params={{ code }}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('to-chat')}
          >
            <IconArrowLeft size={20} className="flip" />
          </LinkIcon>
        )}
        <Heading>{t('file-title')}</Heading>
        {layout !== 'three' && (
          <bdi className="code" dir="ltr">
            {code}
          </bdi>
        )}
      </header>
      {isFault(error, 'erased') ? (
        // The chain outlives what it was about: without the key it says when and by whom, and not what.
        <div className="file-panel">
          <Suspense>
            <Erased code={code} level={level === 1 ? 2 : 3} />
          </Suspense>
          <CustodyTab code={code} />
        </div>
      ) : error !== null && file === undefined ? (
        <PartTrouble error={error} retry={() => void refetch()} />
      ) : file === undefined ? (
        <Pending />
      ) : (
        <Tabs
          value={tab}
          onChange={(next) => setTab(TABS.find((each) => each === next) ?? 'case')}
          keepMounted={false}
          className="file-tabs"
        >
          <Tabs.List grow>
            {TABS.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`tab-${each}`)}
                {each === 'evidence' && file.evidence > 0 && (
                  <span className="tab-count">{file.evidence}</span>
                )}
                {each === 'notes' && file.notes.length > 0 && (
                  <span className="tab-count">{file.notes.length}</span>
                )}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="case" className="file-panel" tabIndex={0}>
            <Suspense fallback={<Pending />}>
              <MoreTexts of="work">
                <Answers file={file} level={level === 1 ? 2 : 3} />
                <ModelHelp file={file} level={level === 1 ? 2 : 3} />
              </MoreTexts>
            </Suspense>
          </Tabs.Panel>
          <Tabs.Panel value="evidence" className="file-panel">
            <EvidenceTab code={code} />
          </Tabs.Panel>
          <Tabs.Panel value="notes" className="file-panel">
            <Notes file={file} />
          </Tabs.Panel>
          <Tabs.Panel value="timeline" className="file-panel" tabIndex={0}>
            <Suspense fallback={<Pending />}>
              <TimelineTab code={code} level={level === 1 ? 2 : 3} />
            </Suspense>
          </Tabs.Panel>
          <Tabs.Panel value="custody" className="file-panel" tabIndex={0}>
            <CustodyTab code={code} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Tag>
  )
}
