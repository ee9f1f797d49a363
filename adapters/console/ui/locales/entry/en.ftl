brand-what = handoff console

# Accounts
sign-in = Sign in
sign-in-title = Sign in
setup-needed = There is no administrator yet, so nobody can sign in. Open the link that Amin printed when it started; it works once, within 24 hours. Starting Amin again prints a new one.
sign-in-again = Sign in to go on where you were.
code-title = Second step
code-note = Open your authenticator app and enter the six digits.
code-backup = Backup code
code-backup-note = Enter one of the backup codes you kept. Each works once.
code-use-backup = Use a backup code
code-use-app = Use the authenticator app
code-other-account = Sign in with another account
setup-title = First administrator
setup-note = This link works once. The account you make here can invite all others.
setup-no-token = This page needs the one-time link that was printed when Amin started. Copy the whole link.
setup-do = Create account
join-title = Join the team
join-note = Choose a password for your account. This link works once.
join-no-token = This page needs the whole link you were given. Copy all of it, also what stands after #.
join-do = Set password
factor-note = With a second factor a stolen password is not enough. You need an authenticator app on your phone. Enter your password to begin.
factor-begin = Begin
factor-later = Later
factor-scan = 1. Scan
factor-scan-note = Scan this with your authenticator app, or type the key into it.
factor-picture = QR code of the key below
factor-copy-secret = Copy the key
factor-open-app = Open in an app on this device
factor-backup = 2. Keep the backup codes
factor-backup-note = If you lose the phone, each of these lets you in once. They are shown only now: print them or keep them in a password manager.
factor-copy-codes = Copy all codes
factor-kept = I have kept the backup codes
factor-confirm = 3. Confirm
factor-do = Switch on
factor-done = The second factor is on

## A case that a colleague holds
passkeys-title = Passkeys
passkeys-note = Your finger, face or a security key lets you in, without password and code. Nobody can trick it out of you.
passkey-name = Name
passkey-name-note = To tell it from others, such as “work phone”
passkey-unnamed = Passkey
passkey-add = Add a passkey
passkey-added = The passkey is kept
passkey-remove-name = Remove { $name }
passkey-sign-in = Sign in with a passkey
passkey-elsewhere = Browsers keep passkeys for names, not for numbers. Open this page as
passkey-unknown = This browser has no passkeys here. Use codes from an app.
codes-title = Codes from an app
codes-on = Switched on. At sign-in you are asked for a code from your app.
factor-required = Your organisation asks for a second factor. Set one up to go on: a passkey, or codes from an app.
passkey-remove = Remove

## The case in short
session-over = Your session has ended, here or from another browser.
