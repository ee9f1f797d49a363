import { VisuallyHidden } from '@mantine/core'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { WantedLine } from '../../contract/wanted.ts'
import { makeBell } from '../browser/bell.ts'
import { notify } from '../browser/notify.ts'
import { usePreferences } from '../browser/preferences.tsx'
import { useT } from '../language/language.tsx'
import { tellWithPlace } from '../parts/notice.ts'
import { freshOf, nameOf } from './fresh.ts'
import { placeOf } from './place.ts'
import { lists, useWanted } from './wanted.tsx'

/** A tab that nobody looks at leaves the others this long to say it first. */
const GRACE = 1_500
/** By when every tab has heard of it; only then another may say the same again. */
const HOLDS = 20_000
/** Long enough to finish a sentence and look. */
const STAYS = 20_000

const pause = (length: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, length))

/** In one of several tabs, the one that is looked at where there is one. */
const once = async (one: WantedLine, say: () => void): Promise<void> => {
  if (document.visibilityState !== 'visible') await pause(GRACE)
  await navigator.locks.request(`amin-wanted ${nameOf(one)}`, { ifAvailable: true }, async (lock) => {
    if (lock === null) return
    say()
    await pause(HOLDS)
  })
}

/**
 * Says, once for all tabs of this browser, that a colleague calls, that something has to be agreed
 * to, that somebody in danger waits too long. Who waits too long stands first in the list, whose line
 * leads there: where that is on the page it is said to who does not see it, and not a second time.
 */
export const WantedCall = (): ReactNode => {
  const t = useT()
  const { callSound } = usePreferences()
  const wanted = useWanted()
  const bell = useMemo(makeBell, [])
  const [spoken, setSpoken] = useState('')
  const known = useRef<ReadonlySet<string> | undefined>(undefined)

  useEffect(() => {
    if (!callSound) return
    // Browsers let a page sound only after a press, and so does this one.
    document.addEventListener('pointerdown', bell.unlock)
    document.addEventListener('keydown', bell.unlock)
    return () => {
      document.removeEventListener('pointerdown', bell.unlock)
      document.removeEventListener('keydown', bell.unlock)
    }
  }, [callSound, bell])

  useEffect(() => {
    if (wanted === undefined) return
    const fresh = freshOf(known.current, wanted)
    known.current = new Set(wanted.map(nameOf))
    const [first] = fresh
    if (first === undefined) return
    const textOf = (lines: readonly [WantedLine, ...WantedLine[]]): string =>
      lines.length === 1
        ? t('wanted-told', {
            what: t(`wanted-${lines[0].kind}`, { name: lines[0].by ?? t('somebody') }),
            code: lines[0].code,
          })
        : t('wanted-title', { count: lines.length })
    once(first, () => {
      const [told, ...more] = lists.get() > 0 ? fresh.filter(({ kind }) => kind !== 'late') : fresh
      if (told === undefined) setSpoken(textOf([first, ...fresh.slice(1)]))
      else tellWithPlace(textOf([told, ...more]), more.length === 0 ? placeOf(told) : { to: '/' }, STAYS)
      if (callSound) bell.ring('call')
      void notify(t('alert-note'))
    }).catch(() => undefined)
  }, [wanted, callSound, bell, t])

  return <VisuallyHidden role="status">{spoken}</VisuallyHidden>
}
