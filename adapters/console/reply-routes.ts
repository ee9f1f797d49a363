import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { LANGUAGES, type Language } from '../../core/language.ts'
import { deskAgentOf } from './caller.ts'
import { OwnReplies, Replies, type OwnReply, type Reply } from './contract/replies.ts'
import { languageOf } from './language.ts'
import { answers, caseCode, CaseParams, LanguageQuery, type Office } from './office.ts'
import { refuse } from './problem.ts'

/** A day: a proposal that the agent puts right. */
const HOURS = '24'

type Filled = Readonly<Record<'code' | 'agent' | 'hours', string>>

const fill = (text: string, filled: Filled): string => text.replaceAll(/\{(code|agent|hours)\}/g, (_, name: keyof Filled) => filled[name])

/** In the person's language, or in the first there is. */
const presentOwn = ({ id, name, texts }: OwnReply, language: Language, filled: Filled): Reply | undefined => {
  const found = [language, ...LANGUAGES].find((each) => texts[each] !== undefined)
  const text = found === undefined ? undefined : texts[found]
  if (found === undefined || text === undefined) return undefined
  return { id, name, text: fill(text, filled), language: found, own: true, ...(text.includes('{hours}') ? { fill: HOURS } : {}) }
}

/** Texts for a conversation that are said again and again: the team's and one's own. Nothing here says them. */
export const replyRoutes =
  ({ parts, gate, ownReplies }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { ids, phrases } = parts.replies
    const onRequest = gate.need('work')

    const presentTeam = (id: string, reader: Language, language: Language, filled: Filled): Reply => {
      const text = phrases.say(language, id, filled)
      const proposes = text !== phrases.say(language, id, { ...filled, hours: `${HOURS}0` })
      return { id, name: phrases.say(reader, `${id}-name`), text, language, own: false, ...(proposes ? { fill: HOURS } : {}) }
    }

    app.get(
      '/cases/:code/replies',
      {
        onRequest,
        schema: {
          tags: ['commands'],
          summary: 'Ready texts for a case',
          description: 'One’s own first, then the team’s; in the language of the person, named in the language of the reader.',
          params: CaseParams,
          querystring: LanguageQuery,
          response: answers(Replies),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        const code = caseCode(request.params)
        const row = await parts.desk.rowOfCode(code)
        if (row === undefined || !(await parts.desk.sees(row, deskAgentOf(caller)))) return refuse(reply, 'not_found')
        const filled = { code, agent: caller.name, hours: HOURS }
        const own = (await ownReplies.of(caller.id)).flatMap((each) => presentOwn(each, row.language, filled) ?? [])
        return reply.send({ replies: [...own, ...ids.map((id) => presentTeam(id, languageOf(request), row.language, filled))] })
      },
    )

    app.get(
      '/me/replies',
      {
        onRequest,
        schema: { tags: ['people'], summary: 'One’s own ready texts', description: 'As they were written.', response: answers(OwnReplies) },
      },
      async (request, reply) => reply.send({ replies: [...(await ownReplies.of(gate.callerOf(request).id))] }),
    )

    app.put(
      '/me/replies',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Keep one’s own ready texts',
          description: 'The whole list, at most 50. Each has a text in at least one language: 400 `invalid`.',
          body: OwnReplies,
          response: answers(OwnReplies),
        },
      },
      async (request, reply) => {
        const { replies } = request.body
        if (replies.some(({ texts }) => LANGUAGES.every((language) => texts[language] === undefined)))
          return refuse(reply, 'invalid', { fields: ['/body/replies'] })
        await ownReplies.keep(gate.callerOf(request).id, replies)
        return reply.send({ replies })
      },
    )
  }
