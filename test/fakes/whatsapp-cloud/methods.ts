import { GraphFault, says } from './errors.ts'
import { readRequest } from './requests.ts'
import type { MarkRead, Outgoing } from './types.ts'
import { messageId, pushStatus, type PersonState, type SentEntry, type World } from './world.ts'

const DAY = 24 * 3_600_000

const find = ({ people }: World, { to, recipient }: Outgoing): PersonState | undefined =>
  people.find((person) =>
    to === undefined ? person.user === recipient : person.phone === to.replace(/^\+/, ''),
  )

/** Why this cannot reach the person, as the platform would say it. */
const obstacle = (world: World, person: PersonState, request: Outgoing): GraphFault | undefined => {
  if (person.unreachable) return says.undeliverable()
  const open = person.wroteAt !== undefined && world.clock.now() - person.wroteAt < DAY
  return open || request.type === 'template' ? undefined : says.window()
}

const textOf = (request: Outgoing): string => {
  if (request.type === 'text') return request.text.body
  if (request.type === 'image' || request.type === 'audio') return ''
  if (request.type === 'document') return request.document.filename ?? ''
  return request.type === 'interactive' ? request.interactive.body.text : `[${request.template.name}]`
}

const choicesOf = (request: Outgoing): Extract<SentEntry, { kind: 'message' }>['choices'] => {
  if (request.type !== 'interactive') return []
  const { interactive } = request
  if (interactive.type === 'location_request_message') return []
  return interactive.type === 'button'
    ? interactive.action.buttons.map(({ reply }) => reply)
    : interactive.action.sections.flatMap(({ rows }) => rows)
}

/** The file that a message names, put onto the platform before. */
const fileOf = (request: Outgoing): string | undefined => {
  if (request.type === 'image') return request.image.id
  if (request.type === 'audio') return request.audio.id
  return request.type === 'document' ? request.document.id : undefined
}

const send = (world: World, request: Outgoing): unknown => {
  const file = fileOf(request)
  if (file !== undefined && world.media.get(file) === undefined) throw says.noObject()
  const person = find(world, request)
  if (person === undefined) throw says.undeliverable()
  if (
    request.type === 'template' &&
    !world.templates.has(`${request.template.name}/${request.template.language.code}`)
  )
    throw says.noTemplate()
  const fault = obstacle(world, person, request)
  if (fault !== undefined && world.errors === 'answer') throw fault
  const id = messageId(world, person.phone)
  person.received.set(id, { callback: request.biz_opaque_callback_data, status: 'sent' })
  world.sent.push({
    kind: 'message',
    to: person.phone,
    id,
    type: request.type,
    text: textOf(request),
    choices: choicesOf(request),
    ...(file === undefined ? {} : { file }),
    request,
    at: world.clock.now(),
  })
  if (fault !== undefined) pushStatus(world, person, id, 'failed', fault)
  else {
    pushStatus(world, person, id, 'sent')
    if (person.online) pushStatus(world, person, id, 'delivered')
  }
  return {
    messaging_product: 'whatsapp',
    contacts: [{ input: request.to ?? request.recipient, wa_id: person.phone }],
    messages: [{ id, message_status: 'accepted' }],
  }
}

const markRead = (world: World, { message_id, typing_indicator }: MarkRead): unknown => {
  const person = world.people.find(({ inbound }) => inbound.has(message_id))
  if (person === undefined) throw says.value('message_id is not known')
  const typing = typing_indicator !== undefined
  world.sent.push({ kind: 'read', to: person.phone, message: message_id, typing, at: world.clock.now() })
  return { success: true }
}

export const isMarkRead = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && (body as { readonly status?: unknown }).status === 'read'

/** `POST /{phone}/messages`. */
export const postMessage = (world: World, body: unknown, unknown: (what: string) => void): unknown => {
  const request = readRequest(body, unknown)
  return 'status' in request ? markRead(world, request) : send(world, request)
}

/** `GET /{phone}?fields=`. */
export const getPhone = (world: World, fields: string): unknown => {
  const names = fields === '' ? ['display_phone_number', 'quality_rating'] : fields.split(',')
  if (names.some((name) => !(name in world.account))) throw says.unknownField()
  return { id: world.phoneId, ...Object.fromEntries(names.map((name) => [name, world.account[name]])) }
}
