import { says } from './errors.ts'
import type { MarkRead, Outgoing } from './types.ts'

/** The platform's own checks of what a business sends, with its documented limits. Throws a GraphFault. */

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const part = (value: unknown, name: string): Fields => {
  if (!isFields(value)) throw says.invalid(`${name} must be an object`)
  return value
}

const each = (value: unknown, name: string, least: number, most: number): readonly Fields[] => {
  if (!Array.isArray(value) || value.length < least || value.length > most)
    throw says.value(`${name} must have ${least} to ${most} items`)
  return value.map((item, index) => part(item, `${name}[${index}]`))
}

const words = (value: unknown, name: string, most: number): string => {
  if (typeof value !== 'string' || value.trim() === '') throw says.invalid(`${name} is required`)
  if (value.length > most) throw says.invalid(`${name} must be at most ${most} characters long`)
  return value
}

/** The platform ignores what it does not know; we would like to hear of it. */
const only = (
  fields: Fields,
  names: readonly string[],
  where: string,
  unknown: (what: string) => void,
): void => {
  for (const name of Object.keys(fields))
    if (!names.includes(name)) unknown(`${where}.${name} is not documented`)
}

const distinct = (values: readonly string[], name: string): void => {
  if (new Set(values).size !== values.length) throw says.value(`duplicated ${name}`)
}

const checkButtons = (action: Fields): void => {
  const replies = each(action['buttons'], 'buttons', 1, 3).map((button) => {
    if (button['type'] !== 'reply') throw says.value('a button must be a reply')
    return part(button['reply'], 'reply')
  })
  distinct(
    replies.map((reply) => words(reply['id'], 'id', 256)),
    'button id',
  )
  distinct(
    replies.map((reply) => words(reply['title'], 'title', 20)),
    'button title',
  )
}

const checkList = (action: Fields): void => {
  words(action['button'], 'button', 20)
  const sections = each(action['sections'], 'sections', 1, 10)
  const rows = sections.flatMap((section) => {
    if (sections.length > 1 || section['title'] !== undefined) words(section['title'], 'section title', 24)
    return each(section['rows'], 'rows', 1, 10)
  })
  if (rows.length > 10) throw says.value('a list has at most 10 rows')
  for (const row of rows) {
    words(row['title'], 'row title', 24)
    if (row['description'] !== undefined) words(row['description'], 'row description', 72)
  }
  distinct(
    rows.map((row) => words(row['id'], 'row id', 200)),
    'row id',
  )
}

const checkInteractive = (interactive: Fields): void => {
  const action = part(interactive['action'], 'action')
  const body = part(interactive['body'], 'body')
  switch (interactive['type']) {
    case 'button':
      words(body['text'], 'body text', 1024)
      return checkButtons(action)
    case 'list':
      words(body['text'], 'body text', 4096)
      return checkList(action)
    case 'location_request_message':
      words(body['text'], 'body text', 1024)
      if (action['name'] !== 'send_location') throw says.value('a location request has one action')
      return
    default:
      throw says.value('unknown interactive type')
  }
}

const ABOUT = [
  'messaging_product',
  'recipient_type',
  'to',
  'recipient',
  'type',
  'biz_opaque_callback_data',
  'context',
] as const

export const readRequest = (body: unknown, unknown: (what: string) => void): Outgoing | MarkRead => {
  const fields = part(body, 'body')
  if (fields['messaging_product'] !== 'whatsapp') throw says.invalid('messaging_product must be whatsapp')
  if (fields['status'] === 'read') {
    only(fields, ['messaging_product', 'status', 'message_id', 'typing_indicator'], 'read', unknown)
    words(fields['message_id'], 'message_id', 1024)
    return fields as unknown as MarkRead
  }
  if (fields['to'] === undefined && fields['recipient'] === undefined) throw says.invalid('to is required')
  const callback = fields['biz_opaque_callback_data']
  if (callback !== undefined) words(callback, 'biz_opaque_callback_data', 512)
  const type = words(fields['type'], 'type', 40)
  only(fields, [...ABOUT, type], type, unknown)
  const content = part(fields[type], type)
  if (type === 'text') {
    only(content, ['body', 'preview_url'], type, unknown)
    words(content['body'], 'text.body', 4096)
  } else if (type === 'interactive') {
    only(content, ['type', 'body', 'action', 'header', 'footer'], type, unknown)
    checkInteractive(content)
  } else if (type === 'template') {
    words(content['name'], 'template.name', 512)
    words(part(content['language'], 'language')['code'], 'language.code', 16)
  } else if (type === 'image' || type === 'audio' || type === 'document') {
    only(content, ['id', ...(type === 'document' ? ['filename'] : [])], type, unknown)
    words(content['id'], `${type}.id`, 64)
  } else throw says.value(`type ${type} is not spoken here`)
  return fields as unknown as Outgoing
}
