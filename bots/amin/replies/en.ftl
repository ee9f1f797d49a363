### What the team says again and again. Keys and variables are the same in ar, ckb and en (test/bots/replies).

hello-name = Hello
hello = Hello, I am { $agent }. I am reading what you told us, so you don't have to tell it again. I am here with you now.
sorry-late-name = Sorry for the wait
sorry-late = I am sorry that my answer comes so late. It was not because of anything you wrote. I am here now and I am reading it. Has anything changed since your last message?
safe-place-name = Safe place?
safe-place = Before anything else: are you in a safe place, and can nobody else read this screen now?
not-your-fault-name = Not your fault
not-your-fault = It is not your fault. Many people have been through this, and it can be stopped: what is being done to you is a crime.
under-18-name = Under 18
under-18 = It is not your fault, and nobody here blames you. Please send no photos or videos, not here and not to that person: your words are enough. If there is a grown-up you feel safe with, telling them can help. Who that is, is up to you; we tell nobody around you without your agreement.
no-payment-name = Do not pay
no-payment = Please do not pay. Whoever is paid asks again, usually for more. If something was paid already, no blame: when and how? Some of it may still be stopped.
keep-everything-name = Delete nothing
keep-everything = Please keep everything for now: the chat, the account, the numbers. They are what proves it.
screenshots-name = Screenshots
screenshots = Send me screenshots in which the name, the number or the account stands beside the threat. Your own private pictures are not needed, and we never ask for them.
report-account-name = Report the account
report-account = The account’s name and link first, written down: after a report the chat may disappear, and the proof with it. Then the account can be reported inside { $platform }.
no-answering-name = No answer to threats
no-answering = There is no need to write back to them now. No promise, no insult, no bargaining: silence to threats gives us time, and gives them nothing.
who-knows-name = Who can be with you
who-knows = Is there one person you trust who can be with you these days? We tell nobody around you without your agreement.
after-sending-name = After it is sent
after-sending = When you send it, it goes to our team and nowhere else: not to your family, not to the police, not to that person. Somebody from our team reads it and answers you here; how soon depends on how urgent it is. Afterwards you can still add to it, change it, or ask us to erase it.
police-name = Police, if you want
police = You decide this, and there is no hurry: whether it goes to the police. Without your agreement we hand them nothing; only if a life is in danger may our people on duty call them. If you want it, you are told first what would go there, and then a person from our team hands it over. They may ask you more. What they do, and how soon, we cannot promise.
close-accounts-name = Secure accounts
close-accounts = Change the password of your e-mail first, then of your other accounts, and switch on two-step sign-in. Hide your list of friends as well.
call-number-name = A number to call
call-number = This is a number you can call: { $hotline }. If it is not safe to talk now, we are with you here in writing.
not-alone-name = Very hard moment
not-alone = I can hear how heavy this is right now, and I am glad that you told me. Are you thinking of ending your life? Any answer is all right here; I am with you in this chat.
next-word-name = When I write again
next-word = I will write to you again in the coming hours, { $hours } at the most. If anything changes before that, the word “urgent” calls the team at once.
colleague-name = A colleague goes on
colleague = I have to go now. A colleague goes on with you and can read everything that was said here; you don't have to begin anew.
after-crisis-name = Ending after a crisis
after-crisis = You have come through something very hard, and I am glad that you are here. This chat stays open for you. If it gets that heavy again, or somebody comes close: the word “urgent” calls our team at once, after this message too. Until then: somebody you trust beside you, something to eat, some rest. Nothing has to be solved today.
come-back-name = The code
come-back = You can go on from any other phone at any time, with this and your PIN: { $code }. Keep it where nobody looks. If there is no PIN yet: write “return code”.
goodbye-name = Ending
goodbye = We end here for now. You can write at any time, if the threats begin again or you want to talk.

### Where whoever blackmails writes from, as a text says it.

platform-telegram = Telegram
platform-instagram = Instagram
platform-facebook = Facebook
platform-snapchat = Snapchat
platform-tiktok = TikTok
platform-x = X
platform-whatsapp = WhatsApp
platform-viber = Viber
platform-imo = imo
