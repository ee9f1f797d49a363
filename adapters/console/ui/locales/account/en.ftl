# Proving again who one is
prove-title = Is it you?
prove-note = What you are about to do changes who can come in. Confirm that it is you; then it is done, and nothing you typed is lost. It counts for 15 minutes.
prove-code = Code from your app
prove-backup = Backup code
prove-use-app = Use the code from your app
prove-use-backup = Use a backup code
prove-passkey = Use a passkey
prove-do = Confirm

# What others changed of the member's own account
changed-title = Your account was changed
changed-member-invited-again = { $name } made a new link for your password.
changed-factor-reset = { $name } removed your second factor.
changed-role = { $name } changed your role: { $role }.
changed-teams = { $name } changed the teams whose cases you see.
changed-to-agent = agent
changed-to-minors-desk = minors desk
changed-to-supervisor = supervisor
changed-to-analyst = analyst
changed-to-network-analyst = network analyst
changed-to-auditor = auditor
changed-to-admin = administrator
changed-command = The operator’s command line
changed-what = If you did not expect this, ask them by phone or in person, not by e-mail, and tell another supervisor.
changed-read = I know of it
changed-slowed-title = A colleague opens or searches very much
changed-slowed-reveal = { $name } opened more than 40 files in an hour and has to wait.
changed-slowed-search = { $name } searched more than 200 times in an hour and has to wait.
changed-slowed-what = Speak with them. If it is not they who sit there, disable the account. Who did what shows the rest.

# What is left to set up, for who administers
banner-setup = Setting up: { $done } of { $of } are done.
banner-setup-link = Go on with it

# Before a session ends by itself
banner-idle = Nobody did anything here for long. In two minutes you are signed out; press any key to stay. What you were writing is kept.

# A colleague would like to have a case
asked-for = { $name } asks for the case { $code }
