import { queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { ApiFault } from './fault.ts'

export type Passkey = {
  readonly id: string
  readonly name?: string | null
  readonly createdAt?: string | null
}

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: ({ signal }) =>
    call<readonly Passkey[]>('GET', '/api/auth/passkey/list-user-passkeys', { signal }),
})
/** Whether codes from an app are switched on. */
export const codesQuery = queryOptions({
  queryKey: ['codes'],
  queryFn: async ({ signal }) =>
    (
      await call<{ user?: { twoFactorEnabled?: boolean | null } } | null>('GET', '/api/auth/get-session', {
        signal,
      })
    )?.user?.twoFactorEnabled === true,
})

export const removePasskey = (id: string): Promise<unknown> =>
  call('POST', '/api/auth/passkey/delete-passkey', { body: { id } })

/** Browsers take passkeys for names, not for addresses: of this machine only by the first of these. */
export const passkeysElsewhere = (): string | undefined => {
  const { hostname, href } = location
  if (hostname !== '127.0.0.1' && hostname !== '[::1]') return undefined
  const there = new URL(href)
  there.hostname = 'localhost'
  return there.href
}
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window && window.isSecureContext

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
const textOf = (data: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(data)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

type Listed = { readonly id: string; readonly transports?: AuthenticatorTransport[] }
const listed = (all: readonly Listed[] = []): PublicKeyCredentialDescriptor[] =>
  all.map(({ id, transports }) => ({
    type: 'public-key',
    id: bytesOf(id),
    ...(transports === undefined ? {} : { transports }),
  }))

/** What the browser refused, or the person: it does not say which. */
const asked = async (question: () => Promise<Credential | null>): Promise<PublicKeyCredential> => {
  try {
    const given = await question()
    if (given instanceof PublicKeyCredential) return given
  } catch (error) {
    if (error instanceof DOMException && error.name === 'InvalidStateError')
      throw new ApiFault({ status: 0, code: 'passkey_known' })
  }
  throw new ApiFault({ status: 0, code: 'passkey_failed' })
}

const described = ({ id, rawId, type, authenticatorAttachment }: PublicKeyCredential) => ({
  id,
  rawId: textOf(rawId),
  type,
  authenticatorAttachment: authenticatorAttachment ?? undefined,
  clientExtensionResults: {},
})

type CreationOptions = Omit<
  PublicKeyCredentialCreationOptions,
  'challenge' | 'user' | 'excludeCredentials' | 'extensions'
> & {
  readonly challenge: string
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly excludeCredentials?: readonly Listed[]
}

/** Makes a passkey on this device, or on one that the browser reaches. Throws ApiFault. */
export const addPasskey = async (name: string): Promise<void> => {
  const { extensions: _extensions, ...options } = await call<CreationOptions & { extensions?: unknown }>(
    'GET',
    '/api/auth/passkey/generate-register-options',
  )
  const credential = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytesOf(options.challenge),
        user: { ...options.user, id: bytesOf(options.user.id) },
        excludeCredentials: listed(options.excludeCredentials),
      },
    }),
  )
  const answer = credential.response as AuthenticatorAttestationResponse
  await call('POST', '/api/auth/passkey/verify-registration', {
    body: {
      name,
      response: {
        ...described(credential),
        response: {
          clientDataJSON: textOf(answer.clientDataJSON),
          attestationObject: textOf(answer.attestationObject),
          transports: answer.getTransports(),
        },
      },
    },
  })
}

/** What a passkey of this console says to the server's question. Throws ApiFault. */
export const answerOfPasskey = async (): Promise<unknown> => {
  const options = await call<{
    challenge: string
    rpId?: string
    timeout?: number
    allowCredentials?: readonly Listed[]
  }>('GET', '/api/auth/passkey/generate-authenticate-options')
  const credential = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: bytesOf(options.challenge),
        ...(options.rpId === undefined ? {} : { rpId: options.rpId }),
        ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
        allowCredentials: listed(options.allowCredentials),
        userVerification: 'required',
      },
    }),
  )
  const answer = credential.response as AuthenticatorAssertionResponse
  return {
    ...described(credential),
    response: {
      clientDataJSON: textOf(answer.clientDataJSON),
      authenticatorData: textOf(answer.authenticatorData),
      signature: textOf(answer.signature),
      ...(answer.userHandle === null ? {} : { userHandle: textOf(answer.userHandle) }),
    },
  }
}

/** Signs in with a passkey of any account of this console. Throws ApiFault. */
export const signInWithPasskey = async (): Promise<void> => {
  await call('POST', '/api/auth/passkey/verify-authentication', {
    body: { response: await answerOfPasskey() },
  })
}
