import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  OperatorFile,
  SECTION_NAMES,
  SECTIONS,
  SectionChange,
  SectionParams,
  SettingsPreview,
  SettingsState,
  type SectionName,
  type Sections,
} from '../../contract/settings.ts'
import type { Instant } from '../../../../core/base/units.ts'
import { isoOf } from '../http/iso.ts'
import { answers, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'
import { changesOf, detailOf, faultsOf, previewOf, saysNothing } from './section-changes.ts'

type Value = Sections[SectionName]

/** What holds of what may be set here, and the only way to change it (bots/settings.ts). */
export type SettingsDesk = {
  readonly section: (name: SectionName) => {
    readonly from: 'file' | 'here' | 'nowhere'
    readonly value: Value
    readonly kept?: { readonly version: number; readonly at: Instant; readonly by: string }
  }
  readonly put: (
    name: SectionName,
    put: { readonly version: number; readonly at: Instant; readonly by: string; readonly value: Value },
  ) => Promise<boolean>
  readonly look: () => Promise<void>
}

/** What is set in the console: it holds in every process within a second, without a restart. */
export const settingsRoutes =
  ({ parts, gate, agents, names }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { clock, settings } = parts
    const tags = ['administration']
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

    const describe = async (): Promise<SettingsState> => {
      await settings.look()
      const known = await names()
      const state = Object.fromEntries(
        SECTION_NAMES.map((name) => {
          const { from, value, kept } = settings.section(name)
          const by = { id: kept?.by ?? '', name: known.get(kept?.by ?? '') ?? '' }
          return [
            name,
            {
              from,
              version: kept?.version ?? 0,
              ...(value === undefined ? {} : { value }),
              ...(kept === undefined ? {} : { changed: { at: isoOf(kept.at), by } }),
            },
          ]
        }),
      )
      return SettingsState.parse(state)
    }

    app.get(
      '/settings',
      {
        onRequest: gate.need('operate'),
        schema: {
          tags,
          summary: 'What can be set here',
          description:
            'Each section with what holds and where it was said. A section that stands in the operator file leads, and is changed there. No secret is among them.',
          response: answers(SettingsState),
        },
      },
      async (_request, reply) => reply.send(await describe()),
    )

    app.put(
      '/settings/:section',
      {
        onRequest: gate.needProved('administer'),
        schema: {
          tags,
          summary: 'Set a section',
          description:
            'Holds in every process within a second. `version`: the one that was read; 409 `outdated` with `newer` where somebody changed the section since, 409 `stated` where it stands in the operator file, 422 `unfit` with `faults` (which field, and why) where it cannot be so. For people, never for keys: 403 `proof_required` where the caller did not prove within 15 minutes who they are (`/me/proof`).',
          params: SectionParams,
          body: SectionChange,
          response: answers(SettingsState),
        },
      },
      async (request, reply) => {
        const { section } = request.params
        const { version, value } = request.body
        const read = value === null ? undefined : SECTIONS[section].safeParse(value)
        if (read?.success === false)
          return refuse(reply, 'unfit', { faults: faultsOf(section, read.error, value) })
        await settings.look()
        const before = settings.section(section)
        if (before.from === 'file') return refuse(reply, 'stated')
        const by = gate.callerOf(request).id
        const next = saysNothing(read?.data) ? undefined : read?.data
        const isCurrent = (before.kept?.version ?? 0) === version
        if (!isCurrent || !(await settings.put(section, { version, at: clock.now(), by, value: next })))
          return refuse(reply, 'outdated', { newer: (await describe())[section] })
        const detail = detailOf(changesOf(before.value, next))
        await agents.deeds.append({ by, kind: 'settings_changed', subject: section, detail })
        return reply.send(await describe())
      },
    )

    app.post(
      '/settings/preview',
      {
        onRequest: gate.need('operate'),
        schema: {
          tags,
          summary: 'What an operator file would change',
          description: 'Changes nothing. What it would change is set section by section then.',
          body: OperatorFile,
          response: answers(SettingsPreview),
        },
      },
      async (request, reply) => {
        await settings.look()
        return reply.send(previewOf(request.body.file, settings.section))
      },
    )
  }
