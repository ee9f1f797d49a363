### Pictures: made ones, and services that keep pictures from spreading, in English.

## Guidance on pictures

# Made by AI

guide-ai-made-title = What they are
guide-ai-made = Five things about pictures that a program made.
guide-ai-made-1 = From one ordinary picture a program can make a false one, with your face on somebody else's body. It is not you, however real it looks.
guide-ai-made-2 = That it was made changes nothing about it: threatening somebody with a picture is a crime, made or real.
guide-ai-made-3 = Keep what was written to you, the link and a screenshot of the made picture, and the real picture that it was made from, if you know it.
guide-ai-made-3-minor = Keep in words: what was written, the link, the name of the account, day and time. The made picture itself is not taken, kept or sent on.
guide-ai-made-4 = Report it in the app as a private or manipulated picture. For adults, stopncii.org takes made pictures as well.
guide-ai-made-5 = No program can tell for certain whether a picture was made. If somebody says so, that alone settles nothing.
guide-ai-made-share = A program can make a false picture out of an ordinary one. Who is threatened with it did nothing wrong. Five things to know.
guide-ai-family-title = How to tell family
guide-ai-family = Small steps for telling one person at home about a made picture. If you fear what could happen at home, nobody has to be told: talk to us first.
guide-ai-family-1 = Choose one person with whom you feel safe, and an hour when nobody is in a hurry.
guide-ai-family-2 = One sentence is enough: “Somebody made a false picture of me with a program and threatens me with it. I need you beside me.”
guide-ai-family-3 = Show what was written rather than the picture. What people have seen is hard to unsee.
guide-ai-family-4 = Say what is being done already: it was kept, it was reported, you have asked for help.
guide-ai-family-5 = Ask for one thing that helps: staying with you, not answering that person, not paying.
guide-ai-family-share = How to tell somebody at home that a false picture of you was made: five small steps.

# StopNCII

guide-stopncii = For pictures of people of 18 or more: stopncii.org can keep them from spreading on platforms that take part. The picture stays on your own phone. Was somebody in it under 18? Then takeitdown.ncmec.org.
guide-stopncii-1 = Open stopncii.org on the phone or computer where the picture lies. It costs nothing and asks for no name.
guide-stopncii-2 = Choose the picture there: a fingerprint is made of it on your phone, a row of digits. Only that is sent.
guide-stopncii-3 = Write down the two numbers that it gives you, case number and PIN, and keep them safe: they cannot be recovered.
guide-stopncii-4 = Platforms that take part compare, and can remove what is the same. It does not reach private chats, nor platforms that do not take part.
guide-stopncii-5 = So report in the app as well. The number shows you later how it stands.
guide-stopncii-share = For adults: stopncii.org can keep a private picture from spreading, and the picture never leaves your phone.

# Take It Down

guide-takeitdown = For pictures of somebody who was under 18 in them, even if older now: takeitdown.ncmec.org. The picture stays on your own phone, and no name is asked.
guide-takeitdown-1 = No picture to anybody, not to us either, not even to prove it.
guide-takeitdown-2 = Open takeitdown.ncmec.org on the phone where the picture lies. It has several languages.
guide-takeitdown-3 = Answer the few questions and choose the picture: a fingerprint is made of it on your phone. Only that is sent.
guide-takeitdown-4 = Platforms that take part compare, and can remove what is the same. It does not reach chats that are encrypted, nor platforms that do not take part.
guide-takeitdown-5 = If there is a grown-up with whom you feel safe, they can sit beside you. Nobody has a right to blame you.
guide-takeitdown-share = Under 18: takeitdown.ncmec.org can keep a picture from spreading, without a name, and the picture never leaves the phone.
