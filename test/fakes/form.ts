/**
 * Fields of a multipart body as the Bot API takes them: a part with a file name is kept and stands
 * for `attach://` its name wherever a field says so; other fields are JSON where they are, else text.
 */
export const readForm = (
  body: Buffer,
  boundary: string,
  keep: (bytes: Buffer) => string,
): Record<string, unknown> => {
  const mark = Buffer.from(`--${boundary}`)
  const fields: Record<string, unknown> = {}
  const files = new Map<string, string>()
  let at = body.indexOf(mark)
  for (let next = body.indexOf(mark, at + 1); next > 0; next = body.indexOf(mark, at + 1)) {
    const part = body.subarray(at + mark.length + 2, next - 2)
    at = next
    const split = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, split).toString()
    const content = part.subarray(split + 4)
    const name = /name="?([^";\r\n]+)/.exec(head)?.[1] ?? ''
    if (/filename=/.test(head)) files.set(name, keep(Buffer.from(content)))
    else fields[name] = valueOf(content.toString())
  }
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string' && value.startsWith('attach://'))
      fields[name] = files.get(value.slice('attach://'.length))
  return fields
}

const valueOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
