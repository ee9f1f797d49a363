import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'

/**
 * Checks one value of the Bot API against `@grammyjs/types`; returns what is wrong in one line, or
 * nothing.
 */
export type Validator = {
  readonly update: (value: unknown) => string | undefined
  readonly request: (method: string, value: unknown) => string | undefined
  readonly result: (method: string, value: unknown) => string | undefined
  /** Method names that the types know. */
  readonly methods: readonly string[]
}

type Definitions = Record<string, unknown>

/** Rises when this file makes another schema from the same types. */
const EDITION = 2
const typesFolder = dirname(createRequire(import.meta.url).resolve('@grammyjs/types/package.json'))
const cacheFolder = fileURLToPath(new URL('../../../node_modules/.cache/amin', import.meta.url))

/** What the generator cannot flatten, by hand: as much of it as the fake speaks. */
const BY_HAND: Definitions = {
  // It takes the array of sizes for an object there.
  R_sendPhoto: { $ref: '#/definitions/Message' },
  R_sendMediaGroup: { type: 'array', items: { $ref: '#/definitions/Message' } },
  P_sendMediaGroup: {
    type: 'object',
    required: ['chat_id', 'media'],
    additionalProperties: false,
    properties: {
      chat_id: { type: ['integer', 'string'] },
      protect_content: { type: 'boolean' },
      disable_notification: { type: 'boolean' },
      media: {
        type: 'array',
        minItems: 2,
        maxItems: 10,
        items: {
          type: 'object',
          required: ['type', 'media'],
          additionalProperties: false,
          properties: {
            type: { enum: ['photo', 'video', 'document', 'audio'] },
            media: { type: 'string' },
            caption: { type: 'string' },
          },
        },
      },
    },
  },
}

const COMMENT = /\/\*\*[\s\S]*?\*\//g
const IMPORT = /^import type .* from "\.\/(\w+)\.js";$/gm
const METHOD = /^ {4}(\w+)\((?:args\??: ([\s\S]*?))?\): ([\s\S]*?);$/gm

/**
 * `ApiMethods` is one type with a generic member for each method, of which the generator makes
 * nothing; so each method's parameters and result become a named type of their own first.
 */
const flatten = (declarations: string): { readonly source: string; readonly names: readonly string[] } => {
  const bare = declarations.replaceAll(COMMENT, '')
  const imports = [...bare.matchAll(IMPORT)].map(([line, name]) =>
    line.replace(`"./${name}.js"`, JSON.stringify(join(typesFolder, `${name}.js`))),
  )
  const members = [...bare.slice(bare.indexOf('export type ApiMethods<F> = {')).matchAll(METHOD)]
  const types = members.flatMap(([, name, args, result]) => [
    `export type P_${name} = ${args ?? '{}'}`,
    `export type R_${name} = ${result}`,
  ])
  return {
    source: [...imports, 'type F = string', 'export type TgUpdate = Update', ...types].join('\n'),
    names: ['TgUpdate', ...members.flatMap(([, name]) => [`P_${name}`, `R_${name}`])],
  }
}

const generate = (): Definitions => {
  const { source, names } = flatten(readFileSync(join(typesFolder, 'methods.d.ts'), 'utf8'))
  const folder = join(cacheFolder, `flat-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  try {
    const path = join(folder, 'flat.ts')
    const tsconfig = join(folder, 'tsconfig.json')
    writeFileSync(path, source)
    const compilerOptions = {
      module: 'nodenext',
      moduleResolution: 'nodenext',
      strict: true,
      skipLibCheck: true,
      types: [],
    }
    writeFileSync(tsconfig, JSON.stringify({ compilerOptions, files: ['flat.ts'] }))
    const generator = createGenerator({
      path,
      tsconfig,
      type: '*',
      additionalProperties: false,
      skipTypeCheck: true,
    })
    const definitions: Definitions = {}
    for (const name of names) {
      try {
        Object.assign(definitions, generator.createSchema(name).definitions)
      } catch {
        // A dozen unions of unions (InputMedia and its kin) do not convert; those the fake speaks
        // stand in BY_HAND.
      }
    }
    return { ...definitions, ...BY_HAND }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Made once for each version of the types, then read from the cache. Two processes may make it at
 * the same time; either copy serves.
 */
const load = (): Definitions => {
  const { version } = JSON.parse(readFileSync(join(typesFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const path = join(cacheFolder, `telegram-schema-${version}-${EDITION}.json`)
  if (!existsSync(path)) {
    mkdirSync(cacheFolder, { recursive: true })
    writeFileSync(`${path}.${process.pid}`, JSON.stringify(generate()))
    renameSync(`${path}.${process.pid}`, path)
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Definitions
}

const build = (): Validator => {
  const definitions = load()
  const ajv = new Ajv({ strict: false, allowUnionTypes: true })
  ajv.addSchema({ definitions }, 'telegram')
  const check = (name: string, value: unknown): string | undefined => {
    const validate = ajv.getSchema(`telegram#/definitions/${name}`)
    if (validate === undefined) return `${name}: no schema`
    if (validate(value) === true) return undefined
    const [first] = validate.errors ?? []
    return `${name}: ${first?.instancePath} ${first?.message} ${JSON.stringify(first?.params)}`
  }
  return {
    update: (value) => check('TgUpdate', value),
    request: (method, value) => check(`P_${method}`, value),
    result: (method, value) => check(`R_${method}`, value),
    methods: Object.keys(definitions).flatMap((name) => (name.startsWith('P_') ? [name.slice(2)] : [])),
  }
}

let built: Validator | undefined

/** Compiling takes half a second, so one serves all fakes of a process. */
export const openValidator = (): Validator => (built ??= build())
