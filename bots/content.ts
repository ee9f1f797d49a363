import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openChecks } from '../adapters/identifiers/index.ts'
import type { CasePorts } from '../core/services/casebook/ports.ts'
import { makeFactReader, type ReadFacts } from '../core/text/facts/reader.ts'
import { makeLearnt } from '../core/text/danger/learnt.ts'
import { withLearnt } from '../core/text/danger/outcome.ts'
import { unpackLearnt } from '../core/text/danger/packed.ts'
import { unpackKinds } from '../core/text/sayings/packed.ts'
import { makeSayingReader, type SayingReader } from '../core/text/sayings/reader.ts'
import { makeSubjectReader, type SubjectReader } from '../core/text/subjects/reader.ts'
import { compileCrisis } from '../core/text/danger/rules.ts'
import { accessRules } from './amin/access.ts'
import { crisisLexicon } from './amin/crisis/lexicon.ts'
import encoder from './amin/crisis/encoder/encoder.json' with { type: 'json' }
import thresholds from './amin/crisis/reader.json' with { type: 'json' }
import learntFacts from './amin/facts.json' with { type: 'json' }
import { flow } from './amin/flow.ts'
import learntSayings from './amin/sayings.json' with { type: 'json' }
import learntSubjects from './amin/guidance/subjects.json' with { type: 'json' }
import { triageRules } from './amin/triage.ts'

type Crisis = CasePorts['crisis']

const READER = new URL('amin/crisis/reader.bin', import.meta.url)

/** The folder of what the second reader reads with (adapters/sentences). */
export const ENCODER = fileURLToPath(new URL('amin/crisis/encoder/', import.meta.url))

let compiled: Crisis | undefined
/**
 * Compiles the lexicon and loads the reader with the first message that is read: 0.3 s, which most
 * commands need not spend.
 */
const crisis: Crisis = {
  read: (text, year, before, opinionOf) => {
    compiled ??= withLearnt(
      compileCrisis(crisisLexicon),
      makeLearnt(unpackLearnt(readFileSync(READER))),
      thresholds,
      encoder,
    )
    return compiled.read(text, year, before, opinionOf)
  },
}

const SAYINGS = new URL('amin/sayings.bin', import.meta.url)

/** Beside a story a piece of it may sound like a question: it has to be surer there. */
const FIRM = 0.8
let sayingReader: SayingReader | undefined
/** Loads the reader of sayings with the first words that are read. */
const sayings: CasePorts['sayings'] = {
  read: (text) => {
    sayingReader ??= makeSayingReader(unpackKinds(readFileSync(SAYINGS), learntSayings.kinds))
    return sayingReader(text).map(({ start, end, kind, chance }) => ({
      start,
      end,
      ...(chance >= learntSayings.sure ? { kind } : {}),
      ...(chance >= FIRM ? { firm: true as const } : {}),
    }))
  },
}

const SUBJECTS = new URL('amin/guidance/subjects.bin', import.meta.url)

let subjectReader: SubjectReader | undefined
/** Loads the reader of subjects with the first words that may ask for one. */
const subjects: CasePorts['subjects'] = {
  read: (text, named) => {
    subjectReader ??= makeSubjectReader(unpackKinds(readFileSync(SUBJECTS), learntSubjects.kinds))
    const asked = subjectReader(text, named)
    if (asked === undefined) return undefined
    return {
      subject: asked.subject,
      ...(asked.score >= learntSubjects.sure ? { sure: true as const } : {}),
      ...(asked.score >= learntSubjects.firm ? { firm: true as const } : {}),
      ...(asked.nearness >= learntSubjects.near ? { near: asked.nearest } : {}),
    }
  },
}

const FACTS = new URL('amin/facts.bin', import.meta.url)

let factReader: ReadFacts | undefined
/** Loads the reader of facts with the first words that tell something. */
const facts: CasePorts['facts'] = {
  read: (text) => {
    factReader ??= makeFactReader(unpackKinds(readFileSync(FACTS), learntFacts.kinds), learntFacts)
    return factReader(text)
  },
}

/** The bot's content: what it asks, what it hears, how it judges. */
export const content = {
  flow,
  triage: triageRules,
  access: accessRules,
  crisis,
  sayings,
  subjects,
  facts,
  checks: openChecks(),
}
