import { Failure } from '../../base/failure.ts'
import type { CrisisRules } from './data.ts'
import { expandForm, expandShape, parseSequence } from './forms.ts'
import { NUMBER_CLASSES } from './vocabulary.ts'

/** Names that the reader makes itself. */
const GIVEN = [...NUMBER_CLASSES, 'span']

const refuse = (what: string): never => {
  throw new Failure('flow_invalid', `crisis rules: ${what}`)
}

/** Groups do not nest, and all are closed. */
const checkGroups = (where: string, form: string): void => {
  if (/[()]/.test(expandForm(form).join('')))
    refuse(`${where} has a group within a group, or one without an end: ${form}`)
}

const checkShape = (where: string, shape: string, known: ReadonlySet<string>): void => {
  if (/[[\]]/.test(expandShape(shape).join(''))) refuse(`${where} has an option without an end`)
  for (const part of expandShape(shape).flatMap((one) => (one.includes('&') ? one.split('&') : [one]))) {
    const elements = parseSequence(part, 0)
    if (elements.length === 0) refuse(`${where} has an empty shape`)
    if (shape.includes('&') && elements.length > 1)
      refuse(`${where} puts several words beside an "&": make them a fact`)
    for (const element of elements) {
      if ('literal' in element) {
        checkGroups(where, element.literal)
        if (/[<>]/.test(element.literal)) refuse(`${where} has a class name without an end`)
        if (!/\p{L}|\p{N}/u.test(element.literal)) refuse(`${where} has a word without letters`)
      } else
        for (const name of element.names)
          if (!known.has(name)) refuse(`${where} names "${name}", which is neither class nor fact`)
    }
  }
}

const namesIn = (shape: string): readonly string[] =>
  [...shape.matchAll(/<([^>]*)>/g)].flatMap(([, names = '']) => names.split('|'))

/** Throws `flow_invalid` where the rules contradict themselves; what it says holds names of the data only. */
export const checkRules = (rules: CrisisRules): void => {
  const known = new Set([...GIVEN, ...Object.keys(rules.classes)])
  const demand = (where: string, names: readonly string[]): void => {
    for (const name of names) if (!known.has(name)) refuse(`${where} names "${name}", which is no class`)
  }
  for (const [name, forms] of Object.entries(rules.classes)) {
    demand(`class ${name}`, forms.with ?? [])
    for (const line of [forms.ar, forms.ckb, forms.en, forms.lat].flatMap((lines) => lines ?? [])) {
      checkGroups(`class ${name}`, line)
      if (/[<>+&[\]]/.test(line)) refuse(`class ${name} holds a shape: classes hold single words`)
    }
  }
  demand('mistyped', rules.mistyped)
  for (const [value] of [...rules.numbers, ...rules.spans])
    if (!(value > 0)) refuse('a number word is worth nothing')
  for (const shape of rules.idioms) checkShape('an idiom', shape, known)
  // What a fact uses stands above it, so none can use itself.
  for (const [name, shapes] of Object.entries(rules.facts)) {
    if (known.has(name)) refuse(`${name} is both a class and a fact`)
    for (const shape of shapes) checkShape(`fact ${name}`, shape, known)
    known.add(name)
  }
  const ids = new Set<string>()
  for (const rule of rules.rules) {
    if (ids.has(rule.id)) refuse(`rule ${rule.id} stands twice`)
    ids.add(rule.id)
    if (rule.shapes.length === 0) refuse(`rule ${rule.id} has no shape`)
    for (const guard of [...(rule.unless ?? []), ...(rule.softIf ?? [])])
      for (const name of guard.words) {
        if (!(name in rules.classes) && !(name in rules.facts))
          refuse(`${rule.id} is guarded by "${name}", which is neither class nor fact`)
        for (const shape of rules.facts[name] ?? [])
          if (shape.includes('&') || Object.keys(rules.facts).some((fact) => namesIn(shape).includes(fact)))
            refuse(`${rule.id} is guarded by "${name}", which is not made of classes and words alone`)
      }
    for (const shape of rule.shapes) checkShape(rule.id, shape, known)
  }
}
