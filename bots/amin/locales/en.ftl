### What Amin says, in English. Keys and variables are the same in ar, ckb and en (test/locales). Buttons: at most 24 characters.

## Questions

ask-consent =
    Hello, it is good that you wrote. What happened is not your fault, and there is no hurry.
    { $about }
    We keep only what you choose to send; trained people read it, and they tell your family nothing without your agreement. If a life is in danger, they may ask for an ambulance or the police. “stop” stops, “erase” deletes. Shall we go on?
option-consent-continue = Yes, I want to talk
option-consent-danger = I am in danger now
option-consent-advice = I only want advice
option-consent-more = Read more
option-consent-leave = Leave
ask-consent-file = Your file waits, unopened, and there is no hurry. { $about } May we keep it, with what you write? Trained people read it, and they tell your family nothing without your agreement; if a life is in danger, they may ask for an ambulance or the police. “erase” deletes. A yes is enough, and it can wait.
consent-more =
    We never ask for money, passwords or your private photos, and you can skip any question.{ $official ->
        [none] {""}
       *[other] {" "}Our only account here is { $official }.
    } If your life is in danger, we call the people on duty in our team at once. What you send is locked and read only by people of our team. { $app ->
        [telegram] On Telegram we see your number only if you share it, and this chat stays in your list. “0” takes out what you and we wrote in the last 48 hours and leaves an everyday line; what is older stays until you delete the chat (hold it in the list, “Delete”). Quieter from now on: mute this chat, and “Auto-delete” in its menu.
        [whatsapp] On WhatsApp we see your number, and this chat stays in your list. “0” takes out our messages only, and a line “This message was deleted” stays for each; what you wrote stays until you clear the chat yourself (⋮, or our name at the top, then “Clear chat”). Quieter from now on: our name at the top, then “Disappearing messages”, “Chat lock” and “Mute”.
        [whatsapp-cloud] On WhatsApp we see your number, and this chat stays in your list. We can take nothing out of it: “0” only ends the talk with an everyday line, and all that was written before stays until you clear the chat yourself (⋮, or our name at the top, then “Clear chat”). Quieter from now on: our name at the top, then “Chat lock” and “Mute”.
        [botpress] Here another bot passes everything on: its company and whoever runs that page can read along, and this chat stays where it is. We can take nothing out of it: “0” only ends the talk with an everyday line. On our own page nobody reads along.
        [phone] {""}
       *[webchat] “0” empties this page and leaves an everyday line; the visit may stay in the browser’s history, until you delete it there.
    } You can see, correct or have erased what we noted. Shall we go on?
channel-note-whatsapp =
    On WhatsApp, what you write is encrypted from your phone to our own machine: WhatsApp cannot read it, but it knows that you write to us, and when. The chat stays on your phone, and perhaps in its backup, until it is deleted there.
channel-note-whatsapp-cloud =
    On this number Meta, the company behind WhatsApp, opens every message for us and may keep it for up to 30 days. It also knows that you write to us, and when. The chat stays on your phone, and perhaps in its backup, until it is deleted there.
channel-note-botpress =
    Here you write in the window of another bot. It passes every word and file on to us; its company (Botpress), the page it stands on and whoever runs that bot can read and keep them. On our own page nobody reads along.
consent-left =
    All right. Nothing more is asked. You can write here again at any time, and we start when you want to.

ask-device = Is it safe to write from this phone now?
option-device-mine = Yes, only mine
option-device-shared = Shared or checked
option-device-watched = Being watched now
option-device-unsure = Not sure
paused-watched =
    All right, we stop here and send nothing. When it is a good time, write 1 or “continue”. “0” ends the talk with an everyday line{ $app ->
        [telegram] {""} and takes what was written here in the last 48 hours out of this chat.
        [whatsapp] {""} and takes our messages out of this chat; yours stay.
        [whatsapp-cloud] {""}; what is written above stays.
        [botpress] {""}; what is written above stays.
        [phone] {""}.
       *[webchat] {""} and empties this page.
    }

ask-danger =
    Your safety first, so that we know how quickly somebody must be there. Is any of this true now? One answer is enough; the rest can be said afterwards.
ask-danger-other = Their safety first, so that we know how quickly somebody must be there. Is any of this true now for the person you are writing about? The answers are worded as they would say them. One is enough; the rest can be said afterwards.
option-danger-hurt = Someone may hurt me
option-danger-self-harm = Thoughts of ending life
option-danger-deadline = Deadline within 24 h
option-danger-meeting = Told to meet someone
option-danger-abuse = Sexual abuse continues
option-danger-phone = Someone sees this phone
option-danger-none = None
ask-age =
    Who is this about? We ask because people under 18 have their own specialists.
ask-age-whose = You told of more than one person. Whom are the files about that you send here, and what age? Of anybody under 18 none is taken, and none is opened until we know.
ask-age-file =
    Your file waits, unopened. Who is this about, and what age? For an adult it is taken at once; { $app ->
        [webchat] please leave this page open until then.
       *[other] there is no need to send it again.
    }
option-age-me-18 = Me, 18+
option-age-me-16-17 = Me, 16-17
option-age-me-13-15 = Me, 13-15
option-age-me-under-13 = Me, under 13
option-age-other-adult = Someone else, 18+
option-age-other-minor = Someone else, under 18
option-age-no-answer = Prefer not to say
minor =
    Thank you for writing. What happened is not your fault, and nobody here will blame you. Please: no photo or video here, and nothing more to that person. We are calling somebody for you who works with under-18s. takeitdown.ncmec.org can help to keep a photo from spreading, without anyone seeing it.
minor-told = Thank you for telling us. That was brave, and you are not in trouble. From now on no file is taken here; a person decides about any that came before. Somebody who works with under-18s is called for you. Please: nothing more to that person. takeitdown.ncmec.org can help to keep a photo from spreading, without anyone seeing it.
minor-stands = That stays as you wrote it, under 18: it protects you. If it is not so, a person of our team puts it right with you. Write “talk to a person”.
minor-asked = A person from our team has been asked to look at the age with you, and decides. Until then no file is taken here, and it stays as it was written: that protects whoever writes here under 18.
minor-pictures = Thank you for telling us. Pictures of somebody under 18 are best sent to nobody, not here either; so no file is taken here from now on. What happened is not your fault. A person is called and explains the safe way. takeitdown.ncmec.org can help to keep such pictures from spreading, without anyone seeing them.
age-open = Thank you for saying so; it is all right, and nobody is cross. Your age is open again here: no file is taken until it is known. One answer is enough, and you decide.
age-open-other = Thank you for telling us about them. A person of our team is called. Please: no photo or video of anybody under 18, not here either. No file is taken here until it is said whom it is about and what age they are.
minor-other =
    Thank you for standing by them. Please: no photo or video here, and no message to that person. We are calling somebody who works with under-18s. What helps most: hearing from you that it is not their fault, you staying close, and no punishment. takeitdown.ncmec.org can help to keep a picture from spreading, without anyone seeing it.
age-unknown =
    That is all right. Until we know that this is about an adult, we do not open photos, videos or voice messages here; this protects you. What you write is read.

ask-story =
    I am listening. What happened? Write or speak as it comes, in pieces if you like. Please no private photos.
ask-story-words =
    I am listening. What happened? Write as it comes, in pieces if you like. Please no photos, videos or voice messages here.
story-thanks = Thank you. Writing this took courage, and there are steps that help.
story-kept = What you wrote first is kept. You don't have to tell it again.

ask-evidence =
    Whatever you have helps, and nothing has to be complete: screenshots of the threats, the profile page, any payment receipt, best as a file. Not the private images: we do not need them. Each file gets a digital seal. View-once and protected messages do not reach us; a screenshot does. Then write “done”, or “skip”.

ask-review =
    This is what I understood:

    { $summary }

    Every line can be corrected, and something added. Screenshots of the threats can be sent here, now or later. When you send it, it stands in line for a reply; those on duty in our team can read it before, too.

    Would you like a woman or a man to reply?
ask-review-words =
    This is what I understood:

    { $summary }

    Every line can be corrected, and something added. Please send no pictures here: words are enough. When you send it, it stands in line for a reply; those on duty in our team can read it before, too.

    Would you like a woman or a man to reply?
option-review-send = Send, no preference
option-review-correct = Change something
option-review-add = Add something
option-review-erase = Erase
option-review-keep = Not now
review-kept = All right, nothing is sent now. What you wrote stays here for the time being: “send” passes it on, “erase” deletes it.

## In the line of the queue

weighs-deadline-published = Already published
weighs-spread-family = Reached the family
weighs-spread-work = Reached work or school
weighs-spread-public = Public
weighs-relation-ex = By a partner or ex
weighs-relation-relative = By a relative
weighs-relation-work = By somebody from work or school
weighs-relation-powerful = By somebody powerful or armed

## Names of the questions

step-consent-title = Agreement to go on
step-device-title = Safety of the phone
step-danger-title = Danger now
step-age-title = Age
step-story-title = What happened
step-evidence-title = Evidence
step-review-title = Review

## Ways on

control-done = Done
control-remove = Remove this line
control-skip = Skip
control-unknown = I don't know
control-back = Back
control-human = Talk to a person
control-change = Change it
choices-numbers = Several are possible, for example: 1, 3
choose-answer = Choose an answer
controls-line = Or write: { $words }
language-ar = العربية
language-ckb = کوردی
language-en = English
choose-language = Which language is better for you?
language-changed = From here we write in English.
offer-language-ar = هل نكمل بالعربية؟ يكفي اختيار «العربية» أو كتابتها.
offer-language-ckb = بە کوردی بەردەوام بین؟ «کوردی» هەڵبژێرە یان بینووسە.
offer-language-en = Shall we go on in English? Tap or write “English”.

## What was noted

summary-line = • { $title }: { $value }
answer-voice = voice message
answer-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
answer-unknown = I don't know
answer-removed = taken out
answer-skipped = not said
answer-none = nothing yet
answer-amount =
    { $currency ->
        [IQD] { $amount } dinars
        [USD] { $amount } dollars
        [EUR] { $amount } euros
        [TRY] { $amount } Turkish lira
        [BTC] { $amount } bitcoin
       *[other] { $amount } { $currency }
    }
noted =
    This is what we noted:

    { $summary }
correct-which = Which line is not right? It can be changed or removed.
add-which = What would you like to add? Only what you want to.
line-removed = Taken out: { $question }. It is not asked again; what you wrote before stays as it came.
also-noted =
    We noted this from your words; you can correct it at the end:
    { $list }
