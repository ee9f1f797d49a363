import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../../core/base/language.ts'

/** What is true of a scripted person, as a listener would note it; what does not apply is left out. */
export type Facts = {
  readonly age?: number
  readonly reporter?: string
  readonly gender?: string
  readonly has?: string | readonly string[]
  readonly wants?: string | readonly string[]
  readonly amount?: string
  readonly deadline?: string
  readonly place?: string
  readonly paid?: boolean
  readonly published?: boolean
  readonly identifiers?: readonly string[]
  readonly minor?: boolean
  readonly danger?: string | readonly string[]
  readonly wish?: string
}

export type Answers = Readonly<Record<string, string | undefined>>

/**
 * Somebody who writes, scripted by an author who knows no flow: what they say unasked, and how they
 * answer.
 */
export type Person = {
  readonly id: string
  readonly language: Language
  readonly form: string
  readonly style: string
  /** Bursts: what stands in one is sent before any answer is read. */
  readonly opening: readonly (readonly string[])[]
  readonly facts: Facts
  readonly answers: Answers
  readonly askback?: string
  /** After so many messages of the bot this is said instead of an answer. */
  readonly interruptions?: readonly {
    readonly after: number
    readonly say: readonly string[]
    readonly kind: string
  }[]
  readonly changes?: readonly {
    readonly after: number
    readonly say: readonly string[]
    readonly fact?: Facts
  }[]
  readonly expects: string
}

export const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

export const readPeople = (dir: string): readonly Person[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(join(dir, name), 'utf8')) as Person)
