import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseFile, Done } from '../../contract/index.ts'
import { sendFile } from '../api/send-file.ts'

type Sends = NonNullable<CaseFile['sends']>
type Kind = keyof Sends

/** A file that the agent wants to send. `key`: of every try of it, so that it is sent once. */
export type Attached = {
  readonly key: string
  readonly code: string
  readonly file: Blob
  readonly name: string
  readonly kind: Kind | undefined
  /** Of a picture, to be looked at before it goes. */
  readonly url?: string
}

/** Nothing larger is taken by the server, whatever the channel would carry. */
const LARGEST = 16 * 1024 * 1024

const kindOf = (type: string): Kind | undefined => {
  if (type.startsWith('image/')) return 'photo'
  if (type === 'application/pdf') return 'document'
  return type.startsWith('audio/') || type.startsWith('video/webm') ? 'voice' : undefined
}

/** Why a file cannot be sent to this chat: known before it is. Pictures are made smaller by the server. */
export const refusedBefore = (
  { kind, file }: Attached,
  sends: Sends,
): { readonly why: 'type' | 'chat' } | { readonly why: 'size'; readonly most: number } | undefined => {
  if (kind === undefined) return { why: 'type' }
  const most = sends[kind]
  if (most === undefined) return { why: 'chat' }
  const bound = kind === 'photo' ? LARGEST : Math.min(most, LARGEST)
  return file.size > bound ? { why: 'size', most: bound } : undefined
}

export type AttachedFiles = {
  readonly files: readonly Attached[]
  readonly busy: boolean
  readonly add: (files: readonly { readonly file: Blob; readonly name: string }[]) => void
  readonly remove: (key: string) => void
  /** Sends one after the other, from this version on; stops at the first that is refused. */
  readonly send: (version: number, sent: (done: Done) => void) => Promise<unknown>
}

/** What is attached in each chat, while this page is open: another chat's files never go to this one. */
export const useAttached = (code: string, sends: Sends | undefined): AttachedFiles => {
  const [all, setAll] = useState<readonly Attached[]>([])
  const [busy, setBusy] = useState(false)
  const queries = useQueryClient()
  const files = all.filter((one) => one.code === code)

  const remove = (key: string): void =>
    setAll((known) =>
      known.filter((one) => {
        if (one.key === key && one.url !== undefined) URL.revokeObjectURL(one.url)
        return one.key !== key
      }),
    )

  return {
    files,
    busy,
    remove,
    add: (given) =>
      setAll((known) => [
        ...known,
        ...given.map(({ file, name }) => {
          const kind = kindOf(file.type)
          const url = kind === 'photo' ? { url: URL.createObjectURL(file) } : {}
          return { key: crypto.randomUUID(), code, file, name, kind, ...url }
        }),
      ]),
    send: async (version, sent) => {
      setBusy(true)
      let next = version
      try {
        for (const one of files) {
          if (sends === undefined || refusedBefore(one, sends) !== undefined) continue
          const done = await sendFile(code, one, next)
          next = done.version
          remove(one.key)
          sent(done)
        }
        return undefined
      } catch (fault) {
        return fault
      } finally {
        setBusy(false)
        void queries.invalidateQueries({ queryKey: ['case', code] })
        void queries.invalidateQueries({ queryKey: ['thread', code] })
        void queries.invalidateQueries({ queryKey: ['timeline', code] })
      }
    },
  }
}
