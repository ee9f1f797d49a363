import type { Language } from '../../../../core/base/language.ts'
import type { FastifyRequest } from 'fastify'
import { may } from '../identity/caller.ts'
import type { Office } from '../office.ts'
import type { Deed } from './deeds.ts'

type Worded = { readonly [L in Language]?: string | undefined }

const inWords = (names: Worded, language: Language): string | undefined =>
  names[language] ?? Object.values(names).find((name) => name !== undefined)

/**
 * What the ids in the log of administrators are called now, for who may see it anyway: lines of the team's
 * lists for who reads cases, keys for who administers them. The log itself holds ids alone. Of what is
 * there no more nobody knows a name.
 */
export const makeAuditNames =
  ({ gate, agents, teamReplies, savedViews, macros }: Office) =>
  async (
    request: FastifyRequest,
    deeds: readonly Deed[],
    language: Language,
  ): Promise<Readonly<Record<string, string>>> => {
    const caller = gate.callerOf(request)
    const reads = may(caller, 'read')
    const has = (kind: Deed['kind']): boolean => deeds.some((deed) => deed.kind === kind)
    const [replies, views, steps, keys] = await Promise.all([
      reads && has('replies_changed') ? teamReplies.read() : undefined,
      reads && has('views_changed') ? savedViews.shared.read() : undefined,
      reads && has('macros_changed') ? macros.read() : undefined,
      may(caller, 'administer') && (has('key_made') || has('key_ended')) ? agents.keys.list() : [],
    ])
    const named = [
      ...(replies?.list ?? []).map(({ id, words }) => [id, inWords(words?.names ?? {}, language)] as const),
      ...(views?.list ?? []).map(({ id, name }) => [id, name] as const),
      ...(steps?.list ?? []).map(({ id, names }) => [id, inWords(names, language)] as const),
      ...keys.map(({ id, name }) => [id, name] as const),
    ]
    const said = new Set(
      deeds.flatMap(({ subject, detail = {} }) => [
        subject,
        ...Object.values(detail).flatMap((value) => value.split(',')),
      ]),
    )
    return Object.fromEntries(
      named.flatMap(([id, name]) => (name === undefined || !said.has(id) ? [] : [[id, name]])),
    )
  }
