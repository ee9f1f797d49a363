import { mkdirSync, writeFileSync } from 'node:fs'
import { trainingMessages } from '../corpus.ts'

/** `node messages.ts`: writes the training authors' messages to work/train.jsonl, for the Python files beside this one. */
mkdirSync('work', { recursive: true })
writeFileSync(
  'work/train.jsonl',
  trainingMessages()
    .map((message) => `${JSON.stringify(message)}\n`)
    .join(''),
)
