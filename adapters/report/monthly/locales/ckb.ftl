### ئەوەی ڕاپۆرتی مانگانە بە کوردیی سۆرانی دەیڵێت. ناوی مانگ و کەناڵ و ئەنجام و پلەکانی پەلە هی ڕاپۆرتی کەیسن.

monthly-title = ڕاپۆرتی مانگانە
monthly-month = { $month } { $year }
monthly-date = { $day } { $month } { $year }
monthly-day = { $day } { $month }
monthly-span = ئەو کەیسانەی لە { $from } تا { $to } کراونەتەوە: { $weeks } هەفتەی تەواو.
monthly-made = لە { $date } کاتژمێر { $time } بە کاتی بەغدا ئامادە کرا، بە { $software }.
monthly-nobody = لایەنەکە نەوتراوە
monthly-running = ئەم مانگە تەواو نەبووە: دوا هەفتەی لە { $to } کۆتایی دێت. ژمارەکان هی ئەوەیە کە تا ئێستا تێپەڕیوە، و هیچ بەراورد ناکرێت.
monthly-empty = لەم هەفتانەدا لێرە هیچ کەیسێک نەکراوەتەوە. ئەمە ناڵێت کەس هەڕەشەی لێ نەکراوە، تەنها دەڵێت کەس لێرە باسی نەکردووە.
monthly-practice = ڕاهێنان: هەموو ئەوەی لێرە دەژمێردرێت داهێنراوە.
monthly-hidden = پیشان نادرێت
monthly-none = هیچ نییە پیشان بدرێت
monthly-dash = –
monthly-percent = { $share }%

## بە کورتی

monthly-short = بە کورتی
monthly-cases-label = ئەو کەیسانەی کرانەوە
monthly-urgent-label = لەوانە، ئەوانەی زۆر بەپەلەن (P1)
monthly-reply-label = تا وەڵامی مرۆڤ گەیشتە نیوەی ئەوانەی وەڵام دران
monthly-soon-label = لە وەڵامدراوان، ئەوانەی بە پێی پەلەکەیان لە کاتی خۆیدا بوو
monthly-closed-label = لەوانە، ئەوانەی تا ئێستا داخران
monthly-unclear = گۆڕانێکی ڕوون نییە
monthly-more-little = کەمێک زیاتر
monthly-more-quarter = نزیکەی چارەکێک زیاتر
monthly-more-third = نزیکەی سێیەکێک زیاتر
monthly-more-half = نزیکەی نیوە زیاتر
monthly-more-twice = نزیکەی دوو هێندە
monthly-more-beyond = زیاتر لە دوو هێندە
monthly-less-little = کەمێک کەمتر
monthly-less-quarter = نزیکەی چارەکێک کەمتر
monthly-less-third = نزیکەی سێیەکێک کەمتر
monthly-less-half = نزیکەی نیوەی جاران
monthly-less-beyond = کەمتر لە نیوەی جاران
monthly-weekly = { $change }، بۆ هەر هەفتەیەک
monthly-from-none = لە { $month } هیچ نەبوو
monthly-long-unclear = نزیکەی هەمان ماوە
monthly-long-more = درێژتر
monthly-long-much = زۆر درێژتر
monthly-long-less = کورتتر
monthly-long-far = زۆر کورتتر
monthly-share-more = بەشێکی گەورەتر
monthly-share-less = بەشێکی بچووکتر
monthly-before = { $month }: { $value }
monthly-before-weeks = { $month }: { $value } لە { $weeks } هەفتەدا
monthly-unlike = لەگەڵ { $month } بەراورد ناکرێت: یەکێک لە دوو ژمارەکە پیشان نادرێت، یان نییە.
monthly-unfinished = بەراورد ناکرێت: کەیسەکانی مانگێک دوای ئەویش هەر دادەخرێن.

## خشتەکان

