import { openModel } from '../../bots/helping.ts'
import { openChecks } from '../../adapters/identifiers/index.ts'
import { whereIs } from '../../adapters/openai/wire.ts'
import type { HelperLine, Said, Silence, Stop } from '../../core/ports/helper.ts'
import { findQuote } from '../../core/text/helper/quote.ts'
import { redact } from '../../core/text/helper/redact.ts'
import type { Run } from './command.ts'

const never: Stop = { onStop: () => undefined }

/** Made up: nobody wrote this. */
const STORY =
  'A man I met online wants 300 dollars until tomorrow evening, or he sends my pictures to my brothers. They would kill me.'
/**
 * A quarter of a second of silence as a WAV file: whoever transcribes it may say nothing of it, but
 * has to take it.
 */
const silence = (): Uint8Array => {
  const rate = 8_000
  const wav = Buffer.alloc(44 + rate / 2)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(wav.length - 8, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(rate, 24)
  wav.writeUInt32LE(rate * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(wav.length - 44, 40)
  return wav
}

const WHY: Readonly<Record<Silence, string>> = {
  off: 'is switched off',
  withheld: 'was not asked',
  budget: 'was not asked: the budget is spent',
  stopped: 'was stopped',
  late: 'did not answer in 20 seconds',
  unreachable: 'cannot be reached, or fails',
  unauthorised: 'does not accept the key',
  busy: 'asks for patience (429)',
  refused: 'refuses the question',
  unreadable: 'answers something else than it was asked for',
  too_large: 'sends or gets more than it may',
}

/** What the server can do that the settings name, with words that are made up; one line each. */
export const checkModel: Run = async ({ config: { model }, log, say, print }) => {
  if (model === undefined) {
    say('amin model check: no model is switched on: AMIN_MODEL_USES names no use')
    return 2
  }
  const { at, host } = whereIs(model.baseUrl, '')
  print(
    `ok    server: ${host}, ${at === 'here' ? 'on this machine' : 'elsewhere: asked only for people who agreed to it'}`,
  )
  const { helper, transcriber } = openModel(model, log)
  let sound = true
  const tell = <T>(what: string, said: Said<T>, judge: (value: T) => string | undefined): void => {
    const fault = said.kind === 'none' ? WHY[said.why] : judge(said.value)
    if (fault !== undefined) sound = false
    print(fault === undefined ? `ok    ${what}` : `FAULT ${what}: ${fault}`)
  }
  const { texts } = redact([STORY], [], openChecks())
  const lines: readonly HelperLine[] = texts.map((words) => ({ id: 1, who: 'person', words }))
  const quotes = (claims: readonly { readonly quotation: string }[]): string | undefined =>
    claims.some(({ quotation }) => findQuote(STORY, quotation) !== undefined)
      ? undefined
      : 'quotes nothing that was written'
  if (helper !== undefined) {
    const ready = await helper.ping(never)
    tell(`model ${helper.about.model}`, ready, () => undefined)
    if (ready.kind === 'none' && ready.why !== 'unreadable') return 1
    if (model.uses.has('danger')) tell('danger', await helper.danger(lines, never), quotes)
    if (model.uses.has('facts')) tell('facts', await helper.facts(lines, never), quotes)
    if (model.uses.has('summary')) tell('summary', await helper.summary(lines, 'ar', never), quotes)
    if (model.uses.has('reply')) tell('reply', await helper.reply(lines, 'ar', never), () => undefined)
    const [words] = texts
    if (model.uses.has('translate') && words !== undefined)
      tell('translate', await helper.translate(words, 'ar', never), (text) =>
        /[\u0621-\u064A]/.test(text) ? undefined : 'translates into no Arabic',
      )
  }
  if (transcriber !== undefined) {
    const heard = await transcriber.transcribe({ bytes: silence(), mime: 'audio/wav' }, 'ar', never)
    // Of silence nothing can be written down.
    const taken: Said<string> =
      heard.kind === 'none' && heard.why === 'unreadable'
        ? { kind: 'said', value: '', model: '', prompt: '' }
        : heard
    tell(`voice ${transcriber.about.model}`, taken, () => undefined)
  }
  return sound ? 0 : 1
}
