### Steps about money that was sent, in English: whom to tell, what to tell, what to keep.

## Guidance on money

# ZainCash

guide-zaincash = If something went through { $topic }: it is not your fault, and the first hours count most. Whether it can still be stopped is decided by the company.
guide-zaincash-1 = From here on no further payment: whoever is paid usually asks again.
guide-zaincash-2 = Tell the customer service of ZainCash at once. Ways to reach them stand in the app and at zaincash.iq.
guide-zaincash-3 = What to say: “I was pressed to pay. Please stop or freeze this transfer and keep its records.” With day, time, amount, the number it went to and the transfer number.
guide-zaincash-4 = What to keep: a screenshot of the transfer, the SMS, and the number or name of the receiver. Ask for the number of your complaint.
guide-zaincash-5 = What opens your wallet and what comes by SMS (PIN, codes) goes to nobody, not even to somebody who says that they can bring the money back.
guide-zaincash-share = Money went through ZainCash under pressure: whom to tell, what to say, what to keep.

# FastPay

guide-fastpay = If something went through { $topic }: it is not your fault, and the first hours count most. Whether it can still be stopped is decided by the company.
guide-fastpay-1 = From here on no further payment: whoever is paid usually asks again.
guide-fastpay-2 = Tell the customer service of FastPay at once. Ways to reach them stand in the app.
guide-fastpay-3 = What to say: “I was pressed to pay. Please stop or freeze this transfer and keep its records.” With day, time, amount, the number it went to and the transfer number.
guide-fastpay-4 = What to keep: a screenshot of the transfer, the SMS, and the number or name of the receiver. Ask for the number of your complaint.
guide-fastpay-5 = What opens your wallet and what comes by SMS (PIN, codes) goes to nobody, not even to somebody who says that they can bring the money back.
guide-fastpay-share = Money went through FastPay under pressure: whom to tell, what to say, what to keep.

# AsiaHawala

guide-asiahawala = If something went through { $topic }: it is not your fault, and the first hours count most. Whether it can still be stopped is decided by the company.
guide-asiahawala-1 = From here on no further payment: whoever is paid usually asks again.
guide-asiahawala-2 = Tell the customer service of AsiaHawala at once. Ways to reach them stand in the app and at asiahawala.iq.
guide-asiahawala-3 = What to say: “I was pressed to pay. Please stop or freeze this transfer and keep its records.” With day, time, amount, the number it went to and the transfer number.
guide-asiahawala-4 = What to keep: a screenshot of the transfer, the SMS, and the number or name of the receiver. Ask for the number of your complaint.
guide-asiahawala-5 = What opens your wallet and what comes by SMS (PIN, codes) goes to nobody, not even to somebody who says that they can bring the money back.
guide-asiahawala-share = Money went through AsiaHawala under pressure: whom to tell, what to say, what to keep.

# Qi and bank cards

guide-cards = If a card was used, or its numbers were given away: it is not your fault, and the first hours count most. Whether it can be undone is decided by the bank.
guide-cards-1 = Have the card blocked at once: in the app, or by the number on its back. It can be replaced, money cannot always.
guide-cards-2 = Say which payments you were pressed into, and which were not yours at all. Ask for the form to object to them.
guide-cards-3 = What to keep: the SMS of each payment, the statement, and the name of the shop or page that took it.
guide-cards-4 = With the new card goes a new number of its own (PIN). Take the old card out of shops and games where it was saved.
guide-cards-5 = The three digits on the back and the codes by SMS go to nobody, not even to “the bank” on the phone.
guide-cards-share = A card was used under pressure: whom to tell, what to say, what to keep.

# Exchange offices

guide-exchange = If money was sent through an exchange office or a transfer company: what nobody has collected yet can sometimes be stopped.
guide-exchange-1 = Go or call at once, best with somebody you trust: the office that sent it, with the slip.
guide-exchange-2 = Ask two things: was it collected, and can it be stopped? With the transfer number, the amount and the names on the slip.
guide-exchange-3 = Western Union and MoneyGram can be asked by their own apps and pages as well.
guide-exchange-4 = What to keep: the slip, a photo of it, name and address of the office, day and time, who stood at the counter.
guide-exchange-5 = No second transfer “to get the first one back”: that is a known trick.
guide-exchange-share = Money went through an exchange office under pressure: what can be asked at once, and what to keep.

# Crypto

guide-crypto = If coins were sent: what is sent can hardly be called back, but traces stay for good and can help.
guide-crypto-1 = No further payment: whoever is paid usually asks again.
guide-crypto-2 = Tell the exchange where the coins were bought, in its app: you were pressed into it. If the coins reach an exchange, it can sometimes freeze them.
guide-crypto-3 = What to keep: the transaction number (hash), the address it went to, the network (such as TRC20), day, time and amount.
guide-crypto-4 = If somebody bought the coins for you: their name, number and the slip as well.
guide-crypto-5 = The twelve or twenty-four words of your wallet go to nobody. Whoever offers to bring coins back for a fee is after more money.
guide-crypto-share = Coins were sent under pressure: whom to tell, what to keep, which trick comes next.
