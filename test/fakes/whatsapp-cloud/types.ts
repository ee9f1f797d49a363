/**
 * Shapes of the platform as its pages document them (developers.facebook.com, WhatsApp Business
 * Platform, 2026), as far as the fake speaks.
 */

export type MediaPart = {
  readonly id: string
  readonly mime_type: string
  readonly sha256: string
  readonly caption?: string
  readonly filename?: string
  readonly voice?: boolean
  readonly animated?: boolean
}

export type ContactCard = {
  readonly name: { readonly formatted_name: string; readonly first_name?: string }
  readonly phones?: readonly { readonly phone: string; readonly wa_id?: string; readonly type?: string }[]
}

export type Content =
  | { readonly type: 'text'; readonly text: { readonly body: string } }
  | { readonly type: 'image'; readonly image: MediaPart }
  | { readonly type: 'video'; readonly video: MediaPart }
  | { readonly type: 'audio'; readonly audio: MediaPart }
  | { readonly type: 'document'; readonly document: MediaPart }
  | { readonly type: 'sticker'; readonly sticker: MediaPart }
  | {
      readonly type: 'location'
      readonly location: {
        readonly latitude: number
        readonly longitude: number
        readonly name?: string
        readonly address?: string
      }
    }
  | { readonly type: 'contacts'; readonly contacts: readonly ContactCard[] }
  | { readonly type: 'reaction'; readonly reaction: { readonly message_id: string; readonly emoji?: string } }
  | {
      readonly type: 'interactive'
      readonly interactive:
        | {
            readonly type: 'button_reply'
            readonly button_reply: { readonly id: string; readonly title: string }
          }
        | {
            readonly type: 'list_reply'
            readonly list_reply: {
              readonly id: string
              readonly title: string
              readonly description?: string
            }
          }
    }
  | { readonly type: 'button'; readonly button: { readonly payload: string; readonly text: string } }
  | { readonly type: 'request_welcome' }
  | {
      readonly type: 'unsupported'
      readonly errors: readonly {
        readonly code: number
        readonly title: string
        readonly message: string
        readonly error_data: { readonly details: string }
      }[]
      readonly unsupported: { readonly type: string }
    }
  | {
      readonly type: 'edit'
      readonly edit: { readonly original_message_id: string; readonly message: Content }
    }
  | { readonly type: 'revoke'; readonly revoke: { readonly original_message_id: string } }
  | {
      readonly type: 'system'
      readonly system: {
        readonly body: string
        readonly type: 'user_changed_number' | 'user_changed_user_id'
        readonly wa_id?: string
        readonly user_id?: string
        readonly previous_user_id?: string
      }
    }

export type Context = {
  readonly from?: string
  readonly id?: string
  readonly forwarded?: boolean
  readonly frequently_forwarded?: boolean
}

export type Referral = {
  readonly source_url: string
  readonly source_id: string
  readonly source_type: 'ad' | 'post'
  readonly headline: string
  readonly ctwa_clid: string
}

export type Message = Content & {
  readonly id: string
  readonly timestamp: string
  readonly from?: string
  readonly from_user_id?: string
  readonly context?: Context
  readonly referral?: Referral
}

export type Status = {
  readonly id: string
  readonly status: 'sent' | 'delivered' | 'read' | 'failed'
  readonly timestamp: string
  readonly recipient_id?: string
  readonly recipient_user_id?: string
  readonly biz_opaque_callback_data?: string
  readonly errors?: readonly {
    readonly code: number
    readonly title: string
    readonly message: string
    readonly error_data: { readonly details: string }
  }[]
}

export type Card = {
  readonly profile: { readonly name: string; readonly username?: string }
  readonly wa_id?: string
  readonly user_id: string
}

/** `changes[].value` of the field `messages`. */
export type Value = {
  readonly messaging_product: 'whatsapp'
  readonly metadata: { readonly display_phone_number: string; readonly phone_number_id: string }
  readonly contacts?: readonly Card[]
  readonly messages?: readonly Message[]
  readonly statuses?: readonly Status[]
}

/** What a business sends. */
export type Outgoing = {
  readonly messaging_product: 'whatsapp'
  readonly recipient_type?: 'individual'
  readonly to?: string
  readonly recipient?: string
  readonly biz_opaque_callback_data?: string
} & (
  | { readonly type: 'text'; readonly text: { readonly body: string; readonly preview_url?: boolean } }
  | { readonly type: 'image'; readonly image: { readonly id: string } }
  | { readonly type: 'audio'; readonly audio: { readonly id: string } }
  | { readonly type: 'document'; readonly document: { readonly id: string; readonly filename?: string } }
  | {
      readonly type: 'interactive'
      readonly interactive:
        | {
            readonly type: 'button'
            readonly body: { readonly text: string }
            readonly action: {
              readonly buttons: readonly {
                readonly type: 'reply'
                readonly reply: { readonly id: string; readonly title: string }
              }[]
            }
          }
        | {
            readonly type: 'location_request_message'
            readonly body: { readonly text: string }
            readonly action: { readonly name: 'send_location' }
          }
        | {
            readonly type: 'list'
            readonly body: { readonly text: string }
            readonly action: {
              readonly button: string
              readonly sections: readonly {
                readonly title?: string
                readonly rows: readonly {
                  readonly id: string
                  readonly title: string
                  readonly description?: string
                }[]
              }[]
            }
          }
    }
  | {
      readonly type: 'template'
      readonly template: { readonly name: string; readonly language: { readonly code: string } }
    }
)

export type MarkRead = {
  readonly messaging_product: 'whatsapp'
  readonly status: 'read'
  readonly message_id: string
  readonly typing_indicator?: { readonly type: 'text' }
}
