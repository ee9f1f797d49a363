import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '../api/call.ts'
import { casePath } from '../api/reads.ts'
import { useMentions } from './wanted.tsx'

/** Of a long note, this much on the screen is enough to have seen it, in pixels. */
const ENOUGH = 120

/**
 * Says of every note that names the agent that they have seen it, once it stands on the screen of a
 * page that is looked at. `drawn`: changes with the lines that are there.
 */
export const useSeen = (code: string, drawn: unknown): void => {
  const mentions = useMentions(code)
  const queries = useQueryClient()
  const said = useRef(new Set<string>())
  const { mutate } = useMutation({
    mutationFn: (note: string) => call('POST', casePath(code, `/notes/${note}/seen`), { body: {} }),
    // It stays among what waits, and the next look says it again.
    onError: (_, note) => void said.current.delete(note),
    onSettled: () => queries.invalidateQueries({ queryKey: ['queue', 'wanted'] }),
  })
  const notes = mentions.flatMap(({ note }) => note ?? []).join(' ')
  useEffect(() => {
    if (notes === '') return
    const see = (entries: readonly IntersectionObserverEntry[]): void => {
      for (const { isIntersecting, intersectionRatio, intersectionRect, target } of entries) {
        const note = target instanceof HTMLElement ? target.dataset['note'] : undefined
        if (note === undefined || !isIntersecting || document.visibilityState !== 'visible') continue
        if (intersectionRatio < 0.5 && intersectionRect.height < ENOUGH) continue
        if (said.current.has(note)) continue
        said.current.add(note)
        mutate(note)
      }
    }
    const watch = new IntersectionObserver(see, { threshold: [0, 0.1, 0.25, 0.5] })
    const look = (): void => {
      watch.disconnect()
      for (const note of notes.split(' '))
        for (const line of document.querySelectorAll(`[data-note="${CSS.escape(note)}"]`)) watch.observe(line)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      watch.disconnect()
    }
  }, [notes, drawn, mutate])
}
