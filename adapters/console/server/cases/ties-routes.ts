import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { CaseCode } from '../../../../core/base/ids.ts'
import type { Tie } from '../../../../core/services/linkage/ties.ts'
import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import { Code } from '../../contract/terms.ts'
import { CaseTies, CommonTexts } from '../../contract/ties.ts'
import { isoOf } from '../http/iso.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { answers, caseCode, CaseParams, type Office } from '../office.ts'
import { identifiersOf } from './present-findings.ts'
import { isBook } from './reading.ts'

const evidenceOf = (part: Tie['part']): { readonly evidence?: string } =>
  'evidence' in part ? { evidence: part.evidence } : {}

/** A tie as the file of the case names its thing; a number of the person's own chat stays masked. */
const presentTie = (book: CaseBook, tie: Tie): CaseTies['ties'][number] => {
  const { kind, part, held, since, cases } = tie
  const place =
    'normal' in part ? book.state.identifiers.findIndex(({ normal }) => normal === part.normal) : -1
  const named = identifiersOf(book)[place]
  return {
    kind,
    ...(held === undefined ? {} : { held }),
    ...(named === undefined ? {} : { type: named.type, value: named.value }),
    ...evidenceOf(part),
    count: cases.length + 1,
    since: isoOf(since),
    cases: cases.map(({ code, openedAt, part: other }) => ({
      code,
      openedAt: isoOf(openedAt),
      ...evidenceOf(other),
    })),
  }
}

/** Why a case belongs with others, and the texts of two of them beside each other. */
export const tiesRoutes =
  ({ parts, gate, names, reading }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/cases/:code/ties',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['cases'],
          summary: 'What a case has in common with others, and why',
          description:
            'A number, a picture, a copied text or a recording, each with the cases that have it. Only cases that the caller may see are looked at, and nothing else is counted. What is held back joins nobody and says why.',
          params: CaseParams,
          response: answers(CaseTies),
        },
      },
      async (request, reply) => {
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        const { ties, verdicts } = await parts.desk.ties(book.state, deskAgentOf(gate.callerOf(request)))
        const known = await names()
        return reply.send({
          ties: ties.map((tie) => presentTie(book, tie)),
          verdicts: verdicts.map(({ code, verdict, agent, reason, at }) => ({
            code,
            verdict,
            by: known.get(agent) ?? agent,
            reason,
            at: isoOf(at),
          })),
        })
      },
    )

    app.get(
      '/cases/:code/ties/:other/texts',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['cases'],
          summary: 'Texts that were copied into both of two cases',
          description:
            'Beside each other, with the words that both have told apart. That they were read goes into the chains of both cases.',
          params: CaseParams.extend({ other: Code }),
          response: answers(CommonTexts),
        },
      },
      async (request, reply) => {
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        const other = await reading.open(request, request.params.other as CaseCode, reply)
        if (!isBook(other)) return other
        const texts = parts.desk.commonTexts(book, other)
        return reply.send({
          texts: texts.map(({ mine, theirs }) => ({ mine: [...mine], theirs: [...theirs] })),
        })
      },
    )
  }
