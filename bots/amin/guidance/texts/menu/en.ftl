### Names and frames of the guidance. Buttons: at most 24 characters.

## Subjects of the guidance

# Groups

guide-group-first = First steps
guide-group-apps = Apps and games
guide-group-accounts = Phone and accounts
guide-group-money = Money
guide-group-pictures = Pictures
guide-group-people = Family, school, friends
guide-group-law = The law in Iraq

# Topics

guide-topic-sextortion = What this is
guide-topic-evidence = Keep before blocking
guide-topic-instagram = Instagram
guide-topic-facebook = Facebook, Messenger
guide-topic-whatsapp = WhatsApp
guide-topic-telegram = Telegram
guide-topic-snapchat = Snapchat
guide-topic-tiktok = TikTok
guide-topic-x = X (Twitter)
guide-topic-google = YouTube and Google
guide-topic-discord = Discord
guide-topic-games = PUBG and other games
guide-topic-viber = Viber
guide-topic-apple = iCloud (Apple)
guide-topic-phone = Phone and SIM
guide-topic-zaincash = ZainCash
guide-topic-fastpay = FastPay
guide-topic-asiahawala = AsiaHawala
guide-topic-cards = Qi and bank cards
guide-topic-exchange = Exchange offices
guide-topic-crypto = Crypto
guide-topic-ai-images = Pictures made by AI
guide-topic-stopncii = Stop pictures: 18+
guide-topic-takeitdown = Stop pictures: under 18
guide-topic-family = Talking to family
guide-topic-school = Talking to school
guide-topic-friend = Helping a friend
guide-topic-parents = For parents
guide-topic-law-iraq = Law of Iraq
guide-topic-law-kurdistan = Kurdistan Region

# Asks which guide of a subject is meant.
guide-about-instagram = “{ guide-topic-instagram }”: what do you need?
guide-about-facebook = “{ guide-topic-facebook }”: what do you need?
guide-about-whatsapp = “{ guide-topic-whatsapp }”: what do you need?
guide-about-telegram = “{ guide-topic-telegram }”: what do you need?
guide-about-snapchat = “{ guide-topic-snapchat }”: what do you need?
guide-about-tiktok = “{ guide-topic-tiktok }”: what do you need?
guide-about-x = “{ guide-topic-x }”: what do you need?
guide-about-google = “{ guide-topic-google }”: what do you need?
guide-about-discord = “{ guide-topic-discord }”: what do you need?
guide-about-games = “{ guide-topic-games }”: what do you need?
guide-about-viber = “{ guide-topic-viber }”: what do you need?
guide-about-phone = “{ guide-topic-phone }”: what do you need?
guide-about-ai-images = “{ guide-topic-ai-images }”: what do you need?

# What there is for each app

guide-job-report-title = Report and take down
guide-job-report = Small steps for { $topic }: first keep what is there, then report it, then block. What is removed, and when, is decided by the platform.
guide-job-report-share = { $topic }: how to keep what was written, report it and ask for it to be taken down, in small steps.
guide-job-account-title = Recover and secure
guide-job-account = Small steps for { $topic }: to get an account back, and to keep yours closed to others. Best done on a phone that only you use.
guide-job-account-share = { $topic }: how to get an account back and keep it safe, in small steps.

# Below a step that asks for a picture of the screen, where no age is known

guide-under-18 = Under 18, or is it about somebody under 18? Then please no picture of the screen: name, number, link and time, written down, are enough.
