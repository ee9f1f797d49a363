import { readScript } from '../script.ts'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import thresholdsNow from '../../bots/amin/crisis/reader.json' with { type: 'json' }
import { crisisLexicon } from '../../bots/amin/crisis/lexicon.ts'
import { makeLearnt } from '../../core/text/danger/learnt.ts'
import { withLearnt } from '../../core/text/danger/outcome.ts'
import { packLearnt, unpackLearnt } from '../../core/text/danger/packed.ts'
import { compileCrisis } from '../../core/text/danger/rules.ts'
import { corpusHash, trainingMessages, voicesOf, type Message } from './corpus.ts'
import { makeDice } from './chance.ts'
import { chooseFactLevels, factsHash, factsToLearn, learnFacts } from './facts.ts'
import { scoreOf } from './score.ts'
import { chooseThresholds } from './thresholds.ts'
import { chooseLevel, learnSayings, sayingsHash, sayingsToLearn } from './sayings.ts'
import { chooseSure, learnSubjects, questionsHash, trainingQuestions } from './subjects.ts'
import { FILES, hashOf } from '../../adapters/sentences/files.ts'
import { ENCODER } from '../../bots/content.ts'
import type { Learnt } from '../../core/text/danger/learnt.ts'
import type { Thresholds } from '../../core/text/danger/outcome.ts'
import { packKinds } from '../../core/text/sayings/packed.ts'
import { chooseBeside, opinionsOn } from './sentences.ts'
import { train } from './train.ts'

const PARTS = {
  danger: 'what danger has in common, and from when on its readers are sure and ask',
  sayings: 'what people say unasked',
  subjects: 'what they ask about',
  facts: 'what they tell of the case',
  sentences:
    'nothing learnt: from when on both readers of danger together are sure and ask, as is needed after the weights of the second one changed (scripts/learn/encoder)',
  curve: 'nothing written: what fewer messages would teach',
} as const
const given = readScript({
  name: 'learn',
  about:
    'Learns from the messages of the training authors, chooses levels by those of the calibration authors, and writes both beside the rules. The same messages give the same bytes. All parts where none is said.',
  options: Object.fromEntries(
    Object.entries(PARTS).map(([name, about]) => [name, { kind: 'flag', about } as const]),
  ),
})
const asked = Object.keys(PARTS).filter((name) => given.flag(name))
if (asked.length > 1) given.refuse(`say one of --${asked.join(', --')}`)
const [only] = asked
const FOLDER = new URL('../../bots/amin/crisis/', import.meta.url)
const SIZES = [1_500, 3_000, 6_000]
const SEED = 3

