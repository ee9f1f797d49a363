import { explain } from '../api/explain.ts'
import { faultOf } from '../api/fault.ts'
import { makeStore } from '../browser/store.ts'
import type { Translate } from '../language/bundles.ts'

/** Where it is about; the notice leads there. */
export type NoticePlace =
  | { readonly to: '/' }
  | {
      readonly to: '/cases/$code' | '/cases/$code/file'
      readonly params: { readonly code: string }
      readonly hash?: string
    }

/** `stays`: milliseconds until it goes by itself. */
export type Notice = {
  readonly id: number
  readonly text: string
  readonly fault: boolean
  readonly stays: number
  readonly place?: NoticePlace
}

/** More cannot be read; the oldest go. */
const MOST = 4

export const notices = makeStore<readonly Notice[]>([])
let count = 0

const show = (notice: Omit<Notice, 'id'>): void => {
  count += 1
  notices.set([...notices.get(), { ...notice, id: count }].slice(-MOST))
}

export const dismiss = (id: number): void => notices.set(notices.get().filter((notice) => notice.id !== id))

/**
 * Says that something went wrong, where no form stands to say it in. Running out of session says
 * itself: the page changes.
 */
export const tellFault = (t: Translate, error: unknown): void => {
  if (faultOf(error).status !== 401) show({ text: explain(t, error), fault: true, stays: 10_000 })
}

export const tell = (
  t: Translate,
  key: string,
  args?: Readonly<Record<string, string | number>>,
  stays = 4_000,
): void => show({ text: t(key, args), fault: false, stays })

export const tellWithPlace = (text: string, place: NoticePlace, stays: number): void =>
  show({ text, fault: false, stays, place })
