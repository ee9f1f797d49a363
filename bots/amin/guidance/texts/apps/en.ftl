### Steps for apps and games, in English. Keys and variables are the same in ar, ckb and en.

## Guidance on apps and games

# Instagram

guide-instagram-report-1 = Keep first: screenshots of the chat and of the profile with its user name, date and time in sight. In the profile, the three dots, “Copy profile URL” gives the link: names change, links help to find them.
guide-instagram-report-1-minor = Keep first, in words: what was demanded, the user name, date and time. In the profile, the three dots, “Copy profile URL” gives the link: names change, links help to find them. No picture of the screen.
guide-instagram-report-2 = The account: in the profile, the three dots at the top, “Report”, then the reason that comes nearest. Instagram does not tell them who reported.
guide-instagram-report-3 = The post, story or message too: the three dots beside it, or hold the message, then “Report”. Each one counts on its own.
guide-instagram-report-4 = Only now block, and leave the chat undeleted: it shows what was said.
guide-instagram-report-5 = In the settings: account private, messages and comments only from people you follow. That makes it harder to reach your friends.
guide-instagram-account-1 = If somebody else is inside: open instagram.com/hacked on a phone where you were logged in before, and follow what it asks.
guide-instagram-account-2 = Look into your e-mail as well: when the address was changed, Instagram writes to the old one from security@mail.instagram.com, and the change can be undone from there.
guide-instagram-account-3 = Back inside: a new password that is used nowhere else. Then settings, Accounts Centre, “Password and security”, “Where you're logged in”: log out every phone you do not know.
guide-instagram-account-4 = In the same place: two-factor login, best with an app, and a look whether e-mail and phone number are yours.
guide-instagram-account-5 = A new password for that e-mail too. Nobody needs a login code from you, whoever asks.

# Facebook and Messenger

guide-facebook-report-1 = Keep first: screenshots of the chat and of the profile with its name, date and time in sight. In the profile, the three dots, “Copy link”: the name can change, the link stays.
guide-facebook-report-1-minor = Keep first, in words: what was demanded, the name, date and time. In the profile, the three dots, “Copy link”: the name can change, the link stays. No picture of the screen.
guide-facebook-report-2 = The account: in the profile, the three dots, “Report profile”. In Messenger: tap the name, then “Report”.
guide-facebook-report-3 = A post or picture too: the three dots on it, “Report”, then the reason that comes nearest. For a private picture there is also a form: look for “private images” at facebook.com/help.
guide-facebook-report-4 = Only now block, and leave the chat undeleted: it shows what was said.
guide-facebook-report-5 = In the settings, “How people find and contact you”: friends list only for you. Then nobody sees whom to write to.
guide-facebook-account-1 = If somebody else is inside: open facebook.com/hacked on a phone or computer where you were logged in before, and follow what it asks.
guide-facebook-account-2 = If the password or e-mail was changed: facebook.com/login/identify looks for your account by number, e-mail or name.
guide-facebook-account-3 = Back inside: a new password that is used nowhere else. Then settings, Accounts Centre, “Password and security”, “Where you're logged in”: log out what you do not know.
guide-facebook-account-4 = In the same place: two-factor login, and a look whether e-mail and phone number are yours.
guide-facebook-account-5 = Tell your friends in another way that messages asking for money or codes were not from you.

# WhatsApp

guide-whatsapp-report-1 = Keep first: screenshots of the chat, and of the page behind the name where the number stands. In the chat menu, “Export chat” puts all of it into one file.
guide-whatsapp-report-1-minor = Keep first, in words: what was demanded, date and time, and the number that stands on the page behind the name. No picture of the screen.
guide-whatsapp-report-2 = Then the name at the top, all the way down, “Report”. Leave the tick at deleting the chat out: WhatsApp gets the last messages, and yours stay.
guide-whatsapp-report-3 = A group or channel too: its name at the top, “Report”. What already lies on other phones cannot be taken back by WhatsApp; the group itself can be closed.
guide-whatsapp-report-4 = Only now block. If other numbers write: the same again, they often belong together.
guide-whatsapp-report-5 = Settings, “Privacy”: profile photo, “About” and groups only for your contacts. Unknown callers can be silenced there too.
guide-whatsapp-account-1 = If your WhatsApp is gone: install it, enter your own number and the six digits that come by SMS. The other phone is logged out then.
guide-whatsapp-account-2 = If it then asks for six digits that you never set (a PIN): somebody else set them. The other phone is out all the same, and after seven days it works without that PIN.
guide-whatsapp-account-3 = Settings, “Linked devices”: log out everything you do not know. This is how others often read along unseen.
guide-whatsapp-account-4 = Settings, “Account”, “Two-step verification”: a PIN of your own, and your e-mail.
guide-whatsapp-account-5 = The six digits go to nobody: not to a friend, not to “support”. WhatsApp does not ask for them in a chat.

# Telegram

