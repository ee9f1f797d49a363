/** A part of JSON Schema, as the contract of the console is written in. */
type Schema = {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly minimum?: number
}

/** A value of this shape, every field of it there. */
const exampleOf = (schema: Schema): unknown => {
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (first !== undefined) return exampleOf(first)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, one]) => [name, exampleOf(one)]),
      )
    case 'array':
      return schema.items === undefined ? [] : [exampleOf(schema.items)]
    case 'number':
    case 'integer':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return 'words of somebody'
  }
}

/** A body that an operation of the contract takes; nothing where it takes none. */
const bodyOf = (operation: unknown): unknown => {
  const { requestBody } = operation as {
    readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
  }
  const schema = requestBody?.content?.['application/json']?.schema
  return schema === undefined ? {} : exampleOf(schema)
}

export type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>
type Route = { readonly method: string; readonly path: string; readonly body?: unknown }

/** What ends the sessions that all the others need is left to its own tests, and streams never end. */
const LEFT_OUT = /sessions|events|disable|rights|stream/

export const routesOf = (paths: Paths): readonly Route[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    LEFT_OUT.test(path)
      ? []
      : Object.entries(methods).map(([method, operation]) => ({
          method: method.toUpperCase(),
          path,
          body: bodyOf(operation),
        })),
  )