choices-more = Noted: { $picked }. Is anything else true? If not, write “done”.
ids-whose = If a number above is your own, write “this is mine”; then it stays yours and does not count as theirs.
ids-yours = Noted: it is not theirs. It is not used to look for anybody.
identifiers-more = Kept. You can send more; when that is all, write “done”.
media-noted = The file is kept. The question above still waits for your answer.
files-more = More can be sent. When that is all, write “done”, and the summary follows.
files-wait = Thank you. The files are being sealed; the summary follows right after.
words-kept = What you wrote is kept, and we are here with you. One short answer to the question above is still needed, or write “talk to a person”.
forward-seen = We see what you sent. Once you agree to begin, it is kept as evidence.
forward-kept =
    What you forwarded is kept, word for word. Forwarded messages are read as another person’s words, so they answer nothing here: to answer, write in your own words or press a button.
forward-kept-from = Kept, word for word. Noted: the account { $from }, from Telegram itself. Your own words or a button answer the question.
contact-kept = The contact card is kept: { $card }
shared-kept-too = This one is kept, too.
place-help = Thank you, we see the place. Are you there now? So that we know what is near you.
place-help-near = Thank you, we see the place: near { $town }. Are you there now? So that we know what is near you.
place-help-yes = Good, it is noted that you are there.
place-help-no = All right. The place is kept, and nothing is made of it.
place-yes = Yes, there
place-no = No
place-kept = Thank you, we see the place.
place-kept-near = Thank you, we see the place: near { $town }.
cry-heard = We hear you, and you are not alone with this. Writing here was right.
late-answer = Sorry that this answer comes late. Everything you wrote meanwhile has arrived and is kept.
still-above = We are here. What we wrote last, just above, still stands.

## What is said unasked

softly = When you can, this is still open: { $question }.
consent-back = Good that you are back. Nothing has to be said twice: with a yes we go on, and to stop or to erase stays possible. Shall we go on?
softly-consent = We have read it, and we are with you. May we keep it, so that we can go on and somebody can help? A yes is enough.
ask-consent-again = We go on with your yes; to stop or to erase stays possible at any time. Shall we go on?
consent-left-file = That is all right, nothing has to be agreed to now. Your file stays unopened, and what you write is read. Whenever you like, a yes is enough.
consent-left-open = That is all right, there is no hurry and nothing has to be agreed to now. Whenever you like, a yes is enough, and we go on.
softly-consent-again = We are reading along. With a yes it is kept, and we go on.
softly-consent-still = We hear you to the last word, take your time. It is kept as soon as you say yes.
saying-again = We are still here with you. One step at a time.
saying-again-2 = We read every word. Take the time you need.
saying-noted = We have read this, and it is kept with what you told us.
saying-called =
    We hear you, and we stay. A person from our team has been called to this chat. One thing until they come: { $danger ->
        [life] stay near somebody you trust, and put away what could hurt you.
        [their-life] do not leave them alone, and put away what could hurt them.
        [taken] not alone, lying on the side, and nothing to eat or drink.
        [wound] a clean cloth pressed firmly on the wound, and not alone.
        [burn] cool running water on the burn for twenty minutes, and not alone.
        [door] lock the door, and stay with other people.
        [inside] going quietly to a safer room, or to somebody who is trusted, is better.
        [meeting] please do not go to meet that person; who is there already is safer in a place with people.
       *[other] no answer to whoever threatens you, and stay near somebody you trust.
    }{ $emergency ->
        [none] {" "}In danger now: the police or ambulance number you know.
       *[other] {" "}Emergency: { $emergency }.
    }
saying-called-2 =
    We read every word, and the call for a person stands. { $danger ->
        [life] Breathe out slowly, and once more. Let somebody sit with you.
        [their-life] Stay with them and speak softly; nothing has to be solved now.
        [taken] Let somebody sit close by; lying on the side is safer. The packet stays for the doctor.
        [wound] Keep pressing; if it bleeds through, another cloth on top.
        [burn] Keep the water running; no ice and no paste. Then a clean cloth over it, loosely.
        [door] Stay behind the closed door; a neighbour can be called quietly.
        [inside] A safer room or a neighbour, reached quietly, is better than staying near whoever does this.
        [meeting] No meeting has to be kept. It is safer among other people.
       *[other] Nothing has to be decided now. Breathe out slowly, and once more.
    }{ $emergency ->
        [none] {" "}In danger now: the police or ambulance number you know.
       *[other] {" "}Emergency: { $emergency }.
    }
saying-called-nobody =
    We hear you, and this chat stays open. Our team reads what you write. If somebody should come into it after all, one word is enough: “urgent”.{ $emergency ->
        [none] {" "}In danger now: the police or ambulance number you know.
       *[other] {" "}Emergency: { $emergency }.
    }
saying-afraid = It makes sense to be afraid, and you are not alone with it. One step at a time.
saying-ashamed = Nothing you tell us here is held against you. What is being done to you is not your fault, and we have heard much like it.
saying-crying = Take your time. You do not have to write well or quickly; single words are enough.
saying-angry = Anyone would be angry at this. It is right to put it into words here.
saying-hopeless = It feels like the end now. Much can still be done, also later than people think, and you do not have to do it alone.
saying-alone = You are not alone with this now: we read what you write. If there is one person you trust, that helps too.
saying-pray = We wish you strength, and we are here with you.
saying-my-fault = It is not your fault. What somebody does to you with it is theirs alone, whatever was sent before.
saying-thanks = You are welcome. It is good that you wrote.
saying-greeting = Hello, we are here and read you.
saying-goodbye = All right, and thank you for writing. Nothing is lost: you can come back here at any time.
saying-here = We are here and read you. Sorry if you had to wait.
saying-arrived = Yes, it reached us. Everything you write is read.
saying-person = We read this too. If talking helps, a person is here for that: “talk to a person”.
saying-read-short = We have read it.
saying-here-short = We are here.
saying-wait = Take your time, we are here.
saying-cant-talk = That is all right. Write when it is a good time for you; nothing is lost.
saying-someone-coming = All right: put the phone away. “0” ends this with an everyday line. Write again when you are alone.
saying-outside = If someone is at the door: lock it, stay near people, do not go out to them. Write “urgent”, or press, and a person from our team is called at once.
control-call-now = Call someone now
saying-are-you-human = This is a program that asks and writes down. People from the team read it and answer here; “talk to a person” calls one.
saying-who-sees = Only people of our team read it, who did is written down, and it is stored locked. We do not contact your family without your agreement.
saying-can-he-know = From us they learn nothing: we do not write to them, and nobody sees this chat on their own phone. Only somebody who has your phone in hand, or is inside your account or your phone, could read it.
saying-comes = A person from our team answers here, in this chat. How soon depends on how urgent it is: danger goes first. In danger now: write “urgent”.
saying-are-you-police =
    Good that you ask. { $about }{ $kind ->
        [ngo] {" "}We are not the police.
        [university] {" "}We are not the police.
        [company] {" "}We are not the police.
        [none] {" "}So this program cannot say whether it is the police.
       *[other] {""}
    } Nothing you write goes to the police without your agreement. One exception: if a life is in danger, our people on duty may ask for an ambulance or the police.
saying-login-code = Please give it to nobody, not even to somebody from support or to a friend: whoever has that code gets into your account. If it was sent already: a new password now, from a phone they cannot reach, two-step login, and log out all other devices.
saying-safe-now = Good to hear that. If somebody was called, they read this as well. If it changes, one word is enough: “urgent”.
saying-tell-family = We do not contact your family without your agreement.
saying-family-knows = This is one of the hardest moments, and it is not your fault.
saying-tell-police = That is for you to say: nothing goes to investigators without your agreement. One exception: if your life is in danger, our people on duty may ask for an ambulance or the police to protect you.
saying-tell-school = We do not contact your school or your work without your agreement.
saying-will-they-publish = Nobody can say for sure. Often the threat itself is the means, and paying rarely ends it. If something appears: save the link and the time, and tell us here.
saying-should-pay = Better not: paying rarely ends it, and often they ask for more. Keep their wallet, account or transfer number; it may lead to them.
saying-already-paid = Having paid is not your fault, many people did. From now on: no payment. A call to the wallet company or bank, with the receipt, helps fastest to ask them to stop the transfer.
saying-should-block = First keep what shows their words: screenshots, the profile page with its link, the number. After that, blocking is fine.
saying-should-block-minor = First write here what shows who it is: the name of the account, its link, the number, and what was written. After that, blocking is fine. No picture is needed.
saying-should-delete = Please delete nothing yet, neither the chat nor your account: it is what shows their words. Screenshots first; the rest can wait.
saying-should-delete-minor = Please delete nothing yet, neither the chat nor the account: it is what shows their words. What they wrote can be told here in words; no picture is needed.
saying-cant-pay = You do not have to find this money; many do not have it. Paying rarely ends it; they often ask for more. For now: no borrowing, no selling, no promise to them. What helps instead is to keep their messages and their account number, and to tell us.
saying-should-answer = You do not have to answer them. Best is no reply, no bargaining and no threats back, and keeping what they write.
saying-should-police = That is your decision, and it can wait. What you keep now helps there as well, and a person from our team can talk it through with you.
saying-should-meet = Please do not go to meet that person, even to pay or to end it. If you are already pressed to: write “urgent”.
saying-should-send-more = Please send nothing more to them, not even to prove something: each new picture makes it worse.
saying-what-now = You tell what you want to tell; then we show what we noted, and when you send it, it stands in line. A person answers here in this chat.
saying-what-now-sent = It is with our team, and a person answers here in this chat. What you add here reaches them. If danger grows, write “urgent”.
saying-case = Nothing has been sent from this chat yet. If you wrote to us before and have a code: write “return”.
saying-how-long = How long it takes depends on how urgent it is: danger goes first. We cannot name an hour here. If danger grows, write “urgent”.
saying-can-remove = Often something can be done, though nobody can promise it: report it in the app; stopncii.org (18 and over) or takeitdown.ncmec.org (under 18) make a mark on your own phone by which platforms can find a picture.
saying-can-remove-minor = Often something can be done, though nobody can promise it: report it in the app, and takeitdown.ncmec.org, for under-18s, makes a mark on your own phone by which platforms can find a picture. No picture to anybody, not to us either.
saying-get-account-back = First reset the password in the app itself, from a phone they cannot reach. Then a new password, two-step login, and log out all other devices.
saying-find-who = We cannot promise that. Numbers, usernames, links and transfer numbers are what leads to people: keep them all, and please do not search on your own.
saying-will-i-be-punished = Nobody here judges you, and what is done to you is not your fault. What the law says for you is best asked of a person from our team: “talk to a person”.
saying-deleted-everything = That happens to many, and it is not too late. What you remember helps: username, number, dates, what was written. Some apps keep deleted things for some days.
saying-he-published = First save the link and the time with a screenshot, then report the post in the app. Send us the link here; please no private picture.
saying-he-published-minor = First write the link and the time here, then the post can be reported in the app; takeitdown.ncmec.org helps under-18s to have it removed. Please no picture, also not of the screen.
saying-emergency-number = Calling comes first, and writing here after it.{ $emergency ->
    [none] {" "}No number has been confirmed here yet. The police or ambulance number you know is the right one; a neighbour or a pharmacy knows it too.
   *[other] {" "}Emergency: { $emergency }.
    }
