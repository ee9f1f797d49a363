import type { CaseRow } from '../../core/ports/store/views.ts'
import {
  type Connection,
  type IndexDefinition,
  type IndexOptions,
  type Model,
  Schema,
  type SchemaDefinition,
} from 'mongoose'
import type { Stamp } from '../../core/ports/store/custody.ts'
import type {
  CaseDoc,
  ChatDoc,
  CheckpointDoc,
  ClaimDoc,
  DeliveryDoc,
  EntryDoc,
  FeedDoc,
  FinishedDoc,
  HandledDoc,
  JobDoc,
  LeafDoc,
  MetaDoc,
  NetworkDoc,
  OutboxDoc,
  SettingDoc,
  SpreadDoc,
  WaitingDoc,
  WordDoc,
} from './shapes.ts'

const text = { type: String, required: true } as const
const number = { type: Number, required: true } as const
const binary = { type: Buffer, required: true } as const

type Shape = {
  readonly fields: SchemaDefinition
  readonly indexes?: readonly (readonly [IndexDefinition, IndexOptions?])[]
}

const OUTBOX_ROW = {
  caseId: text,
  seq: number,
  n: number,
  chatKey: text,
  channel: text,
  account: text,
  speaker: text,
  repeatable: { type: Boolean, required: true },
  dueAt: number,
  sealed: binary,
} satisfies SchemaDefinition

const JOB = { kind: text, caseId: text, dueAt: number, sealed: binary } satisfies SchemaDefinition

const CASE_ROW = {
  code: text,
  hash: text,
  status: text,
  severity: text,
  team: text,
  copies: [String],
  marks: [String],
  assignee: String,
  language: text,
  channel: text,
  openedAt: number,
  waitingSince: Number,
  dueAt: Number,
  lastAt: number,
  unread: number,
  evidence: number,
  sealed: binary,
} satisfies SchemaDefinition & Record<Exclude<keyof CaseRow, 'caseId' | 'seq'>, unknown>

const NETWORK = { seq: number, hash: text, members: [String] } satisfies SchemaDefinition

const STAMP = { anchor: text, at: number, token: binary, certificates: text } satisfies SchemaDefinition &
  Record<keyof Stamp, unknown>

const part = (fields: SchemaDefinition): Schema => new Schema(fields, { _id: false, id: false })

const EFFECTS = part({
  entryId: text,
  caseId: text,
  seq: number,
  stamp: number,
  outbox: [part({ id: text, ...OUTBOX_ROW })],
  jobs: [part({ id: text, ...JOB })],
  view: part({ caseId: text, seq: number, ...CASE_ROW }),
  network: part({ networkId: text, ...NETWORK }),
  words: { type: [String], default: undefined },
  kinds: [String],
  at: number,
  handles: part({ inbound: String, job: String }),
  silence: Boolean,
})

/**
 * Every collection with its indexes: the only place that states them. `_id` has one of its own
 * everywhere.
 */
export const SHAPES = {
  entry: {
    fields: {
      caseId: text,
      seq: number,
      header: text,
      sealed: binary,
      prev: text,
      hash: text,
      cause: text,
      batch: text,
      first: String,
    },
    indexes: [
      [{ cause: 1 }, { unique: true }],
      [{ first: 1 }, { sparse: true }],
    ],
  },
  spread: { fields: { born: number, commits: [EFFECTS] } },
  waiting: {
    fields: { chatKey: text, receivedAt: number, order: number, attempts: number, sealed: binary },
    indexes: [[{ chatKey: 1, order: 1 }], [{ order: 1 }]],
  },
  handled: { fields: { receivedAt: number }, indexes: [[{ receivedAt: 1 }]] },
  outbox: {
    fields: {
      ...OUTBOX_ROW,
      order: number,
      readyAt: number,
      attempts: number,
      sending: { type: Boolean, required: true },
    },
    indexes: [[{ chatKey: 1, order: 1 }], [{ channel: 1, account: 1, readyAt: 1 }], [{ caseId: 1 }]],
  },
  delivery: { fields: { status: text, speaker: text, attempts: number, at: number, receipt: Buffer } },
  job: {
    fields: { ...JOB, order: number, readyAt: number, attempts: number },
    indexes: [[{ readyAt: 1, order: 1 }]],
  },
  finished: { fields: { at: number }, indexes: [[{ at: 1 }]] },
  claim: {
    fields: { kind: text, key: text, row: String, owner: text, until: number },
    indexes: [[{ kind: 1, key: 1 }], [{ owner: 1 }], [{ row: 1 }, { sparse: true }]],
  },
  case: {
    fields: { row: part({ seq: number, stamp: number, order: text, ...CASE_ROW }) },
    indexes: [
      [{ 'row.status': 1, 'row.order': 1 }],
      [{ 'row.order': 1 }],
      [{ 'row.code': 1 }],
      [{ 'row.marks': 1 }],
    ],
  },
  network: { fields: { row: part(NETWORK) }, indexes: [[{ 'row.members': 1 }]] },
  setting: { fields: { at: number, by: text, body: text } },
  word: { fields: { token: text, caseId: text }, indexes: [[{ token: 1, caseId: 1 }], [{ caseId: 1 }]] },
  chat: { fields: { caseId: text } },
  feed: {
    fields: {
      key: text,
      stamp: number,
      count: number,
      from: number,
      items: [part({ at: number, kinds: [String], caseId: text, seq: number })],
    },
    indexes: [[{ key: 1 }, { unique: true }]],
  },
  leaf: {
    fields: { entry: text, caseId: text, seq: number, hash: text, leaf: binary },
    indexes: [[{ entry: 1 }, { unique: true }]],
  },
  checkpoint: {
    fields: {
      size: number,
      root: text,
      peaks: [String],
      at: number,
      text,
      publicKey: text,
      stamps: [part(STAMP)],
    },
    indexes: [[{ size: 1, _id: 1 }]],
  },
  meta: { fields: { application: String, version: Number, count: Number } },
} as const satisfies Record<string, Shape>

export type Name = keyof typeof SHAPES

/** Of the documents by collection. */
export type Docs = {
  readonly entry: EntryDoc
  readonly spread: SpreadDoc
  readonly waiting: WaitingDoc
  readonly handled: HandledDoc
  readonly outbox: OutboxDoc
  readonly delivery: DeliveryDoc
  readonly job: JobDoc
  readonly finished: FinishedDoc
  readonly claim: ClaimDoc
  readonly case: CaseDoc
  readonly network: NetworkDoc
  readonly setting: SettingDoc
  readonly word: WordDoc
  readonly chat: ChatDoc
  readonly feed: FeedDoc
  readonly leaf: LeafDoc
  readonly checkpoint: CheckpointDoc
  readonly meta: MetaDoc
}

/** Strict both ways: what the shape does not name is neither written nor asked for. */
const schemaOf = (shape: Shape): Schema => {
  const schema = new Schema(
    { _id: text, ...shape.fields },
    {
      strict: 'throw',
      strictQuery: 'throw',
      versionKey: false,
      id: false,
      minimize: false,
      autoIndex: false,
      autoCreate: false,
    },
  )
  for (const [fields, options] of shape.indexes ?? []) schema.index(fields, options)
  return schema
}

/** The model of a collection on a connection, made once. */
export const modelOf = <N extends Name>(connection: Connection, name: N): Model<Docs[N]> =>
  (connection.models[name] ?? connection.model(name, schemaOf(SHAPES[name]), name)) as unknown as Model<
    Docs[N]
  >
