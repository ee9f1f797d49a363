import type { Button } from '../../core/ports/channel.ts'
import { whileTimePasses } from './amin-process.ts'

type Line = { readonly from: string; readonly text?: string; readonly buttons?: readonly Button[] }
type View = { readonly lines?: readonly Line[]; readonly mode?: string }

/** Somebody in the web chat, over HTTP as its page does it. */
export type WebPerson = {
  readonly says: (text: string) => Promise<void>
  /** Answers the bot's newest question by its button. */
  readonly presses: (label: string) => Promise<void>
  readonly sendsPicture: (bytes: Uint8Array) => Promise<void>
  /** Resolves once somebody said this. */
  readonly hears: (text: string) => Promise<void>
  /** Everything that stands in the chat, oldest first. */
  readonly lines: () => Promise<readonly Line[]>
  /** Resolves once the chat says that this is who it is with. */
  readonly isWith: (mode: 'bot' | 'waiting' | 'agent' | 'closed') => Promise<void>
}

/** What stands between: `at` says where a request goes, `headers` what is added to it. */
type Proxy = { readonly at?: () => string; readonly headers?: Readonly<Record<string, string>> }

const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '')

export const enterChat = (
  url: string,
  language: 'ar' | 'ckb' | 'en',
  { at = () => url, headers: added = {} }: Proxy = {},
): WebPerson => {
  let cookie = ''
  let serial = 0
  const call = async (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string | Buffer<ArrayBuffer>,
  ): Promise<Response> => {
    const answer = await fetch(`${at()}/chat/api${path}`, {
      method,
      headers: { origin: url, 'x-chat': '1', cookie, ...added, ...headers },
      ...(body === undefined ? {} : { body }),
    })
    if (!answer.ok) throw new Error(`the chat answered ${answer.status} to ${method} ${path}`)
    const set = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0])
    if (set.length > 0) cookie = set.join('; ')
    return answer
  }
  const write = async (path: string, body: object): Promise<void> => {
    serial += 1
    const text = JSON.stringify({ id: `journey-message-${serial}`, language, ...body })
    await call('POST', path, { 'content-type': 'application/json' }, text)
  }
  const view = async (): Promise<View> => (await (await call('GET', '/view', {})).json()) as View
  const lines = async (): Promise<readonly Line[]> => (await view()).lines ?? []
  return {
    lines,
    isWith: (wanted) =>
      whileTimePasses(async () => {
        const { mode } = await view()
        if (mode !== wanted) throw new Error(`the chat is with ${mode}, not with ${wanted}`)
      }),
    says: (text) => write('/messages', { text }),
    presses: async (label) => {
      const token = await whileTimePasses(async () => {
        const found = (await lines()).findLast(({ buttons }) =>
          buttons?.some((button) => plain(button.label) === plain(label)),
        )
        const button = found?.buttons?.find((each) => plain(each.label) === plain(label))
        if (button === undefined) throw new Error(`there is no button ${label}`)
        return button.token
      })
      await write('/presses', { token })
    },
    sendsPicture: async (bytes) => {
      serial += 1
      await call(
        'PUT',
        `/uploads?id=journey-upload-${serial}&kind=photo`,
        { 'x-file-type': 'image/png' },
        Buffer.from(bytes),
      )
    },
    hears: async (text) => {
      await whileTimePasses(async () => {
        const said = (await lines()).map((line) => plain(line.text ?? ''))
        if (!said.some((each) => each.includes(plain(text))))
          throw new Error(`nobody said ${text}, but ${said.slice(-3).join(' | ')}`)
      })
    },
  }
}
