import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { CRISIS_LABELS } from '../core/base/danger.ts'
import { chancesOf, leaningWords, lengthWeight, signsOf, SIGNS } from '../core/text/danger/leaning.ts'

/**
 * `npm run learn`, with the files in package.json: learns from labelled messages what danger that no rule names has in common (core/text/danger/leaning.ts), and
 * writes it beside the rules. Softmax regression over all messages at once, so that the same messages give the same file. `npm run learn -- --folds`
 * says what each fifth of them would get from the other four, and writes nothing.
 */
const TARGET = new URL('../bots/amin/crisis/leaning.json', import.meta.url)
const CLASSES = ['none', ...CRISIS_LABELS]
/** How little the weights may grow for the sake of few messages. A third and a thirtieth told no more of messages that were not learnt from. */
const STRICTNESS = 0.1
const ROUNDS = 400
const RATE = 2
const MOMENTUM = 0.9
const FOLDS = 5
const CHANCES = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8]

type Message = { readonly text: string; readonly crisis: string; readonly soft?: true }
type Example = { readonly signs: readonly number[]; readonly kind: number; readonly much: number }
type Model = { readonly weights: Float64Array; readonly biases: number[] }

const exampleOf = ({ text, crisis, soft }: Message): Example => {
  const signs = signsOf(leaningWords(text).words).flat()
  return { signs, kind: soft === true ? 0 : Math.max(0, CLASSES.indexOf(crisis)), much: lengthWeight(signs.length) }
}

const scoresOf = ({ weights, biases }: Model, { signs, much }: Example): readonly number[] =>
  biases.map((bias, kind) => {
    let sum = 0
    for (const sign of signs) sum += weights[kind * SIGNS + sign] ?? 0
    return bias + much * sum
  })

const learn = (examples: readonly Example[]): Model => {
  const model: Model = { weights: new Float64Array(CLASSES.length * SIGNS), biases: CLASSES.map(() => 0) }
  const speed = new Float64Array(model.weights.length)
  const biasSpeed = CLASSES.map(() => 0)
  const share = 1 / examples.length
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = new Float64Array(model.weights.length)
    const biasSlope = CLASSES.map(() => 0)
    for (const example of examples) {
      const chances = chancesOf(scoresOf(model, example))
      CLASSES.forEach((_, kind) => {
        const error = (chances[kind] ?? 0) - (example.kind === kind ? 1 : 0)
        biasSlope[kind] = (biasSlope[kind] ?? 0) + share * error
        const step = share * error * example.much
        for (const sign of example.signs) slope[kind * SIGNS + sign] = (slope[kind * SIGNS + sign] ?? 0) + step
      })
    }
    for (let at = 0; at < speed.length; at += 1) {
      speed[at] = MOMENTUM * (speed[at] ?? 0) - RATE * ((slope[at] ?? 0) + STRICTNESS * share * (model.weights[at] ?? 0))
      model.weights[at] = (model.weights[at] ?? 0) + (speed[at] ?? 0)
    }
    CLASSES.forEach((_, kind) => {
      biasSpeed[kind] = MOMENTUM * (biasSpeed[kind] ?? 0) - RATE * (biasSlope[kind] ?? 0)
      model.biases[kind] = (model.biases[kind] ?? 0) + (biasSpeed[kind] ?? 0)
    })
  }
  return model
}

const reportFolds = (examples: readonly Example[]): void => {
  const table = CHANCES.map((chance) => ({ chance, found: 0, crises: 0, asked: 0, calm: 0 }))
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = learn(examples.filter((_, at) => at % FOLDS !== fold))
    for (const example of examples.filter((_, at) => at % FOLDS === fold)) {
      const danger = 1 - (chancesOf(scoresOf(model, example))[0] ?? 1)
      for (const row of table) {
        const over = danger >= row.chance ? 1 : 0
        if (example.kind === 0) Object.assign(row, { calm: row.calm + 1, asked: row.asked + over })
        else Object.assign(row, { crises: row.crises + 1, found: row.found + over })
      }
    }
  }
  for (const row of table) process.stdout.write(`${JSON.stringify(row)}\n`)
}

const write = (examples: readonly Example[], learntFrom: string): void => {
  const { weights, biases } = learn(examples)
  const most = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0)
  const scale = most / 127
  const small = Int8Array.from(weights, (weight) => Math.round(weight / scale))
  const rounded = (value: number): number => Number(value.toPrecision(6))
  const data = {
    learntFrom,
    classes: CLASSES,
    scale: rounded(scale),
    biases: biases.map(rounded),
    weights: Buffer.from(small.buffer).toString('base64'),
  }
  writeFileSync(TARGET, `${JSON.stringify(data, null, 2)}\n`)
}

const files = process.argv.slice(2).filter((each) => !each.startsWith('--'))
const texts = files.map((file) => readFileSync(file, 'utf8'))
const examples = texts.flatMap((text) => (JSON.parse(text) as readonly Message[]).map(exampleOf))
if (examples.length === 0) {
  process.stderr.write('learn-danger: name files of labelled messages (test/vectors/crisis)\n')
  process.exitCode = 2
} else if (process.argv.includes('--folds')) reportFolds(examples)
else write(examples, createHash('sha256').update(texts.join('')).digest('hex'))
