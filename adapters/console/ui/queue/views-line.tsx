import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPencil, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { ShownView } from '../api/saved-views.ts'
import { useT } from '../language/language.tsx'
import type { useMoving } from '../parts/moving.tsx'
import { Words } from '../language/words.tsx'

/** The new name of a view; Enter keeps it, Escape leaves it and closes nothing else. */
const Rename = ({
  view,
  isTaken,
  keep,
  close,
  busy,
}: {
  readonly view: ShownView
  readonly isTaken: (name: string) => boolean
  readonly keep: (name: string) => void
  readonly close: () => void
  readonly busy: boolean
}): ReactNode => {
  const t = useT()
  const [typed, setTyped] = useState(view.name)
  const name = typed.trim()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name === '' || isTaken(name) || busy) return
    if (name === view.name) close()
    else keep(name)
  }
  return (
    <form
      className="views-rename"
      onSubmit={submit}
      data-mantine-stop-propagation="true"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        close()
      }}
    >
      <TextInput
        ref={field}
        label={t('views-rename-name', { name: view.name })}
        dir="auto"
        maxLength={40}
        autoComplete="off"
        value={typed}
        error={isTaken(name) ? t('views-rename-taken') : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button variant="default" onClick={close}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={busy} disabled={name === '' || isTaken(name)}>
        {t('views-save')}
      </Button>
    </form>
  )
}

/** What may be done to a view by who may change its list. */
export type ViewChanges = {
  readonly remove: () => void
  /** Whether it has the name now. */
  readonly rename: (name: string) => Promise<boolean>
  readonly isTaken: (name: string) => boolean
  readonly moving: ReturnType<typeof useMoving>
}

/** A saved view as it is looked after: what it shows, and what is done to it. */
export const ViewsLine = ({
  view,
  says,
  isFirst,
  star,
  changes,
  busy,
}: {
  readonly view: ShownView
  readonly says: string
  readonly isFirst: boolean
  readonly star: () => void
  /** Absent where the reader may not. */
  readonly changes: ViewChanges | undefined
  readonly busy: boolean
}): ReactNode => {
  const t = useT()
  const [isNamed, setIsNamed] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const wasNamed = useRef(false)
  useEffect(() => {
    if (wasNamed.current && !isNamed) pencil.current?.focus()
    wasNamed.current = isNamed
  }, [isNamed])
  if (isNamed && changes !== undefined)
    return (
      <li className="views-line">
        <Rename
          view={view}
          isTaken={changes.isTaken}
          keep={(name) => void changes.rename(name).then((done) => done && setIsNamed(false))}
          close={() => setIsNamed(false)}
          busy={busy}
        />
      </li>
    )
  return (
    <li className="views-line" {...changes?.moving.line(view.id)}>
      <div className="views-what">
        <p>
          <bdi className="views-name">
            <Words text={view.name} />
          </bdi>
          {view.shared && <span className="tag">{t('views-shared')}</span>}
        </p>
        <p className="soft">
          {says}
          {view.density !== undefined && ` · ${t('density', { name: t(`density-${view.density}`) })}`}
        </p>
      </div>
      <div className="views-tools">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('views-first-name', { name: view.name })}
          aria-pressed={isFirst}
          title={t('views-first')}
          onClick={star}
        >
          {isFirst ? <IconStarFilled size={17} /> : <IconStar size={17} />}
        </ActionIcon>
        {changes !== undefined && (
          <>
            {changes.moving.keys(view.id)}
            <ActionIcon
              ref={pencil}
              variant="default"
              size="lg"
              aria-label={t('views-rename', { name: view.name })}
              title={t('views-rename-title')}
              onClick={() => setIsNamed(true)}
            >
              <IconPencil size={17} />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('views-remove', { name: view.name })}
              onClick={changes.remove}
            >
              <IconTrash size={17} />
            </ActionIcon>
          </>
        )}
      </div>
    </li>
  )
}