saying-call = Calls are not possible in this chat. A person from our team can answer here in writing: “talk to a person”.
saying-wrong-number = No problem, nothing more is asked.
saying-not-at-night = All right, this is kept: the team sees that nobody should write to you at night, and whoever takes over can set the hours. It cannot be promised for every message: please mute this chat as well, if its sound would give it away.
saying-not-at-night-early = All right. If you agree to go on, the team sees that nobody should write to you at night, and whoever takes over can set the hours. It cannot be promised for every message: please mute this chat as well, if its sound would give it away.
saying-insult = You may be angry here too. If you want to go on, we are ready.
saying-dont-understand = Sorry, said more simply:
saying-why-ask = So that the right person can answer, and soon. You can skip any question.
saying-said-already = Sorry for asking again. What you told us is kept; “skip” goes on.
saying-is-it-free = It costs nothing, and we never ask for money. And what they demand: you do not have to find it, paying rarely ends it.
saying-no-evidence = You can tell us without having anything in hand. A username, a number or what you remember is enough to begin.
saying-how-send-evidence = Just send it here like any message, best as a file: screenshots of the threats, the profile, receipts. Not the private pictures. For people under 18 we take words only.
saying-cant-write = Short words are enough, in any dialect, with any spelling. From 18 on a voice message is fine too, where you can record; under 18 a few words, or “talk to a person”.
saying-for-friend = Thank you for standing by them. Tell what you know, without asking them for the pictures. They can also write here themselves.
saying-minor-who = Yes, you can write here yourself, and nobody blames you. We do not contact your family without your agreement. Please send no pictures here.
saying-fake-image = A made picture used against you counts as much as a real one. Keep it with its link, and the picture it was made from if you know it. Nobody here asks whether it is true.
saying-fake-image-minor = A made picture counts as much as a real one. The link and the name of the account are enough here; no picture needs to be taken or sent. Nobody here asks whether it is true.
saying-relative = Because this person is near to you: no meeting and no talk alone to settle it. Nobody near you is asked, and what you say here stays with few people.
saying-he-stopped = Good that it is quiet. It may begin again: keep what you have, do not write to them, and tell us here if they come back.
saying-he-writes-again = Thank you for telling us; it is kept. No reply to them. A screenshot of the new message, sent here, helps: it counts together with what was before.
saying-he-writes-again-early = Thank you for telling us. No reply to them for now.
saying-he-writes-again-minor = Thank you for telling us; it is kept. No reply to them. What they wrote can be told here in words; no picture is needed.
saying-my-code = To come back to what you told us: write “return”, with your code. A lost code cannot be recovered, but you can write here anew.
saying-abroad = You can write from anywhere, also when the other one is in another country. Please name the countries; it decides who can help.
saying-court-lawyer = Writing here commits you to nothing: it is no court case and needs no lawyer. Whether there will be a complaint is your decision, and a person from our team can explain what it means.
saying-other-topic = Sorry, for that we are the wrong place. Here we can help with threats and blackmail online.
saying-change-answer = Write how it really is: it is kept. At the end every line can be changed before anything is sent.

## When an answer does not fit

not-understood = Sorry, we did not understand that yet. A short answer is enough, or write “talk to a person”.
not-understood-amount = We could not read an amount. For example: 250 thousand, 1.5 million, 500 dollars.
not-understood-time = We could not read a time. For example: in two hours, tomorrow 10 pm, 25/3.
not-understood-media = No file has arrived yet. You can send one, or write “done” or “skip”.
not-understood-review = Nothing was sent yet. If it is right, choose or write “send”; if not, “correct”.
not-understood-age = Is that number the age? Then please write “7 years”. To leave it out: “skip”.
not-understood-whose = Thank you, that is your own age. And the one whom you write for: 18 or older, or younger?
required = This one question is needed before we go on.
offer-human = It may be easier with a person. Write “talk to a person” and somebody from the team will come, or choose from the question above.
edit-kept = You changed a message. Both versions are kept, and our questions still go by the first one. What should count now can be written once more, as a new message.
already-answered = There is an answer to this already, nothing more is needed: “{ $question }”.
already-answered-change = There is another answer to this already. Would you like to change it? “{ $question }”
back-none = There is no question before this one.
unread-words = This could not be read here. Please write it in words, however it comes: of people under 18 we take no pictures and no recordings.
unsupported =
    This kind of message could not be read here. Please send it as text, a photo, a file or a voice message. What was deleted or can be seen only once does not reach us; a screenshot of it does.
message-lost = One message of yours could not be read here, and it is not kept. Please send it once more, in shorter pieces if it was long.
nothing-arrived =
    Nothing arrived that we can keep. Photos and videos set to “view once”, and protected messages, cannot be opened by us. A screenshot of the chat, or the same file sent the usual way, works.
call-unanswered =
    We cannot answer calls here. One word or a voice note is enough.{ $emergency ->
        [none] {" "}If you are in danger now: the police or an ambulance, or a place with people.
       *[other] {" "}If you are in danger now: { $emergency }.
    }
late-hello = What you wrote some time ago has only reached us now; we are sorry. It is kept. When it is a good time, any word is enough, and we go on.

## Pause, return, leaving

stopped-sent = All right, nothing more is asked. What you sent is with our team and stays there. “erase” deletes it, and “consents” takes back what you agreed to.
stopped = We stop here. Nothing is lost. Write anything, or “continue”, and we go on from the same place.
go-on = You can write here. So that nobody else reads along, we show nothing from before here, and erase nothing. What would you like to tell us now? In danger: “urgent”.
go-on-kept = It arrived, and our team reads it. In danger: “urgent”.
go-on-kept-too = This arrived, too.
go-on-send = It is kept. Shall our team read it and answer you here? “send”, or “not now”.
go-on-send-too = This is kept, too. “send” brings it to our team; “not now” leaves it here.
go-on-left = All right, nothing is sent now. You can write here at any time.
go-on-file = A file came. Whether it can be taken does not show here, and it is opened only for somebody who says that they are 18 or older. What it shows can be written in words.
go-on-words = This does not work here right now. Please tell it in words.
closed-here = We show nothing from before here, and erase nothing. A return code, if you have one, opens it. Without it: write “a person”, and somebody answers here.
erase-key = One step before that, so that nobody else does it: the PIN or the return code, then “erase” once more. Without either: write “a person”, and somebody answers here.
resumed = We go on where we stopped.
stopped-at = This is what we talked about before we stopped: { $question }.
paused-again = When it is a good time: 1.
watched-ask = One question first: is it safe now, and does nobody see this screen? Until a yes nothing more is shown.
whether-safe = There is no hurry. Whenever it is safe to write from here, a yes is enough.
control-watched-continue = Yes, it is safe now
control-watched-stop = Not yet
help =
    You can always write: “talk to a person”, “advice”, “back”, “skip”, “I don't know”, “stop”, “language”, “what did you note”, “erase”. “0” ends the talk with an everyday line; later your PIN, code or “continue” goes on. “about exit” tells what “0” takes out here and how you clear this chat. “who are you” tells how to check us.
exit-innocent = Tea: two spoons for six glasses, ten minutes on a low flame, with a little cardamom.
exit-innocent-2 = Lentil soup: wash a cup of lentils, add an onion, cumin and five cups of water. Simmer for half an hour.
exit-innocent-3 = Rice: soak it for half an hour, then a cup and a half of water for each cup, twenty minutes on a low flame.
hidden-called = Noted. Somebody from the team answers here as soon as possible.{ $emergency ->
        [none] {" "}In danger now: the ambulance or police number you know.
       *[other] {" "}Emergency: { $emergency }.
    }
hidden-called-life = It is good that you wrote. We stay here with you, and somebody from the team answers here as soon as possible.{ $emergency ->
        [none] {" "}If it cannot wait: the ambulance or police number you know, or somebody near you.
       *[other] {" "}Emergency: { $emergency }.
    }
exit-note =
    “0” ends the talk with an everyday line. { $app ->
        [telegram] What you and we wrote here in the last 48 hours goes; notifications and backups may keep traces. The rest: hold this chat in the list, “Delete chat”. Quieter: mute it, and “Auto-delete” in its menu.
        [whatsapp] Our messages go, and a line “deleted” stays for each; backups may keep traces. Yours stay until you tap ⋮ or our name at the top, then “Clear chat”. Quieter: our name, then “Disappearing messages”, “Chat lock”, “Mute”.
        [whatsapp-cloud] Nothing of this chat goes, until you tap ⋮ or our name at the top, then “Clear chat”. Quieter: our name, then “Chat lock”, “Mute”. Backups may keep traces.
        [botpress] Nothing of this chat goes: it stands in the window of another bot. Its page or app is cleared there, where it can be.
        [phone] {""}
       *[webchat] This page is emptied. The visit may stay in the browser’s history, until you delete it there.
    } What you sent stays locked with us: “erase” before leaving, or ask a person of ours.
tea-note = Where others see this phone, an answer that waits is announced here by a line about tea and nothing else: 1 brings the answer.

## The case and the team

waiting =
    Your message reached our team. Until a person answers: no payment, no deleting, nothing more sent to them. If danger grows, write “urgent”. The answer comes here in this chat; where others see this phone, a line about tea comes first: 1 brings the answer. You can add something at any time.
with-team = What you wrote is with our team, and what you add here reaches them. If danger grows, write “urgent”.
in-line-lately =
    You are in line, and a person answers here. In the last hours it took about { $unit ->
        [hours] { $n -> [one] one hour
           *[other] { $n } hours
        }
       *[minutes] { $n } minutes
    }. It can be shorter or longer.
