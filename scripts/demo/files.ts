import type { Language } from '../../core/base/language.ts'
import { drawChat } from './chat-picture.ts'
import { chatOf } from './chats.ts'
import { recordScreen } from './film.ts'
import { writeLetter } from './letter.ts'
import { drawNotice } from './notice.ts'
import type { Story } from './stories.ts'

/** A file as somebody's phone hands it out. */
export type PhoneFile = {
  readonly kind: 'photo' | 'video' | 'document'
  readonly mime: string
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const file = (kind: PhoneFile['kind'], mime: string, name: string, bytes: Buffer): PhoneFile => ({
  kind,
  mime,
  name,
  bytes: new Uint8Array(bytes),
})

/** What the `n`th person sends of their story, made as they come: nothing of it is anybody's. */
export const filesOf = async (
  { chat, sends = [], language }: Story & { readonly language: Language },
  n: number,
): Promise<readonly PhoneFile[]> => {
  const files: PhoneFile[] = []
  if (chat !== undefined) {
    const screen = await drawChat(chatOf(chat, language), language, n)
    files.push(file('photo', 'image/png', 'screenshot.png', screen))
    if (sends.includes('film'))
      files.push(file('video', 'video/webm', 'recording.webm', await recordScreen(screen)))
  }
  if (sends.includes('notice')) {
    const { bytes, as } = await drawNotice(n)
    files.push(file('photo', `image/${as}`, `notice.${as}`, bytes))
  }
  if (sends.includes('letter'))
    files.push(file('document', 'application/pdf', 'contract.pdf', writeLetter(language)))
  return files
}
