### What the monthly report says in English. Names of months, channels, outcomes and grades of urgency are those of the case report.

monthly-title = Monthly report
monthly-month = { $month } { $year }
monthly-date = { $day } { $month } { $year }
monthly-day = { $day } { $month }
monthly-span = Cases opened from { $from } to { $to }: { $weeks } whole weeks.
monthly-made = Made on { $date }, { $time } (Baghdad), by { $software }.
monthly-nobody = Operator not stated
monthly-running = This month is not over: its last week ends on { $to }. The numbers are those up to now, and nothing is compared.
monthly-empty = In these weeks no case was opened here. That does not say that nobody was blackmailed, only that nobody reported it here.
monthly-practice = Practice: everything that is counted here is invented.
monthly-hidden = not shown
monthly-none = Nothing to show
monthly-dash = –
monthly-percent = { $share }%

## In short

monthly-short = In short
monthly-cases-label = cases opened
monthly-urgent-label = of these, most urgent (P1)
monthly-reply-label = until half of those answered had heard from a person
monthly-soon-label = of those answered heard as soon as their urgency asks
monthly-closed-label = of these, closed by now
monthly-unclear = No clear change
monthly-more-little = A little more
monthly-more-quarter = About a quarter more
monthly-more-third = About a third more
monthly-more-half = About half as many again
monthly-more-twice = About twice as many
monthly-more-beyond = More than twice as many
monthly-less-little = A little less
monthly-less-quarter = About a quarter less
monthly-less-third = About a third less
monthly-less-half = About half as many
monthly-less-beyond = Less than half as many
monthly-weekly = { $change }, counted by the week
monthly-from-none = There were none in { $month }
monthly-long-unclear = About as long
monthly-long-more = Longer
monthly-long-much = Much longer
monthly-long-less = Shorter
monthly-long-far = Much shorter
monthly-share-more = A larger share
monthly-share-less = A smaller share
monthly-before = { $month }: { $value }
monthly-before-weeks = { $month }: { $value } in { $weeks } weeks
monthly-unlike = Cannot be compared with { $month }: one of the two numbers is not shown, or there is none.
monthly-unfinished = Not compared: cases of a month go on being closed after it.

## Tables

monthly-urgency = By urgency
monthly-urgency-name = Urgency
monthly-urgency-cases = Cases
monthly-urgency-soon = Answered in time
monthly-urgency-half = Half within
monthly-target = Target: { $length }
monthly-target-night = Target: { $length }, at night { $night }
monthly-longest = Nine of ten of those whom a person answered waited no longer than { $length }.
monthly-weeks = Cases by week, from Monday
monthly-channels = How they reached us
monthly-channel-telegram = Telegram
monthly-channel-whatsapp = WhatsApp
monthly-channel-webchat = Web chat
monthly-channel-botpress = Another bot (Botpress)
monthly-channel-phone = Phone call
monthly-outcomes = How closed cases ended
monthly-governorates = By governorate, where it was told
monthly-money = Money, as people told it
monthly-money-currency = Currency
monthly-money-demanded = Demanded
monthly-money-paid = Paid
monthly-money-none = No currency was named by five people or more.
monthly-money-cases =
    { $count ->
        [one] in { $count } case
       *[other] in { $count } cases
    }
monthly-money-note = A sum is told where five people or more named it in that currency; a dash says that fewer did, or nobody.
monthly-networks = Networks of cases, as they stood on { $date }
monthly-networks-state = State
monthly-networks-count = Networks
monthly-networks-cases = Cases in them
monthly-network-suspected = Suspected by the computer
monthly-network-confirmed = Confirmed by people
monthly-network-dismantled = Dismantled
monthly-networks-none = No network is known.
monthly-length-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
monthly-length-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
monthly-length-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
monthly-length-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }

## What they do not say

monthly-limits = What these numbers do not say
monthly-limit-few = “Not shown” stands for a number from one to four, and for one from which such a number could be worked out, so that nobody can be found in it. It never means none.
monthly-limit-reach = They count who came to this service, not how much blackmail there is. More cases may mean more trust.
monthly-limit-weeks = A month is the weeks, Monday to Sunday (UTC), of which most days lie in it: four or five. Each week counts in one month alone.
monthly-limit-answered = Times and shares are of those whom a person answered. Who still waits, or left before, is not in them.
monthly-limit-told = Governorate, money and outcome are counted where they are known; nobody has to tell them, and what people told was not checked. Their sums may be less than all cases.
monthly-limit-moves = Everything is counted as it stood when this was made: a case that is closed, judged anew or erased since counts otherwise in a later copy.