in-line-unknown = You are in line, and a person answers here. How long it takes cannot be said right now.
in-line-longer = You are still in line, and not forgotten. It takes longer now than it took others in the last hours; we are sorry. If danger grows, write “urgent”.
still-in-line-1 = You are still in line, and nothing is lost. Nothing has to be done; if something changes, write it here.
still-in-line-2 = You are still waiting for an answer, and we are sorry. What you wrote is with our team. If danger grows, write “urgent”.
still-in-line-3 = It takes long, and you are still in line. There is no need to wait at this phone: the answer comes here.
added-to-case = Added to what you told us. Our team will read it.
human-requested = We are calling a person from our team for you. Until then you can go on here, or just wait. There is no need to close this chat.
urgent-called =
    We are calling a person from our team for you now. Your safety comes first: if there is a safer place or someone you trust, being there is better. Please do not go to meet whoever threatens you.{ $emergency ->
        [none] {" "}In danger now: call the police or ambulance number you know, go to a neighbour you trust, or leave that place.
       *[other] {" "}Emergency: { $emergency }.
    } What you write here reaches our team.
agent-joined =
    { $alias ->
        [none] Somebody from our team
       *[other] { $alias } from our team
    } is with you now. From here a person reads your messages, not a program.
someone-of-team = Somebody from the team
returned-to-bot = The program is here with you again for now. Write “talk to a person” when you want a person.
queue-returned = Another person from our team will continue with you. What you write here reaches them.
checkin =
    How have you been since we last wrote? If anything worries you again, just answer here and we go on together. Otherwise nothing needs to be done.
checkin-again = We ask once more how you have been. If anything worries you again, one word here is enough, and we go on together. Otherwise nothing needs to be done.
closing =
    { $outcome ->
        [resolved] We end here for now: as far as we know, it is over.
        [referred] We end here for now: others go on with it from here.
        [withdrawn] We end here, as you wished.
        [unreachable] We end here for now, since nothing came from you for a while.
       *[other] We end here for now.
    }{ $spoke ->
        [yes] {" "}A person from our team spoke with you here.
       *[no] {""}
    }{ $count ->
        [0] {""}
        [one] {" "}One file of yours is sealed, as it came.
       *[other] {" "}{ $count } files of yours are sealed, as they came.
    } Writing to us took courage. If they write again or anything else happens, write it here: it is opened again, and nothing has to be told twice.
check-in-ask = May we ask you here how things are, in 3 days and in 14 days? Only if you would like that.
access-check-in-yes = Yes, ask me
access-check-in-no = No, thank you
check-in-agreed = Thank you. We ask how you are some days and two weeks after the closing, here and only while this is closed. Under “consents” you can take it back.
check-in-refused = All right, we do not ask. This chat stays open to you.
case-closed =
    { $outcome ->
        [resolved] This was closed, since it is over as far as we know.
        [referred] This was closed here, and others go on with it.
        [withdrawn] This was closed, as you wished.
        [unreachable] This was closed, since nothing came from you for a while.
       *[other] This was closed.
    }{ $spoke ->
        [yes] {" "}A person from our team spoke with you here.
       *[no] {""}
    }{ $count ->
        [0] {""}
        [one] {" "}One file of yours is sealed, as it came.
       *[other] {" "}{ $count } files of yours are sealed, as they came.
    } If something happened since, write it here: then it is opened again. “show me what you have” shows all of it.
reopened = Welcome back. What you told us before is still with us, and we go on from there.
case-code =
    Keep this somewhere safe, without writing what it is for:
    { $code }
    It is your return code. If you lose it, it cannot be recovered. After “0” it opens this chat again. From another phone it takes a PIN as well: write “code” here to set one, and “return” there. Nobody from our team will ever ask for your PIN.
who-we-are = This is a place to talk in confidence. A program listens first; people from our team read it and answer here. It is for anybody who is threatened or blackmailed online.{ $official ->
        [none] {""}
       *[other] {" "}Our only account here is { $official }.
    }
verify-us = Good that you ask. { $about } The only official account is { $official }. Anyone else using our name, or asking for money, passwords, login codes or private photos, is not us.
verify-us-unnamed = Good that you ask. { $about } We never ask for money, passwords, login codes or private photos; anyone who does that in our name is not us. Our official account is named by the organisation that sent you here.
about-us =
    { $kind ->
        [state] This is Amin, a private help channel. { $organisation } runs it: a state authority.
        [ngo] This is Amin, a private help channel. { $organisation } runs it: a civil society organisation, not the state.
        [university] This is Amin, a private help channel. { $organisation } runs it: a university.
        [company] This is Amin, a private help channel. { $organisation } runs it: a company.
        [other] This is Amin, a private help channel. { $organisation } runs it.
       *[none] This is Amin, a private help channel. Who runs it has not given a name here yet.
    }

## A person and their own case

access-set-pin = Set a PIN
way-back = If this phone or this chat is gone one day: a code and a PIN that only you know bring you back here, from any phone. Setting it takes a minute: write “return code”. Or simply go on.
way-back-again = You are back. Whoever holds this phone can write in this chat, too. With a code and a PIN only you come back, also from another phone: write “return code”. Or simply go on.
secret-stays = First: { $app ->
        [botpress] this window belongs to another bot, and what you write here stays until its page or app is cleared.
       *[other] WhatsApp keeps what you write here until you delete it yourself.
    } If somebody may look before that, a better moment is fine.
secret-page =
    Please write it on this page, so that it does not stay in this chat:
    { $link }
    The page works once, for 15 minutes, and our answer comes here. What you write in the chat instead stays until you delete it.
secret-page-again =
    On a page once more:
    { $link }
secret-typed = What you wrote just now stays in this chat until { $app ->
        [botpress] its page or app is cleared.
       *[other] you delete it: hold that message, “Delete”.
    }
pin-ask = With a PIN, only you can come back with your code, from any phone or app. Write one now: 4 to 12 digits, or one word. None of us can read it. No person from our team will ever ask for it.
decoy-ask =
    One more, if you like: a second PIN for the moment when somebody makes you open this. { $app ->
        [telegram] It shows a harmless chat, and what was written here in the last 48 hours goes.
        [whatsapp] It shows harmless tips, and our messages go, but not yours.
        [whatsapp-cloud] It shows harmless tips. What was written here before stays until you clear the chat.
        [botpress] It shows harmless tips. What was written here before stays in this window.
       *[webchat] It shows an empty, harmless chat.
    } Our team learns of it. 4 to 12 digits or one word.
duress-ask =
    One last thing: a danger word. Sent on its own, it ends this chat in an ordinary way and calls our team at once. One word or 4 to 12 digits that you would not write by chance.
pin-about = A PIN is a number or word that only you know. Together with your code it opens your case on another phone; without one, everything here goes on as before. It is not the one of your bank card or phone: choose a new one, or “skip”.
decoy-about =
    It is a second number or word. You type it instead of your PIN when somebody makes you open this. { $app ->
        [telegram] It shows a harmless chat, and what was written here in the last 48 hours goes.
        [whatsapp] It shows harmless tips, and our messages go, but not yours.
        [whatsapp-cloud] It shows harmless tips. What was written here before stays until you clear the chat.
        [botpress] It shows harmless tips. What was written here before stays in this window.
       *[webchat] It shows an empty, harmless chat.
    } Our team learns of it. It is not needed: “skip” goes on without it.
duress-about = It is a word that only you know, for a moment in which you cannot say that you are in danger. Sent on its own, it ends this chat in an ordinary way and calls our team. It is not needed: “skip” goes on without it.
secret-kept = Kept. None of us can read it, and it cannot be recovered.
stays-telegram = One thing to know: the messages with it were taken out of this chat. The chat itself stays in your list of Telegram chats, under our name. To take it away: hold it there and choose Delete. Your PIN and code open everything again when you come back.
stays-whatsapp = Please hold the message with it now and choose “Delete”, for you. One thing to know: the chat itself stays in your list until you delete it there; your PIN and code open everything again.
stays-page = One thing to know: it stands nowhere in this chat. The browser’s list of visited pages may show the address of that page, which opens nothing any more; clearing it there takes it away. This chat itself stays in your list until you delete it there. Your PIN and code open everything again.
stays-botpress = One thing to know: this window belongs to another bot. What you wrote in it stays there until that page or app is cleared, and we cannot take it out. Your PIN and code open everything again, on our own page too.
stays-webchat = One thing to know: it stands nowhere on this page. The browser’s own list of visited pages may still show this address; clearing it there takes it away. Your PIN and code open everything again.
secret-shape = That does not fit, and it was not kept. Please write only the word or the digits: 4 to 12 digits, or one word of 3 letters or more.
secret-taken = That one cannot be used: it stands in this chat already, or means something here. It was not kept. Please choose another.
secret-guessable = That one is among the first that anybody would try: runs, repeats, years, dates, common words. It was not kept. Please choose another that only you would think of.
secret-covered = That was one of your secret words or numbers, so it was not kept. If it was meant as an answer, please write it in another way.
secrets-done = All right. “code” brings these questions back at any time.
show-pin-ask = Your PIN first, please; then we show what we have.
show-wrong = That was not it. Please try once more.
show-left = All right, it stays closed.
change-pin-ask = Your PIN of now first, please; then another can be chosen.
change-left = All right, it stays as it is.
return-code-ask = Please write the code, 8 letters and digits.
return-code-shape = That is not a code yet: it has 8 letters and digits, such as 7KQ2M4XD. Please try once more.
return-pin-ask =
    Now the PIN, please.{ $app ->
        [telegram] {" "}It is taken out of this chat.
       *[other] {""}
    }
return-wrong = That opens nothing here. Please write the return code again first (8 letters and digits), then the PIN.
return-wait = There were several tries already. Please wait a while and try again later; each further try makes the wait longer. Everything else here works as always.
return-tried = There was a try with a PIN that was not right, and nothing was shown. If it was you, all is well. If not, a word here is enough, and our team reads it.
return-forgot = That happens to many people, no harm done. Without code and PIN nobody can open it from another phone; that protects you. In the chat where you told it, it is still there; after “0” it may ask for the PIN. Or begin again here: a few words are enough, and “talk to a person” calls somebody from our team.
return-left = All right, we go on without a code.
return-welcome = Welcome back. What you told us is here now, and opens in no other chat. “summary” shows it.
return-files-along = { $count ->
    [one] It does not have to be sent again: what came before the code goes on here, with your case.
   *[other] They do not have to be sent again: all { $count } that came before the code go on here, with your case.
}
decoy-welcome = Hello. Here are tips for being safe online. What would you like to read?
consents =
    This is what you agree to now:

    { $list }

    To an aid organisation go what you told us and copies of your pictures, films and sound without place, device and file name; other files stay here. What can be seen or heard in them stays in them.

    To change one, choose it. What was shared before a change stays where it is.
