### Steps for Apple accounts, the phone itself and the number, in English.

## Guidance on phone and accounts

# iCloud

guide-apple-account-1 = If the password no longer works: iforgot.apple.com, best on a device of your own that you used before.
guide-apple-account-2 = Settings, your name, all the way down: the list of devices. Remove every one that you do not know.
guide-apple-account-3 = Settings, your name, “Sign-In & Security”: look whether number and e-mail are yours, and switch on two-factor login.
guide-apple-account-4 = Settings, “Privacy & Security”, “Safety Check” shows with whom and with which apps things are shared. Others notice when sharing ends: first think whether that is safe.
guide-apple-account-5 = Look at shared albums, Find My and Family Sharing as well. The six-digit login code goes to nobody.

# The phone

guide-phone-safe-title = A safer phone
guide-phone-safe = Small steps for a phone that others could get at. If somebody would be angry about a changed lock, talk to us first: safety comes before settings.
guide-phone-safe-1 = A new screen lock that nobody else knows, and only your own finger or face in the settings.
guide-phone-safe-2 = Notifications on the lock screen: hide their content. Then nobody reads along in passing.
guide-phone-safe-3 = The list of apps: remove what you do not know, after a screenshot of it. On Android also look under “Device admin apps” and “Accessibility”.
guide-phone-safe-4 = Install the updates. On Android: Play Store, your picture, “Play Protect”, “Scan”.
guide-phone-safe-5 = Sharing of your place: look into Google Maps, Find My, Snapchat and WhatsApp, and end it where it is safe that the other one notices.
guide-phone-safe-share = A phone that others cannot look into: five small steps.
guide-phone-sim-title = Number and SIM
guide-phone-sim = Small steps for a number that was taken over, and for calls that frighten. Your number opens most of your accounts, so it comes first.
guide-phone-sim-1 = No network all of a sudden, or login codes that you did not ask for: go to your company at once (Asiacell, Zain, Korek), with your identity card, and have the SIM blocked and replaced.
guide-phone-sim-2 = Ask there in whose name the number runs. A number in somebody else's name can be taken away by them.
guide-phone-sim-3 = In the settings, set a lock for the SIM (SIM PIN): without it the SIM does not work in another phone.
guide-phone-sim-4 = With the number back: register WhatsApp, Telegram and Viber anew, then the e-mail and the rest.
guide-phone-sim-5 = Calls that frighten: a screenshot of the list with number, date and time, before the number is blocked. No need to pick up.
guide-phone-sim-share = When a number or SIM was taken over: whom to go to, and what to do after.