guide-telegram-report-1 = Keep first: screenshots of the chat and of the profile with its @name, and the t.me link of a channel or group. Where screenshots are not possible, a photo with another phone does.
guide-telegram-report-1-minor = Keep first, in words: what was demanded, date and time, the @name, and the t.me link of a channel or group. No picture of the screen.
guide-telegram-report-2 = The account or channel: open its page, the three dots, “Report”. A single message: hold it, “Report”.
guide-telegram-report-3 = By e-mail as well, with all the links in it: abuse@telegram.org. Where it is about somebody under 18: stopCA@telegram.org.
guide-telegram-report-4 = Only now block, without deleting the chat. Telegram can delete for both sides: the other one may do that, so it is good to have kept it.
guide-telegram-report-5 = Settings, “Privacy and Security”: phone number for nobody, groups only by your contacts, photo only for contacts.
guide-telegram-account-1 = Settings, “Devices”: end all other sessions. A phone that has only just logged in may have to wait a day for that.
guide-telegram-account-2 = Settings, “Privacy and Security”, “Two-Step Verification”: a password of your own and your e-mail.
guide-telegram-account-3 = If the number itself is gone: first get the SIM back from the phone company, for the login code comes to the number or to the app.
guide-telegram-account-4 = Shut out altogether: telegram.org/support has a form. It can take a while.
guide-telegram-account-5 = What arrives for the login goes to nobody. Telegram does not ask for it in a chat.

# Snapchat

guide-snapchat-report-1 = Keep first: Snapchat tells the other person about a screenshot. A photo of the screen with another phone tells nobody. User name and time in sight.
guide-snapchat-report-1-minor = Keep first, in words: what was demanded, the user name and the time, before it disappears. No picture of the screen.
guide-snapchat-report-2 = Hold the Snap, the story or the name, then “Report”, and the reason that comes nearest.
guide-snapchat-report-3 = Without the app it works as well: help.snapchat.com has a form for it.
guide-snapchat-report-4 = Only now block: hold the name, “Manage Friendship”, “Block”. The saved photos stay with you.
guide-snapchat-report-4-minor = Only now block: hold the name, “Manage Friendship”, “Block”. What was written down stays.
guide-snapchat-report-5 = Settings, “Privacy Controls”: contact and story only for friends, and Ghost Mode for the map.
guide-snapchat-account-1 = If somebody else is inside: “Forgot your password?” at the login, by your number or e-mail. If both were changed: help.snapchat.com, under accounts that were taken over.
guide-snapchat-account-2 = Back inside: a new password that is used nowhere else, and a look whether e-mail and number are yours.
guide-snapchat-account-3 = Settings, “Two-Factor Authentication”: switch it on. Log out or forget the devices that you do not know.
guide-snapchat-account-4 = If somebody knows the passcode of “My Eyes Only”: change that too, before anything else is saved there.

# TikTok

guide-tiktok-report-1 = Keep first: a screenshot with the user name and the date, and the link of the video (“Share”, “Copy link”).
guide-tiktok-report-1-minor = Keep first, in words: the user name, the date, and the link of the video (“Share”, “Copy link”). No picture of the screen.
guide-tiktok-report-2 = The video: hold it, or “Share”, then “Report”. The account: in the profile the arrow or the three dots, “Report”.
guide-tiktok-report-3 = A message or comment too: hold it, “Report”. Each one counts on its own.
guide-tiktok-report-4 = Only now block, and leave the chat undeleted.
guide-tiktok-report-5 = Settings, “Privacy”: private account, direct messages only from friends or from nobody, downloads of your videos off.
guide-tiktok-account-1 = At the login: “Forgot password?”, by your number or e-mail. If both were changed: support.tiktok.com, under login and hacked accounts.
guide-tiktok-account-2 = Back inside: a new password that is used nowhere else, and a look whether e-mail and number are yours.
guide-tiktok-account-3 = Settings, “Security & permissions”, “Manage devices”: remove what you do not know.
guide-tiktok-account-4 = In the same place: 2-step verification. The code goes to nobody.

# X

guide-x-report-1 = Keep first: screenshots with the @name and the date, and the link of the post (“Share”, “Copy link”).
guide-x-report-1-minor = Keep first, in words: the @name, the date, and the link of the post (“Share”, “Copy link”). No picture of the screen.
guide-x-report-2 = The post: the three dots, “Report post”. The account: the three dots in the profile, “Report”.
guide-x-report-3 = For a private picture that was posted without agreement, help.x.com has a form of its own. It works without an account too.
guide-x-report-4 = Only now block, and leave the messages undeleted.
guide-x-report-5 = Settings, “Privacy and safety”: posts protected, messages only from people you follow, tagging in photos off.
guide-x-account-1 = At the login: “Forgot password?”. If your e-mail was changed: help.x.com, under hacked or compromised accounts.
guide-x-account-2 = Back inside: a new password that is used nowhere else. Settings, “Security and account access”, “Apps and sessions”: log out the others, remove apps you do not know.
guide-x-account-3 = In the same place: two-factor login, with an app rather than by SMS.
guide-x-account-4 = A new password for the e-mail behind it: whoever reads that can get in again.