monthly-urgency = بەپێی پەلە
monthly-urgency-name = پەلە
monthly-urgency-cases = کەیسەکان
monthly-urgency-soon = لە کاتی خۆیدا وەڵام دران
monthly-urgency-half = نیوەیان لە ماوەی
monthly-target = ئامانج: { $length }
monthly-target-night = ئامانج: { $length }، شەوان { $night }
monthly-longest = نۆ لە هەر دە کەسی ئەوانەی مرۆڤ وەڵامی دانەوە لە { $length } زیاتر چاوەڕێ نەبوون.
monthly-weeks = کەیسەکان بەپێی هەفتە، لە دووشەممەوە
monthly-channels = چۆن گەیشتنە لامان
monthly-channel-telegram = تێلێگرام
monthly-channel-whatsapp = واتساپ
monthly-channel-webchat = چاتی وێب
monthly-channel-botpress = بۆتێکی تر (Botpress)
monthly-channel-phone = پەیوەندیی تەلەفۆنی
monthly-outcomes = کەیسە داخراوەکان چۆن کۆتاییان هات
monthly-governorates = بەپێی پارێزگا، لەو شوێنانەی وتراوە
monthly-money = پارە، وەک خەڵک گێڕایانەوە
monthly-money-currency = دراو
monthly-money-demanded = ئەوەی داوا کراوە
monthly-money-paid = ئەوەی دراوە
monthly-money-none = هیچ دراوێک پێنج کەس یان زیاتر ناویان نەبردووە.
monthly-money-cases = لە { $count } کەیسدا
monthly-money-note = بڕەکە لەوێدا دەوترێت کە پێنج کەس یان زیاتر بەو دراوە ناویان بردبێت؛ هێڵەکە واتە کەمتر بوون، یان کەس نەبوو.
monthly-networks = تۆڕەکانی کەیس، وەک لە { $date } بوون
monthly-networks-state = دۆخ
monthly-networks-count = تۆڕەکان
monthly-networks-cases = کەیسەکانی ناویان
monthly-network-suspected = کۆمپیوتەر گومانی لێیانە
monthly-network-confirmed = مرۆڤ دڵنیای کردوونەتەوە
monthly-network-dismantled = هەڵوەشاوە
monthly-networks-none = هیچ تۆڕێک نازانرێت.
monthly-length-days = { $count } ڕۆژ
monthly-length-hours = { $count } کاتژمێر
monthly-length-minutes = { $count } خولەک
monthly-length-seconds = { $count } چرکە

## ئەوەی نایڵێن

monthly-limits = ئەوەی ئەم ژمارانە نایڵێن
monthly-limit-few = «پیشان نادرێت» واتە ژمارەیەک لە یەک تا چوار، یان ژمارەیەک کە ژمارەیەکی وای پێ دەزانرێت، بۆ ئەوەی کەس لێیەوە نەناسرێتەوە. هەرگیز واتای هیچ نییە.
monthly-limit-reach = ئەوانە دەژمێرن کە هاتنە لای ئەم خزمەتگوزارییە، نەک هەڕەشە چەندە. کەیسی زیاتر دەشێت متمانەی زیاتر بێت.
monthly-limit-weeks = مانگ لێرە ئەو هەفتانەیە، لە دووشەممە تا یەکشەممە (UTC)، کە زۆربەی ڕۆژەکانیان تێیدان: چوار یان پێنج. هەر هەفتەیەک تەنها لە یەک مانگدا دەژمێردرێت.
monthly-limit-answered = ماوە و بەشەکان هی ئەوانەن کە مرۆڤ وەڵامی داونەتەوە. ئەوەی هێشتا چاوەڕێیە، یان پێشتر ڕۆیشتووە، تێیاندا نییە.
monthly-limit-told = پارێزگا و پارە و ئەنجام لەو شوێنانە دەژمێردرێن کە دەزانرێن؛ کەس ناچار نییە بیانڵێت، و ئەوەی خەڵک گێڕایانەوە پشتڕاست نەکراوەتەوە. کۆیان دەشێت لە هەموو کەیسەکان کەمتر بێت.
monthly-limit-moves = هەموو شتێک وەک ئەو کاتە ژمێردراوە کە ئەمە ئامادە کرا: کەیسێک کە دواتر دادەخرێت، یان دووبارە هەڵدەسەنگێنرێت، یان دەسڕدرێتەوە، لە کۆپییەکی دواتردا جیاواز دەژمێردرێت.
