import { toFile } from 'openai'
import type { Language } from '../../core/base/language.ts'
import { silent } from '../../core/ports/helper.ts'
import type { Transcriber } from '../../core/ports/transcriber.ts'
import { text } from '../kit/json.ts'
import { PROMPT } from './questions.ts'
import type { Wire } from './wire.ts'

/** Servers tell the coding by the name's ending; the name itself is ours. */
const ENDINGS: Readonly<Record<string, string>> = {
  'audio/ogg': 'ogg',
  'audio/opus': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/aac': 'm4a',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/webm': 'webm',
  'audio/flac': 'flac',
}

/** Whisper and what came of it know no Sorani: told that it is Kurdish they would make something up. */
const SPOKEN: Partial<Record<Language, string>> = { ar: 'ar', en: 'en' }

export const makeTranscriber = (wire: Wire): Transcriber => ({
  about: wire.about,
  transcribe: async ({ bytes, mime }, language, stop) => {
    const ending = ENDINGS[mime.split(';', 1)[0] ?? ''] ?? 'ogg'
    const spoken = SPOKEN[language]
    const answer = await wire.call(
      async (client, signal) =>
        client.audio.transcriptions.create(
          {
            file: await toFile(bytes, `voice.${ending}`, { type: mime }),
            model: wire.about.model,
            response_format: 'json',
            ...(spoken === undefined ? {} : { language: spoken }),
          },
          { signal },
        ),
      stop,
    )
    if (answer.kind === 'bad_request') return silent('refused')
    if (answer.kind === 'none') return answer
    const words = text((answer.value as { readonly text?: unknown } | undefined)?.text)?.trim()
    if (words === undefined || words === '') return silent('unreadable')
    return { kind: 'said', value: words, model: wire.about.model, prompt: PROMPT }
  },
})
