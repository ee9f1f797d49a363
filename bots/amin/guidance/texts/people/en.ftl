### First steps, the people around, and the law, in English.

## Guidance on people and law

# First steps

guide-sextortion = What happens here, in five sentences.
guide-sextortion-1 = Somebody wins trust, breaks into an account or makes a false picture, and then demands money, pictures or a meeting so that nothing is published.
guide-sextortion-2 = It happens to women and men, girls and boys, of every age and every family, and who does it often does it to many at once.
guide-sextortion-3 = Whoever is paid usually asks again, so paying rarely ends it.
guide-sextortion-4 = What helps: keep what was written, pay nothing, send nothing more, report the account, and tell one person you trust.
guide-sextortion-5 = It is not the fault of the one it happens to, many have come through it, and nobody has to do it alone.
guide-sextortion-share = Somebody threatens with pictures and demands money? What it is, and what helps, in five sentences.
guide-evidence = Small steps for keeping what was written, before anything is blocked or deleted. If somebody looks into your phone and you are 18 or older, send it to us first and then keep nothing; under 18 we take words alone, so write down name, number and link here.
guide-evidence-1 = Screenshots of what was demanded, with name, date and time in sight; a long chat in several, one after the other.
guide-evidence-1-minor = What was demanded, written down in words: who wrote it, the name or number, date and time. No picture of the screen is needed, and better none: what was sent may stand on it.
guide-evidence-2 = The profile: a screenshot, the user name as it is written, and its link. Names change, links and numbers help to find them.
guide-evidence-2-minor = The profile: the user name exactly as it is written, and its link, written down. Names change, links and numbers help to find them.
guide-evidence-3 = Numbers, wallets, accounts and slips: whatever money was to go to.
guide-evidence-4 = Keep them as they are: not cut, not drawn on, not sent through an app that makes them smaller.
guide-evidence-5 = The private pictures themselves are not needed: the demand is what counts. Block only after that, and leave the chat undeleted.
guide-evidence-share = Before blocking: what to keep, in five small steps.

# Family

guide-family = Small steps for telling one person in the family. You decide whether and whom. If you fear what could happen at home, talk to us first.
guide-family-1 = Choose one person who has listened before: mother, brother, aunt, cousin. One is enough.
guide-family-2 = Choose a place with a door and an hour without hurry, not the moment of the worst fear.
guide-family-3 = Begin with what you need: “Something hard has happened to me. Please listen first, and let us decide together afterwards.”
guide-family-4 = Say what was demanded, not every detail. Nobody needs to see a picture to help you.
guide-family-5 = Say what helps: not answering that person, not paying, not taking revenge, staying beside you.
guide-family-share = How to tell one person in the family: five small steps.

# School

guide-school = Small steps for telling somebody at school or university. You decide whether and whom.
guide-school-1 = Choose one person: a teacher you trust, the counsellor, the headteacher. In a room, not in front of the class.
guide-school-2 = Say what you want them to do, and what not: “Please do not call my home before you have talked with me.”
guide-school-3 = If somebody at school passes the picture on: tell them who and in which group. The school may act against that.
guide-school-4 = No picture has to be shown. What was written is enough.
guide-school-5 = Ask for what helps now: another seat, no phone in the breaks, somebody who comes along.
guide-school-share = How to tell somebody at school, and what they can do: five small steps.

# A friend

guide-friend = Small steps for who wants to help somebody. That you are there is the greater part of it.
guide-friend-1 = Listen, without asking about the pictures and without asking to see them.
guide-friend-2 = Say it clearly: “It is not your fault. I stay with you.”
guide-friend-3 = Help to keep what was written, and to report and block afterwards. Do not write to that person yourself, and do not threaten.
guide-friend-4 = Do not tell anybody else without agreement, not even to help. Pass on no picture, and say so in the group too.
guide-friend-5 = If they speak of not wanting to live any more: stay, ask openly, call for help, write to us together. That weighs more than keeping a promise.
guide-friend-share = A friend is being threatened online? Five small steps that help.

# Parents

guide-parents = Small steps for parents. What your child hears first from you decides whether there is a second word.
guide-parents-1 = First sentence: “Thank you for telling me. It is not your fault, and we get through this together.” No questions about how it came to it.
guide-parents-2 = No punishment and no taking away of the phone: it holds what is needed, and it is the way to help.
guide-parents-3 = Do not pay, do not write to that person, do not delete. Keep what was written; do not look for the pictures.
guide-parents-4 = For pictures of under-18s: takeitdown.ncmec.org, together. Never send such a picture to anybody, not to police or school over a chat either: ask them first how.
guide-parents-5 = Stay near in these days, at night too. If your child speaks of not wanting to live: do not leave them alone, and get help at once.
guide-parents-share = For parents: what to say first when a child is threatened online, and what not to do.

# The law

guide-law-iraq = What is usually said of the law in Iraq. A lawyer has still to confirm it, and it is no legal advice.
guide-law-iraq-1 = Penal Code 111 of 1969: articles 430, 431 and 432 are the ones usually named for threats, spoken, written, or without a name, also by phone and internet.
guide-law-iraq-2 = For getting money or papers by threats, article 452 of the same law is usually named.
guide-law-iraq-3 = A special law on crimes by internet was drafted several times. We know of none in force; courts go by the Penal Code.
guide-law-iraq-4 = A complaint goes to the police station or the investigative court. Bring what was kept, on the phone and on paper, and a person you trust or a lawyer.
guide-law-iraq-5 = For some offences the law sets a time within which to complain, and three months are often named. So ask a lawyer early.
guide-law-iraq-share = Threats on the internet and the law in Iraq: what is usually said of it, in five points.
guide-law-kurdistan = What is usually said of the law in the Kurdistan Region. A lawyer has still to confirm it, and it is no legal advice.
guide-law-kurdistan-1 = Law 6 of 2008 of the Kurdistan Region is about the misuse of means of communication: threats, insults, and passing on private pictures or talks by phone or internet.
guide-law-kurdistan-2 = It names prison and a fine for that. How much, a court decides by the case.
guide-law-kurdistan-3 = Law 8 of 2011 of the Region is about violence in the family, and also covers threats there.
guide-law-kurdistan-4 = A complaint goes to the police or the court; for women and families also to the directorate for combating violence against women and families.
guide-law-kurdistan-5 = The Penal Code 111 of 1969 is used in the Region too. A lawyer there can say which of them fits.
guide-law-kurdistan-share = Threats on the internet and the law in the Kurdistan Region: what is usually said of it, in five points.
