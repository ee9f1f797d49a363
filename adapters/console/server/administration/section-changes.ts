import type { z } from 'zod'
import {
  SECTION_NAMES,
  SECTIONS,
  type OperatorFile,
  type SectionChanges,
  type SectionName,
  type Sections,
  type SettingFault,
  type SettingsPreview,
  type Why,
} from '../../contract/settings.ts'

type Value = Sections[SectionName]
/** A list that the team shares, of lines with ids. */
type Lines = readonly { readonly id: string }[]
type Issue = z.core.$ZodIssue

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0

/** A list without a line, or accounts without a name, is the same as nothing said. */
export const saysNothing = (value: Value): boolean => value === undefined || isEmpty(value)

const isLines = (value: unknown): value is Lines => Array.isArray(value)

/** Lines of a list by their ids, fields of an object by their names. */
const partsOf = (value: Value | Lines): ReadonlyMap<string, string> =>
  new Map(
    isLines(value)
      ? value.map((line) => [line.id, JSON.stringify(line)])
      : Object.entries(value ?? {}).map(([name, part]) => [name, JSON.stringify(part)]),
  )

/** What becomes another, by fixed names and ids alone: it goes into the log of administrators. */
export const changesOf = (before: Value | Lines, after: Value | Lines): SectionChanges => {
  const [old, now] = [partsOf(before), partsOf(after)]
  const changed = [...now].filter(([id, part]) => old.has(id) && old.get(id) !== part).map(([id]) => id)
  const added = [...now.keys()].filter((id) => !old.has(id))
  const removed = [...old.keys()].filter((id) => !now.has(id))
  // Another order of the same lines: what stands first is shown first.
  const isOrdered =
    [...old.keys()].filter((id) => now.has(id)).join() === [...now.keys()].filter((id) => old.has(id)).join()
  const isMoved = Array.isArray(after) && !isOrdered
  return {
    added,
    removed,
    changed: isMoved && changed.length === 0 ? [...now.keys()].filter((id) => old.has(id)) : changed,
  }
}

/** The same for the log: what did not change is left out. */
export const detailOf = (changes: SectionChanges): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(changes).flatMap(([how, ids]) => (ids.length === 0 ? [] : [[how, ids.join()]])),
  )

const SAID: Readonly<Record<string, Why>> = {
  'a hotline stands twice': 'twice',
  'a team stands twice': 'twice',
  'later pages come later': 'order',
  'one team must be left': 'last',
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null ? (Reflect.get(part, key) as unknown) : undefined,
    value,
  )

const whyOf = (issue: Issue, value: unknown): Why => {
  const given = at(value, issue.path)
  if (given === undefined || given === '' || (Array.isArray(given) && given.length === 0)) return 'missing'
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'missing' : 'small'
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'long' : 'large'
    case 'invalid_value':
      return 'choice'
    case 'unrecognized_keys':
      return 'strange'
    case 'custom':
      return SAID[issue.message] ?? 'format'
    default:
      return 'format'
  }
}

/** Each field that cannot be so, with why; nothing of what was entered. */
export const faultsOf = (section: SectionName, error: z.ZodError, value: unknown): SettingFault[] =>
  error.issues.map((issue) => ({
    path: [section, ...issue.path].map(String).join('.'),
    why: whyOf(issue, value),
  }))

const isSection = (name: string): name is SectionName => (SECTION_NAMES as readonly string[]).includes(name)

/** What an operator file would change of what holds. */
export const previewOf = (
  file: OperatorFile['file'],
  sectionOf: (name: SectionName) => { readonly from: 'file' | 'here' | 'nowhere'; readonly value?: Value },
): SettingsPreview => ({
  sections: Object.keys(file)
    .filter(isSection)
    .map((section) => {
      const read = SECTIONS[section].safeParse(file[section])
      const { from, value } = sectionOf(section)
      if (!read.success)
        return {
          section,
          outcome: 'wrong',
          changes: { added: [], removed: [], changed: [] },
          faults: faultsOf(section, read.error, file[section]),
        }
      const changes = changesOf(value, read.data)
      const isSame = Object.values(changes).every((ids) => ids.length === 0)
      return { section, outcome: isSame ? 'same' : from === 'file' ? 'file' : 'changes', changes, faults: [] }
    }),
  left: Object.keys(file).filter((name) => !isSection(name)),
})