share-investigators-ask = Before you choose, this is what it means. Our team may then hand all of it to investigators, the police or a court: what you wrote, every file, and who you are on this app. Nothing goes by itself: a person from our team hands it over. You can take this back at any time; what was handed over stays with them. May it go there?
share-ngo-ask = Before you choose, what it means. Our team may then hand this to an aid organisation, which gets what you told us and copies of your pictures and sound without place, device and file name; not who you are on this app. Nothing goes by itself: a person from our team hands it over. You can take this back any time; what went before stays. Shall it go?
access-hand-on-yes = Yes, it may go
access-hand-on-no = No, not now
hand-on-left = All right, nothing goes there.
scope-keep = Keep what I send
scope-share-investigators = Share: investigators
scope-share-ngo = Share: aid organisation
scope-contact-me = Answer me here
scope-hashes-to-platforms = Prints to platforms
scope-check-in = Ask later how I am
scope-outside-help = Outside reading help
outside-help-about =
    Outside reading help: a computer program of another company, not on our own machine, may read your words so that people here understand faster. Before that we take out the names, numbers, accounts and places that we know; what is left may still tell who you are. It never writes to you and decides nothing.
consent-yes = yes
consent-no = no
have =
    This is what we have:

    { $summary }

    { $files }

    What you agree to:
    { $consents }

    Opened by our team: { $looks }
have-nothing = Nothing is kept here yet.
have-hashes = Their fingerprints (SHA-256): the same file on your phone has the same one.
have-hash = { $n }. { $hash }
moment =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }, { $time }
have-record = Written in a signed record, { $time } Baghdad time: { $hash }
looks-none = nobody yet
looks-by = { $alias } ({ $times })
looks-unnamed = a person from our team ({ $times })
share-ask = File { $n } of { $of }, { $time } Baghdad time: if it is a private picture or video, may we send its fingerprint, a row of numbers, to platforms so that they refuse it? The file itself goes to nobody. “skip” ends this.
access-share = Fingerprints
access-share-yes = Yes, it may go
access-share-no = Not this one
share-done = Noted. It can be changed at any time under “show me what you have”.
share-minor = For pictures of somebody under 18 takeitdown.ncmec.org makes a fingerprint on your own phone, without anyone seeing it. From here such fingerprints go to no list.
read-ask = A short question about what you sent, so that our team can use it: I read { $value } there. Is it right?
read-ask-more = Thank you. One more short question about what you sent: I read { $value } there. Is it right?
read-fix-ask = Please write it as it should be. “skip” leaves it open.
read-done = Thank you, that is noted.
read-passed = All right, we leave it. Nothing is lost: our team sees the picture.
access-read-yes = Yes, right
access-read-fix = No, I will correct it
correct-add = Please write what should be corrected. It is added to your case as a statement of its own; what was sent before stays unchanged beside it.
correction-kept = Your correction is added. Our team will read it.
erase-ask =
    Erase everything that we hold for this chat now? This cannot be undone. What was given to others with your agreement, if anything, stays with them. { $app ->
        [telegram] What was written here in the last 48 hours goes too; what is older you delete yourself.
        [whatsapp] Our messages here go too, with a line “deleted” for each; yours you clear yourself: ⋮ or our name, “Clear chat”.
        [whatsapp-cloud] This chat you clear yourself: ⋮ or our name, “Clear chat”. The proof, if you want it, stays in it until then.
        [botpress] This chat stays in the window of the other bot. The proof, if you want it, stays in it as well.
        [phone] {""}
       *[webchat] This page is emptied too; the visit stays in the browser’s history.
    } Once it is done, an everyday line stands here.
access-erase-yes = Erase everything
access-erase-no = Keep it
access-erase-certificate = Erase, with proof of it
erase-after = All right. One question first.
erase-kept = Nothing was erased.
erase-held =
    Noted: everything is to be erased. An official body asked that it be kept for now, so it stays locked away: nothing is shared any more, nobody writes to you about it, who can end this sees your wish, and it is erased by itself once that ends. You can write again, we start anew. { $app ->
        [telegram] This goes in a minute; what is older you delete yourself.
        [whatsapp] This goes in a minute; what you wrote you clear yourself.
        [whatsapp-cloud] This chat you clear yourself: ⋮, “Clear chat”.
        [botpress] This chat stays in the window of the other bot.
        [phone] {""}
       *[webchat] This goes in a minute.
    }
erased =
    Erased, { $time } Baghdad time:
    { $code }
    What you had agreed to hand on before, if anything, stays with those who received it. Proof:
    { $hash }
    { $app ->
        [telegram] This message goes in a minute.
        [whatsapp] This message goes in a minute; a line “deleted” stays.
        [whatsapp-cloud] This message stays until you clear the chat.
        [botpress] This message stays in the window of the other bot.
        [phone] {""}
       *[webchat] This is shown for a minute.
    }
expired = What was written here is no longer kept with us: its time was over. You can write again at any time, and we start anew.
check-agent = Two words to check with: { $words }. Our team sees the same two words in your case now. Let the person who writes to you say them first: whoever does not know both is not from our team.
check-words = moon river apple bread cloud garden window candle mountain honey lemon silver basket feather bridge carpet orange forest island pepper mirror rabbit sugar winter yellow ladder button kettle pillow olive camel tulip
card-changed = The list above is up to date. When all of it is right, send it there.
ping-discreet = Tip of the day: a little cardamom makes tea better. More tips: 1
help-more = What you told us: “show me what you have”, “consents”, “correct”, “erase”, “code” to come back from another phone, “return” when you have a code, “check agent” to be sure who writes to you.

## Files

receipt =
    { $count ->
        [one] Received: { $count } file, { $time } Baghdad time.
       *[other] Received: { $count } files, { $time } Baghdad time.
    } Seal: { $seal } (it would change if a file were ever swapped). If it is safe, keep the original on your phone and do not edit it.
receipt-fingerprint =
    { $count ->
        [one] Kept: { $count } fingerprint, { $time } Baghdad time.
       *[other] Kept: { $count } fingerprints, { $time } Baghdad time.
    } Seal: { $seal }. The file itself stayed on your phone, and nobody here has seen it.
media-refused-age =
    To protect you, that file was not opened and not kept. If you still see it in this chat, please delete only that; keep the threats. You did nothing wrong; somebody from our team will explain the safe way. What you write is read.
media-refused-age-here =
    To protect you, that file was not opened and not kept. You did nothing wrong, and what you write is read. If you wish, the + button makes a fingerprint of a file on your own phone: a row of numbers. The file never leaves your phone, and there is no need to look at it again.
media-refused-age-there =
    To protect you, that file was not opened and not kept. If you still see it here, please delete only that, not the threats. You did nothing wrong. If you wish, a fingerprint, a row of numbers, can be made on your own phone: { $link } The file never leaves it; no need to look at it again.
file-waits-consent = Your file waits, unopened: nothing of it is fetched before you agree to begin and say the age. { $app ->
        [webchat] It goes by itself then, as long as this page stays open.
       *[other] There is no need to send it again.
    }
file-waits-age = Your file waits, unopened: it is taken as soon as we know the age of whom this is about. { $app ->
        [webchat] It goes by itself then, as long as this page stays open.
       *[other] There is no need to send it again.
    }
file-let-go = The file is let go: it was not opened, and nothing of it is kept here. What you still see of it in this chat you can delete yourself. The question above stays.
file-stays = What was received is sealed, and one file alone cannot be taken out here. “erase” deletes everything that we hold for this chat. A person from our team can tell you more: “talk to a person”.
file-waits-too = This waits as well, unopened, until then.
file-waits-again = This one too.
media-refused-pictures = To protect you, that file was not opened and not kept: you told us of pictures from before 18. If you still see it in this chat, please delete only that; keep the threats. A person of our team explains the safe way. What you write is read.
media-refused-pictures-here = To protect you, that file was not opened and not kept: you told us of pictures from before 18. What you write is read. If you wish, the + button makes a fingerprint of a file on your own phone: a row of numbers. The file never leaves your phone.
media-refused-pictures-there = To protect you, that file was not opened and not kept: you told us of pictures from before 18. If you still see it here, please delete only that, not the threats. If you wish, a fingerprint, a row of numbers, can be made on your own phone: { $link } The file never leaves it.
media-refused-unsaid =
    That file was not opened and not kept, since the age was not said. It can still be said at any time, for example “I am 22”; after that, please send the file again. Words are welcome.
media-refused-unsaid-here =
    That file was not opened and not kept, since the age was not said. It can still be said, for example “I am 22”; then please send the file again. Or the + button makes a fingerprint of it on your own phone: a row of numbers. The file never leaves it.
media-refused-unsaid-there =
    That file was not opened and not kept, since the age was not said. It can still be said, for example “I am 22”; then please send the file again. Or a fingerprint of it, a row of numbers, can be made on your own phone: { $link } The file never leaves it.
too-large = That file is larger than { $limit } MB, the most this app lets us take. Smaller parts, a screenshot, or our web chat will work.
too-many = There are as many files here already as can be kept. A person from our team will help with more: write “talk to a person”.
evidence-gone = One file can no longer be fetched from the app. Please send it once more.
evidence-unreachable = One file could not be fetched yet. We keep trying; nothing needs to be done.
evidence-no-room = We cannot take files right now; your words arrive and are safe. Files already sent are fetched by themselves as soon as there is room. If you hear nothing of one by tomorrow, please send it again.

## Commands of the Telegram menu

cmd-start = Begin or go on
cmd-help = What you can write here
cmd-human = Talk to a person
cmd-language = Change the language
cmd-back = The question before
cmd-skip = Skip this question
cmd-stop = Stop for now
cmd-exit = Exit

## For the team

