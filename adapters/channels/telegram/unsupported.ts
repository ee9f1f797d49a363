import type { Json } from '../../kit/json.ts'

/** What a message says about itself; any other field is its content. */
const ABOUT: ReadonlySet<string> = new Set([
  'message_id',
  'message_thread_id',
  'from',
  'sender_chat',
  'sender_tag',
  'sender_boost_count',
  'sender_business_bot',
  'receiver_user',
  'ephemeral_message_id',
  'date',
  'guest_query_id',
  'guest_bot_caller_user',
  'guest_bot_caller_chat',
  'business_connection_id',
  'chat',
  'is_topic_message',
  'direct_messages_topic',
  'forward_origin',
  'is_automatic_forward',
  'reply_to_message',
  'reply_to_checklist_task_id',
  'reply_to_poll_option_id',
  'reply_to_story',
  'is_paid_post',
  'external_reply',
  'quote',
  'via_bot',
  'edit_date',
  'has_protected_content',
  'show_caption_above_media',
  'is_from_offline',
  'author_signature',
  'link_preview_options',
  'effect_id',
  'paid_star_count',
  'reply_markup',
  'caption',
  'caption_entities',
  'entities',
  'media_group_id',
  'has_media_spoiler',
])

/** Notices that the app makes when a person changes how the chat looks or behaves: nobody said anything. */
const HOUSEKEEPING = [
  'message_auto_delete_timer_changed',
  'pinned_message',
  'chat_background_set',
  'write_access_allowed',
  'connected_website',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
] as const

/** As the platform names its kinds. Whatever else a field may be called comes from somewhere else. */
const KIND = /^[a-z][a-z0-9_]{0,39}$/

/** The platform's name of what a message carries; `unknown` where it has none. */
export const whatOf = (message: Json): string =>
  Object.keys(message).find((field) => !ABOUT.has(field) && KIND.test(field)) ?? 'unknown'

export const isHousekeeping = (message: Json): boolean => HOUSEKEEPING.some((field) => field in message)
