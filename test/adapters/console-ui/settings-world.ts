import {
  SECTION_NAMES,
  SECTIONS,
  SectionChange,
  SectionParams,
  type OperatorFile,
  type SectionName,
  type Sections,
  type SettingsPreview,
  type SettingsState,
} from '../../../adapters/console/contract/settings.ts'
import { faultsOf, previewOf } from '../../../adapters/console/server/administration/section-changes.ts'
import type { Problem } from '../../../adapters/console/contract/index.ts'
import type { Operator } from '../../../bots/operator.ts'
import { ME, NOW } from './world.ts'

type Refused = { readonly status: number; readonly code: string; readonly more: Partial<Problem> }

/** The settings of the scripted server: what the world's operator states was set here, once. */
export type SettingsWorld = {
  /** Sections that stand in the operator file. */
  readonly stated: Set<SectionName>
  readonly state: () => SettingsState
  readonly operator: () => Operator
  readonly put: (section: string | undefined, body: unknown) => Refused | undefined
  readonly preview: (file: OperatorFile['file']) => SettingsPreview
}

export const makeSettingsWorld = (first: Operator): SettingsWorld => {
  const versions = new Map<SectionName, number>(SECTION_NAMES.map((name) => [name, 1]))
  const stated = new Set<SectionName>()
  let operator = first
  const sectionOf = (name: SectionName) => {
    const value: Sections[SectionName] = operator[name]
    return {
      from: stated.has(name)
        ? ('file' as const)
        : value === undefined
          ? ('nowhere' as const)
          : ('here' as const),
      version: versions.get(name) ?? 0,
      ...(value === undefined ? {} : { value }),
      changed: { at: new Date(NOW - 86_400_000).toISOString(), by: { id: ME.id, name: ME.name } },
    }
  }
  const state = (): SettingsState =>
    Object.fromEntries(SECTION_NAMES.map((name) => [name, sectionOf(name)])) as SettingsState
  return {
    stated,
    state,
    operator: () => operator,
    put: (asked, body) => {
      const { section } = SectionParams.parse({ section: asked })
      const { version, value } = SectionChange.parse(body)
      const read = SECTIONS[section].safeParse(value)
      if (!read.success && value !== null)
        return { status: 422, code: 'unfit', more: { faults: faultsOf(section, read.error, value) } }
      if (stated.has(section)) return { status: 409, code: 'stated', more: {} }
      if (versions.get(section) !== version)
        return { status: 409, code: 'outdated', more: { newer: sectionOf(section) } }
      versions.set(section, version + 1)
      const { [section]: _before, ...rest } = operator
      operator = { official: {}, ...rest, ...(read.data === undefined ? {} : { [section]: read.data }) }
      return undefined
    },
    preview: (file) => previewOf(file, sectionOf),
  }
}