team-minors = Minors
team-violence = Danger to life
team-women-family = Women and family
team-deepfake = Fake images
team-account = Accounts
team-financial = Money
reason-taken = Writes that something was swallowed already: an ambulance may be needed
reason-wound = Writes of a wound made already: an ambulance may be needed
reason-burn = Writes of a burn that has happened: an ambulance may be needed
reason-under-13 = The person concerned is under 13
reason-minor = The person concerned is under 18
reason-self-harm = Says: thoughts of ending life
reason-hurt = Says: someone may hurt them
reason-abuse = Says: sexual abuse continues
reason-meeting = Says: told to meet someone
reason-deadline = Says: a deadline within 24 hours
reason-watched = Says: being watched while writing
reason-contact = In contact with a person who threatens
reason-minor-intimate = Under 18, and intimate material or a sexual demand
reason-soft-minor = Words that may mean somebody under 18
reason-self-harm-words = Writes of ending their life
reason-self-harm-soft = Sounds hopeless: may think of ending their life
reason-threat = Writes of a threat to kill or to injure
reason-violence = Writes of violence
reason-fear = Afraid of the family, or a relative knows
reason-duress = Wrote the duress word: somebody forces them
reason-cry = Called for help, and has not said whether there is danger
reason-not-safe = Not safe now, or cannot say
reason-abuse-continues = Writes that sexual abuse continues
reason-abuse-words = Writes of sexual abuse
reason-abuse-soft = Words that may mean sexual abuse
reason-sexual-demand = They demand more pictures, sex or a marriage
reason-meeting-soon = Told to meet within a day, or somebody is at the door
reason-meeting-words = Writes of being told to meet
reason-meeting-later = They demand a meeting
reason-meeting-soft = Words that may mean a meeting
reason-deadline-2h = A deadline within two hours
reason-deadline-72h = A deadline within three days
reason-deadline-soft = Words that may mean a deadline
reason-spread-family = Already sent to the family
reason-spread-work = Already sent to work or school
reason-spread-public = Already published
reason-material-private = Private photos or videos
reason-material-fake = Fake or AI pictures
reason-material-chats = Chats or secrets
reason-material-none = They have shown nothing so far
reason-powerful = The other side is powerful, official or armed
reason-relative = The other side is a relative
reason-work = The other side is from work or school
reason-ex = The other side is a partner, fiancé or spouse, now or before
reason-money = They demand money
reason-password = They demand a password or an account
reason-paid-again = Paid, and they still demand
reason-paid-million = Paid a million dinars or more
reason-linked = The same number or account in another case
reason-account = The account is in the hands of others
reason-shared = The phone is shared or checked
reason-voice = Voice message: not read automatically, listen first
reason-unclear = Not said what there is against them
reason-asked = Asked for a person
reason-called = Called by phone: does not want to wait

## While somebody in danger waits

comfort-1 = We are still here. A person from the team is being called, and this chat stays open.
comfort-2 = Nobody waits alone here. Breathing slowly and sitting down in a quiet place can help.
comfort-3 = We are still calling a person from the team. Nothing has to be written, and every word is read.
comfort-4 = These minutes pass one by one. If someone you trust is near, being close to them can help.
comfort-5 = We have not left. A person from the team will read what is written here.

## In danger, and the way through the questions

progress = ({ $n } of { $of })
ask-soft = We want to be sure you are safe. Right now:
option-soft-ending = Thoughts of ending life
option-soft-afraid = Afraid of someone
option-soft-tired = No, just exhausted
option-soft-talk = Talk to a person
ask-worry-self-harm = I want to ask you one thing directly, because you matter to us. When everything is this heavy, some people think of ending their life. Is it like that for you right now? Any answer may be said here.
ask-worry-self-harm-other = I want to ask you one thing directly, because it matters: could the person you are writing about be thinking of ending their life?
option-worry-self-harm-yes = Yes
option-worry-self-harm-no = No
option-worry-self-harm-person = A person, please
ask-worry-violence = One question, because your safety comes first: are you afraid that someone may hurt you?
ask-worry-violence-other = One question, because their safety comes first: are you afraid that someone may hurt the person you are writing about?
option-worry-violence-yes = Yes
option-worry-violence-no = No
option-worry-violence-person = A person, please
ask-worry-sexual-abuse = This can be said here, and none of it is your fault: is someone touching you, or making you do sexual things, against your will?
ask-worry-sexual-abuse-other = This can be said here, and nobody is blamed: is someone touching them, or making them do sexual things, against their will?
option-worry-sexual-abuse-yes = Yes
option-worry-sexual-abuse-no = No
option-worry-sexual-abuse-person = A person, please
ask-worry-minor = One question, so that the right people help: is this happening to someone under 18?
option-worry-minor-me = Yes, me
option-worry-minor-other = Yes, someone else
option-worry-minor-no = No
option-worry-minor-person = A person, please
ask-worry-meeting = One question, for your safety: are they telling you to meet them or to go somewhere?
ask-worry-home = One question, for your safety: may this person come to where you live, or want you to come somewhere, today or in the next days?
ask-worry-meeting-other = One question, for their safety: is the person you are writing about told to meet them or to go somewhere?
option-worry-meeting-yes = Yes
option-worry-meeting-no = No
option-worry-meeting-person = A person, please
ask-worry-deadline = One question, so that nobody comes too late: did they set a time that runs out soon?
ask-worry-deadline-other = One question, so that nobody comes too late: did they set the person you are writing about a time that runs out soon?
option-worry-deadline-hours = Yes, within hours
option-worry-deadline-today = Yes, today or tomorrow
option-worry-deadline-no = No
option-worry-deadline-person = A person, please
ask-worry-cry = We hear you, and writing here was right. Are you in danger right now? With a yes, a person from our team is called at once.
option-worry-cry-yes = Yes
option-worry-cry-no = No
option-worry-cry-person = A person, please
worry-no = Thank you for telling me. If that changes, one word here is enough.
worry-noted = Thank you, that is noted.
worry-left = You don't have to answer my question. Whenever you want to speak to someone: “talk to a person”.
ask-crisis-now-other = Thank you for telling me, and for being there for them. I am calling a person from our team for you now, and this chat stays open. If you can: stay near them, or someone they trust, and keep away what could hurt them.{ $emergency ->
        [none] {" "}If it is a matter of minutes: the ambulance or police number you know.
       *[other] {" "}Emergency: { $emergency }.
    } Are they in danger of ending their life right now?
crisis-self-harm-other = Thank you for telling me, and for being there for them. I am calling a person from our team for you now, and this chat stays open. If you can: stay near them, or someone they trust, and keep away what could hurt them.{ $emergency ->
        [none] {" "}If it is a matter of minutes: the ambulance or police number you know.
       *[other] {" "}Emergency: { $emergency }.
    }
check-life-other = One question, because it matters: are they in danger of ending their life right now?
ask-join = Is it all right if someone from our team writes to you here, in this chat?
option-join-yes = Yes
option-join-no = No
join-agreed = Thank you. A person is being called, and we stay here with you.
join-refused = All right. Our team sees that you want nobody in this chat now. If that changes: “urgent”. This chat stays open.
ask-crisis-now = Thank you for telling me. This is very heavy, and you are not alone with it. Your life matters more than anything they threaten with. I am calling a person from our team for you now, and this chat stays open. If you can, stay away from anything that could hurt you, and near someone you trust.{ $emergency ->
        [none] {" "}If it is a matter of minutes: the ambulance or police number you know, or somebody near you.
       *[other] {" "}Emergency: { $emergency }.
    } Are you thinking of ending your life right now?
crisis-self-harm = Thank you for telling me. This is very heavy, and you are not alone with it. Your life matters more than anything they threaten with. I am calling a person from our team for you now, and this chat stays open. If you can, stay away from anything that could hurt you, and near someone you trust.{ $emergency ->
        [none] {" "}If it is a matter of minutes: the ambulance or police number you know, or somebody near you.
       *[other] {" "}Emergency: { $emergency }.
    }
option-crisis-now-yes = Yes
option-crisis-now-no = No
option-crisis-now-talk = I want to talk
check-life = One question, because your safety matters to us: are you thinking of ending your life right now?
ask-fast-safe = Are you safe for the next few minutes?
ask-fast-safe-other = Are they safe for the next few minutes?
option-fast-safe-yes = Yes
option-fast-safe-no = No
option-fast-safe-cant-say = I can't say
ask-fast-what = Thank you. Only if it is safe to write now: what are you most afraid may happen, and when? A word or a voice message is enough, and “skip” is an answer, too.
ask-fast-what-life = Thank you for saying it. We are here, and a person from our team is being called. What is the hardest part right now? You don't have to write anything; or “skip”.
ask-fast-what-life-other = Thank you for saying it. We are here, and a person from our team is being called. What is happening with them right now? You don't have to write much; or “skip”.
send-place = Send where I am
place-by-menu = You can also send your place here: + or the paper clip, then Location.
ask-fast-where = Which city or area? So that we know what is near you. The city is enough, no address.
ask-fast-where-begun = Which place is it? As near as you want to say: an ambulance would need to know it. The city alone helps, too.
ask-fast-begun = What was taken, how much, and when? One word or a voice message is enough, for whoever comes to help; “skip” is an answer, too.
ask-fast-begun-wound = Where is the wound, and does it bleed less with pressing? One word is enough; “skip” is an answer, too.
ask-fast-begun-burn = Where is the burn, how large is it, and what was it from? One word is enough; “skip” is an answer, too.
ask-fast-id = A number, username or link of whoever is behind this?
crisis-taken =
    Thank you for telling me. The first minutes matter, also if you feel all right now.{ $emergency ->
        [none] {" "}Please call the ambulance or police number you know now, or go with somebody near you to the nearest hospital.
       *[other] {" "}Please call now: { $emergency }.
    } Do not stay alone: tell somebody near you, and unlock the door. Do not make yourself vomit, and eat and drink nothing, unless a doctor says so. Keep the packet for the doctor. If you get sleepy, lie on your side. A person from our team is being called now.
crisis-taken-other =
    Thank you for telling me, and for being there for them. The first minutes matter, also if they seem all right.{ $emergency ->
        [none] {" "}Please call the ambulance or police number you know now, or go with somebody near you to the nearest hospital.
       *[other] {" "}Please call now: { $emergency }.
    } Do not leave them alone. Do not make them vomit, and give nothing to eat or drink, unless a doctor says so. Keep the packet for the doctor. If they are sleepy, or breathe and do not wake: lay them on their side. If they do not breathe: press hard and fast on the middle of the chest until help comes. A person from our team is being called now.
