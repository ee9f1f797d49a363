import { call } from './call.ts'

/** Calls of the sign-in library and of the one-time links. All throw ApiFault. */
export const signIn = (email: string, password: string): Promise<{ readonly twoFactorRedirect?: boolean }> =>
  call('POST', '/api/auth/sign-in/email', { body: { email, password } })

export const verifyCode = (code: string): Promise<unknown> =>
  call('POST', '/api/auth/two-factor/verify-totp', { body: { code } })

export const verifyBackupCode = (code: string): Promise<unknown> =>
  call('POST', '/api/auth/two-factor/verify-backup-code', { body: { code } })

/** `totpURI` is an otpauth: address; the backup codes are shown this once. */
export const beginSecondFactor = (
  password: string,
): Promise<{ readonly totpURI: string; readonly backupCodes: readonly string[] }> =>
  call('POST', '/api/auth/two-factor/enable', { body: { password } })

export const signOut = (): Promise<unknown> => call('POST', '/api/auth/sign-out')

export const createFirstAdministrator = (setup: {
  readonly token: string
  readonly email: string
  readonly name: string
  readonly password: string
}): Promise<unknown> => call('POST', '/api/v1/setup', { body: setup })

export const acceptInvitation = (token: string, password: string): Promise<unknown> =>
  call('POST', '/api/v1/invitations/accept', { body: { token, password } })
