import type { ChatRequest } from './index.ts'

/** The messages as a model sees them: what stands between the marks, with their numbers. */
export const messagesIn = (
  request: ChatRequest,
): readonly { readonly message: number; readonly words: string }[] => {
  const user = request.messages.find(({ role }) => role === 'user')?.content
  const found =
    typeof user === 'string'
      ? user.matchAll(/<([0-9a-f]{24}) message=(\d+) from=\w+>\n([\s\S]*?)\n<\/\1>/g)
      : []
  return [...found].map(([, , message, words = '']) => ({ message: Number(message), words }))
}

const systemOf = (request: ChatRequest): string => {
  const system = request.messages.find(({ role }) => role === 'system')?.content
  return typeof system === 'string' ? system : ''
}

/** What a model would answer that does as it is asked: it quotes the last message. */
export const answerRight = (request: ChatRequest): string => {
  const asked = systemOf(request)
  const last = messagesIn(request).at(-1) ?? { message: 1, words: '' }
  const claim = { message: last.message, quotation: last.words.split(/\s+/).slice(0, 8).join(' ') }
  if (asked.includes('"dangers"'))
    return JSON.stringify({ dangers: [{ ...claim, danger: 'violence', about: 'self' }] })
  if (asked.includes('"facts"')) return JSON.stringify({ facts: [{ ...claim, field: 'demand' }] })
  if (asked.includes('"sentences"'))
    return JSON.stringify({ sentences: [{ ...claim, sentence: `They wrote: ${last.words.slice(0, 60)}` }] })
  if (asked.includes('Translate')) return JSON.stringify({ text: `translated: ${last.words}` })
  if (asked.includes('Draft')) return JSON.stringify({ text: 'I am here with you. What happened last?' })
  return JSON.stringify({ text: 'ready' })
}