crisis-wound =
    Thank you for telling me. The first minutes matter.{ $emergency ->
        [none] {" "}Please call the ambulance or police number you know now, or go with somebody near you to the nearest hospital.
       *[other] {" "}Please call now: { $emergency }.
    } Press a clean cloth firmly on the wound and keep pressing; if it bleeds through, put another one on top. Sit or lie down. Do not stay alone: tell somebody near you, and unlock the door. A person from our team is being called now.
crisis-burn =
    Thank you for telling me. The first minutes matter.{ $emergency ->
        [none] {" "}Please call the ambulance or police number you know now, or go with somebody near you to the nearest hospital.
       *[other] {" "}Please call now: { $emergency }.
    } Hold the burn under cool running water for twenty minutes, and longer if it was acid; an eye is rinsed open. Take off clothes and rings near it, but nothing that sticks to the skin. No ice, no paste, no oil. Then cover it loosely with a clean cloth. Do not stay alone: tell somebody near you, and unlock the door. A person from our team is being called now.
crisis-wound-other =
    Thank you for telling me, and for being there for them. The first minutes matter.{ $emergency ->
        [none] {" "}Please call the ambulance or police number you know now, or go with somebody near you to the nearest hospital.
       *[other] {" "}Please call now: { $emergency }.
    } Press a clean cloth firmly on the wound and keep pressing; if it bleeds through, put another one on top. Let them lie down, and do not leave them alone. If they do not breathe: press hard and fast on the middle of the chest until help comes. A person from our team is being called now.
crisis-burn-other =
    Thank you for telling me, and for being there for them. The first minutes matter.{ $emergency ->
        [none] {" "}Please call the ambulance or police number you know now, or go with somebody near you to the nearest hospital.
       *[other] {" "}Please call now: { $emergency }.
    } Keep the burn under cool running water for twenty minutes, and longer if it was acid, without getting it on yourself; an eye is rinsed open. Take off clothes and rings near it, but nothing that sticks to the skin. No ice, no paste, no oil. Then cover it loosely with a clean cloth, and keep the rest of them warm. Do not leave them alone. If they do not breathe: press hard and fast on the middle of the chest until help comes. A person from our team is being called now.
crisis-taken-threatened =
    Thank you for telling me. The first minutes matter, also if you feel all right now.{ $emergency ->
        [none] {" "}Please call the ambulance or police number you know now, quietly, and say that somebody threatens you.
       *[other] {" "}Please call now, quietly, and say that somebody threatens you: { $emergency }.
    } Stay away from whoever threatens you. Do not make yourself vomit, and eat and drink nothing, unless a doctor says so. Keep the packet for the doctor. If you get sleepy, lie on your side. A person from our team is being called now.
crisis-wound-threatened =
    Thank you for telling me. The first minutes matter.{ $emergency ->
        [none] {" "}Please call the ambulance or police number you know now, quietly, and say that somebody threatens you.
       *[other] {" "}Please call now, quietly, and say that somebody threatens you: { $emergency }.
    } Stay away from whoever threatens you. Press a clean cloth firmly on the wound and keep pressing; if it bleeds through, put another one on top. Sit or lie down. A person from our team is being called now.
crisis-burn-threatened =
    Thank you for telling me. The first minutes matter.{ $emergency ->
        [none] {" "}Please call the ambulance or police number you know now, quietly, and say that somebody threatens you.
       *[other] {" "}Please call now, quietly, and say that somebody threatens you: { $emergency }.
    } Stay away from whoever threatens you. Hold the burn under cool running water for twenty minutes, and longer if it was acid; an eye is rinsed open. Take off clothes and rings near it, but nothing that sticks to the skin. No ice, no paste, no oil. Then cover it loosely with a clean cloth. A person from our team is being called now.
crisis-violence =
    Your safety comes first. I am calling a person from our team for you now. If there is a safer room or someone you trust, going there quietly is better. Please do not mention this chat at home.{ $emergency ->
        [none] {" "}In danger now: call the police or ambulance number you know, go to a neighbour you trust, or leave that place.
       *[other] {" "}Emergency: { $emergency }.
    } We do not contact your family without your agreement.
crisis-violence-other =
    Their safety comes first. I am calling a person from our team for you now. If there is a safer room for them, or someone they trust, going there quietly is better. Please do not mention this chat near whoever may hurt them.{ $emergency ->
        [none] {" "}In danger now: call the police or ambulance number you know, go to a neighbour you trust, or leave that place.
       *[other] {" "}Emergency: { $emergency }.
    } We do not contact your family without your agreement.
crisis-abuse =
    What is being done to you is not your fault, and it can be stopped. I am calling a person from our team for you now. If there is a safer place or someone you trust, being there is better.{ $emergency ->
        [none] {" "}In danger now: call the police or ambulance number you know, go to a neighbour you trust, or leave that place.
       *[other] {" "}Emergency: { $emergency }.
    } We do not contact your family without your agreement.
crisis-abuse-other =
    What is being done to them is not their fault, and it can be stopped. I am calling a person from our team for you now. If there is a safer place for them, or someone they trust, being there is better.{ $emergency ->
        [none] {" "}In danger now: call the police or ambulance number you know, go to a neighbour you trust, or leave that place.
       *[other] {" "}Emergency: { $emergency }.
    } We do not contact your family without your agreement.
crisis-meeting =
    Please do not go to meet that person, even to pay or to end it. A person from our team is being called now.{ $emergency ->
        [none] {" "}In danger now: call the police or ambulance number you know, go to a neighbour you trust, or leave that place.
       *[other] {" "}Emergency: { $emergency }.
    }
crisis-meeting-other =
    Please: they should not go to meet that person, even to pay or to end it. A person from our team is being called now.{ $emergency ->
        [none] {" "}In danger now: call the police or ambulance number you know, go to a neighbour you trust, or leave that place.
       *[other] {" "}Emergency: { $emergency }.
    }
crisis-home =
    You do not have to open, and not to go out to them. Lock the door, do not stay alone, and tell somebody you trust nearby, a neighbour or a relative, before they come. A person from our team is being called now.{ $emergency ->
        [none] {" "}In danger now: call the police or ambulance number you know, or go to a neighbour.
       *[other] {" "}Emergency: { $emergency }.
    }
crisis-home-other =
    They do not have to open, and not to go out to that person. Best: a closed door, not staying alone, and somebody nearby who is trusted told before, a neighbour or a relative. A person from our team is being called now.{ $emergency ->
        [none] {" "}In danger now: call the police or ambulance number you know, or go to a neighbour.
       *[other] {" "}Emergency: { $emergency }.
    }
crisis-door =
    Please do not open, and do not go out to them. Lock the door quietly if you can, stay in a room with other people, and silence this phone. A person from our team is being called now.{ $emergency ->
        [none] {" "}In danger now: call the police or ambulance number you know, or a neighbour.
       *[other] {" "}Emergency: { $emergency }.
    }
crisis-deadline =
    There is time to act, and nothing is decided yet. I am calling a person from our team for you now. Until then: no payment, no answer to them, nothing deleted.
urgent-not-safe =
    If there is a door to lock or people nearby, that helps now.{ $emergency ->
        [none] {" "}In danger now: call the police or ambulance number you know, go to a neighbour you trust, or leave that place if nobody is outside the door.
       *[other] {" "}Emergency: { $emergency }.
    } A person is being called. Write only when it is safe; “0” ends the talk with something ordinary.
urgent-waiting =
    Thank you. That is enough for now: a person from our team is being called to this chat. Everything you write here reaches them.
urgent-still-here =
    We read this and are still here with you. A person from our team is being called.{ $emergency ->
        [none] {" "}In danger now: call the police or ambulance number you know, go to a neighbour you trust, or leave that place if nobody is outside the door.
       *[other] {" "}Emergency: { $emergency }.
    }

## The full intake

ask-material = What do they have of yours, or say they have? It tells us who can help you best. You can choose more than one.
option-material-private = Private photo or video
option-material-fake = Fake or AI image
option-material-chats = Chats or secrets
option-material-account = They hold my account
option-material-none-shown = Showed nothing
ask-demand = What do they want? If it is money, please add how much, and whether anything was paid: no blame, it only helps us. One message is enough.
option-demand-money = Money
option-demand-photos = More photos
option-demand-meet = To meet
option-demand-relation = Marriage or relation
option-demand-password = Password or account
option-demand-other = Something else
ask-app = Where does it happen? Choose all that apply.
option-app-instagram = Instagram
option-app-facebook = Facebook, Messenger
option-app-whatsapp = WhatsApp
option-app-telegram = Telegram
option-app-snapchat = Snapchat
option-app-tiktok = TikTok
option-app-x = X (Twitter)
option-app-google = YouTube and Google
option-app-discord = Discord
option-app-games = PUBG and other games
option-app-viber = Viber
option-app-apple = iCloud (Apple)
option-app-phone = Phone and SIM
ask-money-way = By which way did money go, or is it to go? Choose all that apply.
option-money-way-zaincash = ZainCash
option-money-way-fastpay = FastPay
option-money-way-asiahawala = AsiaHawala
option-money-way-cards = Qi and bank cards
option-money-way-exchange = Exchange offices
option-money-way-crypto = Crypto
ask-amount = How much do they want? For example: 250 thousand, 1.5 million, 500 dollars.
ask-paid = Was anything paid? No blame.
ask-paid-amount = How much was paid? For example: 250 thousand, 1.5 million, 500 dollars. No blame.
option-paid-again = Paid, and asked again
option-paid-yes = Yes, paid
option-paid-no = Not paid
ask-deadline = Did they give a time?
option-deadline-hours = Within hours
option-deadline-today = Today or tomorrow
option-deadline-later = Later
option-deadline-none = No time
option-deadline-published = Already published
ask-spread = Who has seen it? You can choose more than one.
option-spread-family = Family
option-spread-work = Work or school
option-spread-public = Public
ask-ids =
    So that they can be found: what do you have about them, phone number, username, profile link, wallet or account number? Paste it here in one message; more can follow at any time.