# YouTube and Google

guide-google-report-1 = Keep first: the link of the video and of the channel, and a screenshot with the date in sight.
guide-google-report-1-minor = Keep first, in words: the link of the video and of the channel, with the date. No picture of the screen.
guide-google-report-2 = Under the video, the three dots, “Report”, then the reason that comes nearest.
guide-google-report-3 = If you can be seen or named in it: YouTube has a privacy complaint of its own. At support.google.com/youtube look for “privacy complaint”.
guide-google-report-4 = If it comes up in Google Search: at support.google.com/websearch there is a request to remove private pictures from the results. The page itself stays, so report it there too.
guide-google-report-5 = Only now block the channel, and switch off comments where they write to you.
guide-google-account-1 = If somebody else is inside: g.co/recover, on a phone and in a place where you logged in before.
guide-google-account-2 = Then myaccount.google.com/security-checkup: log out devices you do not know, look at recovery number and e-mail.
guide-google-account-3 = A new password that is used nowhere else, and 2-Step Verification.
guide-google-account-4 = In Gmail, settings, “Forwarding” and “Filters”: no address of somebody else. That is how mail is read along unseen.
guide-google-account-5 = In Google Maps and Photos: end sharing of your place and of albums, where it is safe that the other one notices.

# Discord

guide-discord-report-1 = Keep first: screenshots with user name and server, and the link of the message (hold it, “Copy Message Link”).
guide-discord-report-1-minor = Keep first, in words: user name and server, and the link of the message (hold it, “Copy Message Link”). No picture of the screen.
guide-discord-report-2 = Hold the message, “Report Message”. The account: in its profile, the three dots, “Report”.
guide-discord-report-3 = Report before leaving the server and before deleting: what is gone cannot be looked at by Discord.
guide-discord-report-4 = Only now block. In the settings, direct messages from server members off, friend requests only from friends of friends or nobody.
guide-discord-account-1 = At the login: “Forgot your password?”. If the e-mail was changed: support.discord.com, under hacked accounts.
guide-discord-account-2 = Back inside: a new password, which logs out the others. Settings, “Devices”: look who is left.
guide-discord-account-3 = Two-factor login with an app; its backup codes on paper, where only you find them.
guide-discord-account-4 = Scan no QR that somebody sends, and remove “Authorized Apps” that you do not know.

# PUBG and other games

guide-games-report-1 = Keep first: a screenshot of the chat, of the player's name and ID number, with the time. What was said by voice: write it down in a note at once.
guide-games-report-1-minor = Keep first, in words: what was demanded, the player's name and ID number, with the time, and what was said by voice. No picture of the screen.
guide-games-report-2 = In the game, open that player's profile, then “Report”. In PUBG Mobile it also stands in the list after a match.
guide-games-report-3 = Settings, “Customer Service”: tell it in two sentences and add the screenshot and the ID number.
guide-games-report-3-minor = Settings, “Customer Service”: tell it in two sentences and add the ID number. No picture is needed.
guide-games-report-4 = Only now block and take them off the friends list. If it went on in another app, report it there too.
guide-games-report-5 = No gift, no UC, no top-up card. If one was sent: keep the receipt and the card number.
guide-games-account-1 = A game account hangs on another one (Google, Facebook, Apple, X): secure that one first.
guide-games-account-2 = In the game's settings, look which accounts are linked, and unlink what is not yours.
guide-games-account-3 = If it is gone: “Customer Service” in the game, with your player ID and the receipts of what you bought.
guide-games-account-4 = No login on pages that promise free UC or skins, and no sharing of the account, not even with friends.

# Viber

guide-viber-report-1 = Keep first: screenshots of the chat, and of the page behind the name where the number stands.
guide-viber-report-1-minor = Keep first, in words: what was demanded, date and time, and the number that stands on the page behind the name. No picture of the screen.
guide-viber-report-2 = In the chat's info: “Report” or “Report and block”. An unknown number has the same choice at the top of the chat.
guide-viber-report-3 = Leave the chat undeleted. For a group or community: its info, “Report”.
guide-viber-report-4 = Settings, “Privacy”: photo only for contacts, and nobody unknown may add you to groups.
guide-viber-account-1 = If somebody else has it: install Viber on your own phone and activate it with your number. It runs on one phone at a time, so the other one is out.
guide-viber-account-2 = Settings, “Account”, “Desktops and tablets”: deactivate what you do not know.
guide-viber-account-3 = Settings, “Privacy”, “Two-step verification”: a PIN of your own and your e-mail.
guide-viber-account-4 = The digits that come for activation, the code, go to nobody.
