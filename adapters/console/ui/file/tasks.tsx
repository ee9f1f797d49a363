import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import type { Task } from '../../contract/shift.ts'
import { useCaseCommand } from '../api/commands.ts'
import { mayWork, meQuery } from '../api/reads.ts'
import { useNow } from '../language/ago.tsx'
import { useSpeech } from '../language/language.tsx'
import { whenOf } from '../language/when.ts'
import { Name, Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { tellFault } from '../parts/notice.ts'
import '../styles/work.css'

const Item = ({
  code,
  task,
  works,
}: {
  readonly code: string
  readonly task: Task
  readonly works: boolean
}): ReactNode => {
  const { t, clock } = useSpeech()
  const command = useCaseCommand(code)
  const now = useNow()
  const done = task.doneAt !== undefined
  const late = !done && task.dueAt !== undefined && Date.parse(task.dueAt) < now.getTime()
  const set = (): void =>
    command.mutate({ type: `tasks/${task.id}`, done: !done }, { onError: (fault) => tellFault(t, fault) })
  return (
    <li data-done={done}>
      <input
        type="checkbox"
        id={`task-${task.id}`}
        checked={done}
        disabled={!works || command.isPending}
        onChange={set}
      />
      <label htmlFor={`task-${task.id}`}>
        <span className="words" dir="auto">
          <Words text={task.text} />
        </span>{' '}
        <span className="soft">
          · <Name text={task.by} />
          {task.dueAt !== undefined && (
            <span className={late ? 'task-late' : undefined}>
              {' '}
              · {t(late ? 'task-late' : 'task-due-at', { time: whenOf(t, clock, task.dueAt) })}
            </span>
          )}
        </span>
      </label>
    </li>
  )
}

const NewTask = ({ code }: { readonly code: string }): ReactNode => {
  const { t } = useSpeech()
  const command = useCaseCommand(code)
  const [text, setText] = useState('')
  const [due, setDue] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    await command.mutateAsync({
      type: 'tasks',
      text: text.trim(),
      ...(due === '' ? {} : { dueAt: new Date(due).toISOString() }),
    })
    setText('')
    setDue('')
  })
  return (
    <>
      <form className="task-form" onSubmit={run}>
        <TextInput
          size="xs"
          label={t('task-new')}
          maxLength={500}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          type="datetime-local"
          label={t('task-due')}
          value={due}
          onChange={(event) => setDue(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" loading={busy} disabled={text.trim() === ''}>
          {t('task-add')}
        </Button>
      </form>
      <FormFault fault={fault} />
    </>
  )
}

/** What the team has to do in the case: open ones first, as they fall due. */
export const Tasks = ({ file, level }: { readonly file: CaseFile; readonly level: 2 | 3 }): ReactNode => {
  const { t } = useSpeech()
  const works = mayWork(useQuery(meQuery).data)
  const Heading = `h${level}` as const
  const order = ({ doneAt, dueAt, at }: Task): string => `${doneAt === undefined ? 0 : 1}${dueAt ?? `z${at}`}`
  return (
    <section>
      <Heading>{t('tasks-title')}</Heading>
      {file.todo.length === 0 ? (
        <p className="soft">{t('tasks-none')}</p>
      ) : (
        <ul className="tasks">
          {file.todo
            .toSorted((a, b) => order(a).localeCompare(order(b)))
            .map((task) => (
              <Item key={task.id} code={file.code} task={task} works={works} />
            ))}
        </ul>
      )}
      {works && <NewTask code={file.code} />}
    </section>
  )
}