ask-relation = Is this person known to you?
option-relation-stranger = Stranger online
option-relation-ex = Partner or ex
option-relation-relative = Relative
option-relation-work = Work or school
option-relation-powerful = Powerful or armed
ask-whom = Who is this told for?
option-whom-other = Somebody else
ask-person = Is the person concerned a woman or a man? It only helps to find the right colleague.
option-person-woman = Woman
option-person-man = Man
ask-governorate = Which governorate? The governorate is enough.
option-governorate-baghdad = Baghdad
option-governorate-basra = Basra
option-governorate-nineveh = Nineveh
option-governorate-erbil = Erbil
option-governorate-sulaymaniyah = Sulaymaniyah
option-governorate-duhok = Duhok
option-governorate-halabja = Halabja
option-governorate-kirkuk = Kirkuk
option-governorate-anbar = Anbar
option-governorate-najaf = Najaf
option-governorate-karbala = Karbala
option-governorate-babil = Babil
option-governorate-diyala = Diyala
option-governorate-dhi-qar = Dhi Qar
option-governorate-maysan = Maysan
option-governorate-wasit = Wasit
option-governorate-qadisiyah = Qadisiyah
option-governorate-muthanna = Muthanna
option-governorate-salah-al-din = Salah al-Din
ask-wish = Who should reply?
option-wish-woman = A woman
option-wish-man = A man
option-wish-any = No preference
ask-contact = When is it safe to write to you?
option-contact-any-time = Any time
option-contact-not-at-night = Not at night
option-contact-after = Only after I write
contact-after = All right: nobody writes to you here first. Whenever you write, what waits for you comes.
option-review-woman = Send, a woman replies
option-review-man = Send, a man replies
option-review-after = Reply only when I write
step-soft-title = How you are
step-worry-self-harm-title = Thoughts of ending life
step-worry-cry-title = In danger now
step-worry-violence-title = Fear of being hurt
step-worry-sexual-abuse-title = Sexual abuse
step-worry-minor-title = Someone under 18
step-worry-meeting-title = Told to meet
step-worry-deadline-title = Time that runs out
step-join-title = A person joins
step-crisis-now-title = Safety of life
step-fast-safe-title = Safe now
step-fast-what-title = What may happen
step-fast-where-title = Place
step-fast-begun-title = What has happened
step-fast-id-title = About that person
step-material-title = What they have
step-demand-title = What they want
step-app-title = Where it happens
step-money-way-title = Way of the money
step-amount-title = Amount
step-paid-title = Paid
step-paid-amount-title = Amount paid
step-deadline-title = Time they gave
step-spread-title = Whom it reached
step-ids-title = About them
step-relation-title = Known to you
step-whom-title = Told for
step-person-title = Woman or man
step-governorate-title = Governorate
step-wish-title = Who replies
step-contact-title = When to write

## Next steps

card-first =
    You decide each step. For now: no payment, no more photos, no meeting, nothing deleted. Screenshots of the threats, the profile page with its link, numbers and times are what helps most.
card-money = Take your time with this: paying rarely ends it, and often they ask for more. For now: no payment, and no talk with them about paying. Keep their wallet, account or transfer number; it may lead to them.
card-paid =
    Having paid is not your fault, many people did. From now on: no payment. What helps fastest is a call to the wallet company or bank, with the receipt, to ask them to stop the transfer. Keep the receipt, the transfer number and their wallet number.
card-account =
    To get the account back: reset the password through the app itself first, from a phone they cannot reach. Then a new password, two-step login, and log out all other devices. Tell close people by voice that messages from it are not you.
card-deepfake = This is not you, however real it looks to others, and making it is a crime. Keep the original picture it was made from, if you know it, and a screenshot of the fake with its link. A laboratory may be able to show that it was made.
card-deepfake-minor = This picture is not real, however real it looks to others, and making it is a crime. Please write the link and the name of the account here; no picture needs to be taken, kept or sent. takeitdown.ncmec.org can help under-18s to have it removed.
card-bluff =
    When nothing is shown, there is often nothing. Such messages go to thousands of people. No reply and no payment. If an old password of yours stands in it, changing it everywhere is enough.
card-known-person =
    Because this person is known to you: no meeting and no talk alone to settle it, also not through relatives. What you tell us here stays with few people, and nobody near you is asked.
card-published =
    First save the link and the time with a screenshot, then report the post in the app, and send us the link. stopncii.org helps to keep an image of an adult from coming back; it cannot reach private chats.
card-published-minor =
    Please send us only the link, no picture. What happened is not your fault. The post can be reported in the app, and takeitdown.ncmec.org can help to have it removed without anyone seeing it.
card-published-minor-other =
    Please send us only the link, no picture. It is not their fault, and hearing that from you helps them. The post can be reported in the app, and takeitdown.ncmec.org can help to have it removed without anyone seeing it.
card-minor = No picture to anyone, not even to prove it. If there is an adult with whom you feel safe, telling them can help. Please do not delete their messages. takeitdown.ncmec.org can help to keep a photo from spreading, without anyone seeing it.
card-minor-other =
    No picture to anyone, not even to prove it, and no need to look at any. Please keep the messages. What helps most is one calm adult who blames nobody, and that can be you. takeitdown.ncmec.org can help to keep a photo from spreading, without anyone seeing it.
card-stop-ncii =
    If you are 18 or older, now and in the image, and still have it: stopncii.org can make a fingerprint of it on your own phone, and the platforms that take part can then refuse it. The image itself does not leave your phone. It does not reach private chats.

## To read

lessons = You can read about these without making a report. To report something, just write what happened.
control-lessons = More tips
control-guides = Other subjects
control-guide-next = Done
control-guide-read = Read on
control-guide-later = Later
control-guide-did = Yes, done
control-guide-show = Show that step again
control-guide-no = Not now
guides =
    You can read all of this without making a report; what you open stands in this chat. Which subject? You can choose, or write it in a few words.
guides-chosen = These small steps fit what you told us. Each can be read in a minute, and none of them has to be.
guides-near = Is it about one of these? If it is about something else, say it in other words.
guide-finished =
    That was all of it, and whatever you managed helps. { $lawyer ->
        [yes] A lawyer has still to confirm what it says of the law. { "" }
       *[no] {""}
    }To read more: { $source }. Written on { $checked }; menus may look different by now. To pass on: { $share }
guide-left = All right, it stays here. When it is a good time, write “advice”.
guide-again = Last time we began “{ $title }”, and one step was left open: { $step } Is it done?
lesson-account-title = Is my account safe?
lesson-account =
    For a safe account: a long password used nowhere else, two-step login, your own e-mail and number in the settings, unknown devices logged out. Never tell anyone a code that arrives by message. Hide the list of your friends.
lesson-picture-title = Is a picture fake?
lesson-picture =
    Signs of a made picture: odd hands, ears, jewellery or edges of hair; light from two sides; writing that makes no sense. But good fakes show none, and no program can be sure. If it is used against you, it is a crime either way.
lesson-bluff-title = A threat by e-mail
lesson-bluff = An e-mail that claims to have filmed you, names an old password and wants bitcoin is sent to thousands. Without proof there is usually nothing. No reply, no payment; change that password wherever you still use it.
lesson-friends-title = Helping a friend
lesson-friends = Listening helps most: no blame, few questions, no hurry. Say that it is not their fault. Keep messages and names that may matter later; send no money, and no answer in anger. An adult whom they trust can go along.

### For administrators: what to do about the account on WhatsApp (adapters/channels/whatsapp/disconnects)

whatsapp-advice-pair = The account is not linked to a phone. Link it: on the phone open WhatsApp, Settings, Linked devices, and scan the QR code or type the code.
whatsapp-advice-wait = The connection broke and is made again by itself. If this lasts more than an hour, check this machine’s way to the internet.
whatsapp-advice-other-session = Another program uses this linked device. Find it and end it, then connect again. Two at once would make messages unreadable.
whatsapp-advice-logged-out = The phone has removed this device. Find out who did that, then link it again. Nothing that arrived is lost.
whatsapp-advice-restricted = WhatsApp has restricted the account. Read the notice in WhatsApp on the phone, let some days pass, then connect again. Trying sooner makes it worse.
whatsapp-advice-banned = WhatsApp has banned this number. Ask for a review in WhatsApp on the phone, tell people of your other channels, and have a second number ready.
whatsapp-advice-version = WhatsApp no longer accepts this version. Update Amin, or set WHATSAPP_WEB_VERSION to the current one, and start again.
whatsapp-advice-multi-device = WhatsApp does not accept this linked device. Update WhatsApp on the phone, unlink, and link again.
whatsapp-advice-untrusted = The other side could not prove that it is WhatsApp. Somebody may stand between: check the proxies and certificates of this network before you connect again.
whatsapp-advice-restored = The session file is an older copy than the one that was used last. Link again: going on with it would make messages unreadable.
whatsapp-advice-store = The session file cannot be used. Check room and rights of the data folder; it is tried again by itself.
whatsapp-advice-refused = WhatsApp does not accept the number or the code. Check the number with its country code and try again in some minutes.
whatsapp-advice-cloud = Meta does not accept the token, or has stopped the number. Check both in Meta’s business settings.

# Said by a person on the telephone, in the place of the texts for a chat
phone-ask-consent =
    Hello. { $about } What happened is not your fault.
    I ask some questions and note only what you choose to tell; trained people read it. We do not contact your family without your agreement. You can skip any question, and have everything erased later. We never ask for money, passwords or private photos. If your life is in danger, we call the people on duty in our team at once; they may ask for an ambulance or the police to protect you. Shall we continue?
phone-ask-device = Is the phone you are calling from safe, or could somebody else look at it or listen now?
phone-ask-danger = Your safety first. Is any of this true now? More than one can be.
phone-ask-story = In your own words, what happened? There is no hurry, and “I don't know” is a good answer too.
phone-ask-story-words = In your own words, what happened? There is no hurry, and “I don't know” is a good answer too.
phone-ask-evidence = Screenshots of the threats, the profile page and payment receipts help, never the private images. They cannot come over the telephone: please send them to our bot later, with the code you get at the end of this call.
phone-ask-ids = Do you know numbers, account names, links or wallets of that person? Please say them slowly.
phone-ask-review =
    This is what I noted. Is it right? And who should answer later: a woman or a man?

    { $summary }
phone-ask-review-words =
    This is what I noted. Is it right? And who should answer later: a woman or a man?

    { $summary }
phone-farewell =
    Your return code, letter by letter:
    { $code }
    Keep it somewhere safe, without writing what it is for; it cannot be recovered. With it and your PIN you can come back from any phone: write to our bot, then write “return”. Nobody from our team will ever ask for your PIN again.

## An administrator who tries the bot from their own phone

channel-test-answer = The bot works: your test message came through. Nothing of it was kept, and no case was opened. What you write here from now on is a real conversation, as for anybody who needs help.
