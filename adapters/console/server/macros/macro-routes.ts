import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { LANGUAGES } from '../../../../core/base/language.ts'
import { ONCE } from '../../contract/macro-kinds.ts'
import { Macros, NewMacros, type Macro } from '../../contract/macros.ts'
import { isVariable, placeholdersIn } from '../../contract/placeholders.ts'
import { refuse } from '../http/problem.ts'
import { answers, type Office } from '../office.ts'
import { changedBy } from '../team-lists/changed-by.ts'
import { keepList, wrongIn } from '../team-lists/keep-list.ts'

const hasSlip = (text: string | undefined): boolean =>
  placeholdersIn(text ?? '').some(({ name }) => !isVariable(name))

/** Whether a macro means one thing: named, one of each that is once, and nothing after it lets go. */
const isWhole = ({ names, steps }: Macro): boolean => {
  const kinds = steps.map((step) => step.do)
  return (
    LANGUAGES.some((language) => names[language] !== undefined) &&
    kinds.every((kind, place) => !ONCE.has(kind) || kinds.indexOf(kind) === place) &&
    // What is handed to a team is set aside by nobody.
    !(kinds.includes('snooze') && kinds.includes('team')) &&
    !steps.some(
      (step) =>
        ((step.do === 'note' || step.do === 'task') && hasSlip(step.text)) ||
        (step.do === 'team' && hasSlip(step.note)),
    )
  )
}

const CHANGED = { kind: 'macros_changed', subject: 'macros' } as const

/** Macros of the team, for who looks after its work. */
export const macroRoutes =
  ({ parts, gate, agents, names, macros: store }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = gate.need('supervise', 'operate')
    const tags = ['administration']
    const describe = async (): Promise<Macros> => {
      const { version, list, changed } = await store.read()
      return { version, macros: [...list], ...changedBy(await names(), changed) }
    }

    app.get(
      '/macros',
      {
        onRequest,
        schema: {
          tags,
          summary: 'The team’s macros',
          description: 'Several steps that an agent does in one press. Also those that are off.',
          response: answers(Macros),
        },
      },
      async (_request, reply) => reply.send(await describe()),
    )

    app.put(
      '/macros',
      {
        onRequest,
        schema: {
          tags,
          summary: 'Keep the team’s macros',
          description:
            'The whole list, for everybody at once. `version` as it was read: 409 `outdated` with `newer` where somebody else was faster. 400 `invalid` for `{...}` that nothing is filled into, for two replies, teams, severities or times in one macro, and for a time beside a team.',
          body: NewMacros,
          response: answers(Macros),
        },
      },
      async (request, reply) => {
        const { version, macros } = request.body
        const wrong = wrongIn(macros, (macro) => !isWhole(macro))
        if (wrong >= 0) return refuse(reply, 'invalid', { fields: [`/body/macros/${wrong}`] })
        const who = { deeds: agents.deeds, by: gate.callerOf(request).id, at: parts.clock.now() }
        const isKept = await keepList(who, store, { version, list: macros }, CHANGED)
        if (!isKept) return refuse(reply, 'outdated', { newer: await describe() })
        return reply.send(await describe())
      },
    )
  }
