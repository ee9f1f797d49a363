import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type {
  ChatCompletion,
  ChatCompletionCreateParamsNonStreaming,
} from 'openai/resources/chat/completions'
import type { Transcription } from 'openai/resources/audio/transcriptions'
import { answerRight } from './right.ts'

export type FakeRequest = {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
export type ChatRequest = ChatCompletionCreateParamsNonStreaming

/** What the server does with the next call. */
export type Behaviour =
  | 'right'
  /** The right answer between the marks of a code block, as many models write it. */
  | 'fenced'
  | 'cut'
  | 'refusal'
  | 'no_json'
  /** Refuses whatever has a `response_format`, and answers the rest. */
  | 'no_schema'
  | 'silence'
  | 'drip'
  | 'huge'
  | 'hang_up'
  | { readonly content: string }
  | { readonly raw: string }
  /** `elsewhere`: where a 307 points. The body of an error repeats what the server was sent. */
  | { readonly status: number; readonly elsewhere?: string }

/** A server that speaks as OpenAI does, and misbehaves as it is told to. */
export type FakeOpenAi = {
  readonly baseUrl: string
  readonly requests: FakeRequest[]
  /** For calls to come, in order; where empty, the answer is right. */
  readonly behaviours: Behaviour[]
  /** From now on, whenever nothing else is planned. */
  readonly answersWith: (usual: Behaviour) => void
  readonly chats: () => readonly ChatRequest[]
  /** Ends as a process ends that was killed: every line is cut, and nobody answers any more. */
  readonly dies: () => Promise<void>
  readonly close: () => Promise<void>
}

const completion = (
  content: string | null,
  rest: Partial<ChatCompletion.Choice> = {},
  refusal: string | null = null,
): ChatCompletion =>
  ({
    id: 'chatcmpl-fake',
    object: 'chat.completion',
    created: 0,
    model: 'fake',
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        logprobs: null,
        message: { role: 'assistant', content, refusal },
        ...rest,
      },
    ],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  }) satisfies ChatCompletion

const json = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

const chatOf = ({ body }: FakeRequest): ChatRequest => JSON.parse(body) as ChatRequest

const rightly = (request: FakeRequest): unknown => {
  if (request.path.endsWith('/audio/transcriptions'))
    return { text: 'he wants money by tonight' } satisfies Pick<Transcription, 'text'>
  return completion(answerRight(chatOf(request)))
}

/** A little at a time, and never to the end. */
const drip = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}

const huge = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const piece = 'x'.repeat(65_536)
  let left = 160
  const go = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1
      if (!response.write(piece)) return void response.once('drain', go)
    }
    response.end()
  }
  go()
}

const behave = (behaviour: Behaviour, request: FakeRequest, response: ServerResponse): void => {
  const failure = (status: number): unknown => ({
    error: { message: `no: ${request.body}`, type: 'x', param: null, code: String(status) },
  })
  if (typeof behaviour === 'object') {
    if ('content' in behaviour) return json(response, 200, completion(behaviour.content))
    if ('raw' in behaviour) return json(response, 200, behaviour.raw)
    const { status, elsewhere } = behaviour
    const headers: Record<string, string> = {
      ...(elsewhere === undefined ? {} : { location: elsewhere }),
      ...(status === 429 ? { 'retry-after': '30' } : {}),
    }
    return json(response, status, failure(status), headers)
  }
  switch (behaviour) {
    case 'right':
      return json(response, 200, rightly(request))
    case 'fenced':
      return json(response, 200, completion(`\`\`\`json\n${answerRight(chatOf(request))}\n\`\`\``))
    case 'cut':
      return json(
        response,
        200,
        completion(answerRight(chatOf(request)).slice(0, -3), { finish_reason: 'length' }),
      )
    case 'refusal':
      return json(response, 200, completion(null, {}, 'I cannot help with that'))
    case 'no_json':
      return json(response, 200, completion('Of course! Here is what I think about it.'))
    case 'no_schema':
      return chatOf(request).response_format === undefined
        ? json(response, 200, rightly(request))
        : json(response, 400, failure(400))
    case 'silence':
      return undefined
    case 'drip':
      return drip(response)
    case 'huge':
      return huge(response)
    case 'hang_up':
      return void response.socket?.destroy()
  }
}

export const startFakeOpenAi = async (): Promise<FakeOpenAi> => {
  const requests: FakeRequest[] = []
  const behaviours: Behaviour[] = []
  const sockets = new Set<Socket>()
  let usual: Behaviour = 'right'
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const request = {
        path: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString('latin1'),
      }
      const read = {
        ...request,
        body: request.path.endsWith('/audio/transcriptions')
          ? request.body
          : Buffer.concat(chunks).toString(),
      }
      requests.push(read)
      behave(behaviours.shift() ?? usual, read, response)
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    if (!server.listening) return
    server.close()
    for (const socket of sockets) socket.destroy()
    await once(server, 'close')
  }
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    behaviours,
    answersWith: (next) => void (usual = next),
    chats: () => requests.filter(({ path }) => path.endsWith('/chat/completions')).map(chatOf),
    dies: close,
    close,
  }
}
