import type {
  ChatCompletion,
  ChatCompletionCreateParamsNonStreaming,
} from 'openai/resources/chat/completions'
import { silent, type Helper, type Said, type Stop } from '../../core/ports/helper.ts'
import type { Json } from '../kit/json.ts'
import { readDangers, readFacts, readObject, readSentences, readText } from './answer.ts'
import {
  askDanger,
  askFacts,
  askNothing,
  askReply,
  askSummary,
  askTranslation,
  PROMPT,
  type Asked,
} from './questions.ts'
import type { Wire } from './wire.ts'

type Params = ChatCompletionCreateParamsNonStreaming

const paramsOf = (
  { about, isOpenAi }: Wire,
  { name, system, user, schema, most }: Asked,
  shaped: boolean,
): Params => ({
  model: about.model,
  messages: [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ],
  // OpenAI's models that reason refuse a temperature, and count what they think as well.
  ...(isOpenAi ? { max_completion_tokens: most + 2_000 } : { max_tokens: most, temperature: 0 }),
  ...(shaped
    ? { response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } } }
    : {}),
  store: false,
  stream: false,
})

type Content = { readonly words: string } | 'refused' | undefined

const contentOf = (answer: ChatCompletion): Content => {
  // What a server says is not typed, whatever the package declares.
  const choice = (answer as Partial<ChatCompletion> | undefined)?.choices?.[0] as
    Partial<ChatCompletion.Choice> | undefined
  if (choice?.finish_reason === 'content_filter' || typeof choice?.message?.refusal === 'string')
    return 'refused'
  // Cut in the middle: half an answer says something else than the whole.
  if (choice?.finish_reason === 'length') return undefined
  return typeof choice?.message?.content === 'string' ? { words: choice.message.content } : undefined
}

/**
 * Asks one question of a server that speaks as OpenAI does; whatever comes back is read as the
 * words of a stranger.
 */
export const makeHelper = (wire: Wire): Helper => {
  /**
   * Servers that know no schema answer 400: they are asked without one from then on, and what they
   * say is read all the same.
   */
  let shaped = true

  const ask = async <T>(
    asked: Asked,
    read: (object: Json) => T | undefined,
    stop: Stop,
  ): Promise<Said<T>> => {
    const once = () =>
      wire.call(
        (client, signal) => client.chat.completions.create(paramsOf(wire, asked, shaped), { signal }),
        stop,
      )
    let answer = await once()
    if (answer.kind === 'bad_request' && shaped) {
      shaped = false
      answer = await once()
      if (answer.kind === 'bad_request') shaped = true
    }
    if (answer.kind === 'bad_request') return silent('refused')
    if (answer.kind === 'none') return answer
    const content = contentOf(answer.value)
    if (content === 'refused') return silent('refused')
    const object = content === undefined ? undefined : readObject(content.words)
    const value = object === undefined ? undefined : read(object)
    return value === undefined
      ? silent('unreadable')
      : { kind: 'said', value, model: wire.about.model, prompt: PROMPT }
  }

  return {
    about: wire.about,
    danger: (lines, stop) => ask(askDanger(lines), readDangers, stop),
    facts: (lines, stop) => ask(askFacts(lines), readFacts, stop),
    summary: (lines, language, stop) => ask(askSummary(lines, language), readSentences, stop),
    reply: (lines, language, stop) => ask(askReply(lines, language), readText, stop),
    translate: (words, into, stop) => ask(askTranslation(words, into), readText, stop),
    ping: (stop) => ask(askNothing(), readText, stop),
  }
}
