/** What a method answers instead of a result. */
export class ApiFault extends Error {
  readonly code: number
  readonly parameters: { readonly retry_after?: number } | undefined
  constructor(code: number, description: string, parameters?: { readonly retry_after?: number }) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

const bad = (description: string) => (): ApiFault => new ApiFault(400, `Bad Request: ${description}`)

/**
 * The Bot API server's own words (tdlib/telegram-bot-api, May 2026): all the texts that anybody
 * branches on, in one place.
 */
export const says = {
  unauthorised: () => new ApiFault(401, 'Unauthorized'),
  notFound: () => new ApiFault(404, 'Not Found'),
  methodNotFound: () => new ApiFault(404, 'Not Found: method not found'),
  blocked: () => new ApiFault(403, 'Forbidden: bot was blocked by the user'),
  deactivated: () => new ApiFault(403, 'Forbidden: user is deactivated'),
  notStarted: () => new ApiFault(403, "Forbidden: bot can't initiate conversation with a user"),
  otherPoller: () =>
    new ApiFault(
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    ),
  webhookActive: () =>
    new ApiFault(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    ),
  tooMany: (seconds: number) =>
    new ApiFault(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }),
  internal: () => new ApiFault(500, 'Internal Server Error'),
  restart: () => new ApiFault(500, 'Internal Server Error: restart'),
  chatNotFound: bad('chat not found'),
  textEmpty: bad('message text is empty'),
  textTooLong: bad('message is too long'),
  captionTooLong: bad('message caption is too long'),
  buttonData: bad('BUTTON_DATA_INVALID'),
  buttonText: bad('inline keyboard button text must be non-empty'),
  notModified: bad(
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  ),
  messageToEdit: bad('message to edit not found'),
  messageToDelete: bad('message to delete not found'),
  messageToCopy: bad('message to copy not found'),
  cannotEdit: bad("message can't be edited"),
  cannotDelete: bad("message can't be deleted for everyone"),
  noIds: bad('message identifiers are not specified'),
  tooManyIds: bad('too many message identifiers specified'),
  queryTooOld: bad('query is too old and response timeout expired or query ID is invalid'),
  answerTooLong: bad('MESSAGE_TOO_LONG'),
  wrongFile: bad('invalid file_id'),
  fileUnavailable: bad('wrong file_id or the file is temporarily unavailable'),
  fileTooBig: bad('file is too big'),
  commandInvalid: bad('BOT_COMMAND_INVALID'),
  commandDescription: bad('BOT_COMMAND_DESCRIPTION_INVALID'),
  commandsTooMany: bad('too many commands'),
  unreadable: bad("can't parse request JSON object"),
  actionUnknown: bad('wrong parameter action in request'),
}