const rules = compileCrisis(crisisLexicon)
const calibration = voicesOf('calibration')
const print = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`)

const learn = (messages: readonly Message[]) => {
  const bytes = packLearnt(train(messages))
  const learnt = makeLearnt(unpackLearnt(bytes))
  return { bytes, learnt, thresholds: chooseThresholds(rules, learnt, calibration) }
}

/** So many messages of all authors alike: a smaller corpus by as many people. */
const some = (messages: readonly Message[], count: number): readonly Message[] => {
  const roll = makeDice(SEED)
  const drawn = messages.map((message) => ({ message, at: roll() }))
  const kept = new Set(drawn.toSorted((a, b) => a.at - b.at).slice(0, count))
  return drawn.filter((one) => kept.has(one)).map(({ message }) => message)
}

const learnAllSayings = (): void => {
  const sayings = sayingsToLearn()
  const data = learnSayings(sayings)
  const bytes = packKinds(data)
  const { sure, figures } = chooseLevel(sayings)
  writeFileSync(new URL('../sayings.bin', FOLDER), bytes)
  const learnt = {
    learntFrom: sayingsHash(),
    reader: createHash('sha256').update(bytes).digest('hex'),
    sure,
    kinds: data.kinds,
  }
  writeFileSync(new URL('../sayings.json', FOLDER), `${JSON.stringify(learnt, null, 2)}\n`)
  print({ readBy: 'who did not learn of their authors', sure, ...figures })
}

const learnAllSubjects = (): void => {
  const questions = trainingQuestions()
  const data = learnSubjects(questions)
  const bytes = packKinds(data)
  const { sure, firm, near, figures } = chooseSure(questions)
  writeFileSync(new URL('../guidance/subjects.bin', FOLDER), bytes)
  const learnt = {
    learntFrom: questionsHash(),
    reader: createHash('sha256').update(bytes).digest('hex'),
    sure,
    firm,
    near,
    kinds: data.kinds,
  }
  writeFileSync(new URL('../guidance/subjects.json', FOLDER), `${JSON.stringify(learnt, null, 2)}\n`)
  print({ readBy: 'who did not learn of their authors', sure, near, ...figures })
}

const learnAllFacts = (): void => {
  const texts = factsToLearn()
  const data = learnFacts(texts)
  const bytes = packKinds(data)
  writeFileSync(new URL('../facts.bin', FOLDER), bytes)
  const learnt = {
    learntFrom: factsHash(),
    reader: createHash('sha256').update(bytes).digest('hex'),
    ...chooseFactLevels(texts),
    kinds: data.kinds,
  }
  writeFileSync(new URL('../facts.json', FOLDER), `${JSON.stringify(learnt, null, 2)}\n`)
  print({ facts: texts.length, sure: learnt.sure, believed: learnt.believed })
}

/** From when on both readers are sure and ask, for the first as it is given and the second as it lies in its folder. */
const chooseSentences = async (bytes: Uint8Array, learnt: Learnt, thresholds: Thresholds): Promise<void> => {
  const opinions = await opinionsOn(ENCODER, learnt, calibration)
  const beside = chooseBeside(rules, learnt, { thresholds, opinions }, calibration)
  const data = {
    reader: createHash('sha256').update(bytes).digest('hex'),
    files: Object.fromEntries(FILES.map((file) => [file, hashOf(ENCODER, file)])),
    ...beside,
  }
  writeFileSync(new URL('encoder/encoder.json', FOLDER), `${JSON.stringify(data, null, 2)}\n`)
  const both = withLearnt(rules, learnt, thresholds, beside)
  const heard = scoreOf(
    { read: (text, year, before) => both.read(text, year, before, (words) => opinions.get(words)) },
    calibration,
  )
  for (const line of heard) print({ readers: 'both', ...line })
}

const messages = trainingMessages()
if (only === 'facts') learnAllFacts()
else if (only === 'sayings') learnAllSayings()
else if (only === 'subjects') learnAllSubjects()
else if (only === 'sentences') {
  const bytes = readFileSync(new URL('reader.bin', FOLDER))
  await chooseSentences(bytes, makeLearnt(unpackLearnt(bytes)), thresholdsNow)
} else if (only === 'curve')
  for (const size of [...SIZES.filter((each) => each < messages.length), messages.length]) {
    const { learnt, thresholds } = learn(some(messages, size))
    const [all] = scoreOf(withLearnt(rules, learnt, thresholds), calibration)
    print({ learntFrom: size, ...all })
  }
else {
  const { bytes, learnt, thresholds } = learn(messages)
  writeFileSync(new URL('reader.bin', FOLDER), bytes)
  const data = {
    learntFrom: corpusHash(),
    reader: createHash('sha256').update(bytes).digest('hex'),
    ...thresholds,
  }
  writeFileSync(new URL('reader.json', FOLDER), `${JSON.stringify(data, null, 2)}\n`)
  for (const line of scoreOf(withLearnt(rules, learnt, thresholds), calibration)) print(line)
  await chooseSentences(bytes, learnt, thresholds)
  if (only !== 'danger') {
    learnAllSayings()
    learnAllSubjects()
    learnAllFacts()
  }
}
