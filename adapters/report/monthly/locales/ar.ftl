### ما يقوله التقرير الشهري بالعربية. أسماء الأشهر والقنوات والنتائج ودرجات الاستعجال هي ما في تقرير الحالة.

monthly-title = التقرير الشهري
monthly-month = { $month } { $year }
monthly-date = { $day } { $month } { $year }
monthly-day = { $day } { $month }
monthly-span = الحالات التي فُتحت من { $from } إلى { $to }، أي { $weeks } أسابيع كاملة.
monthly-made = أُعدّ في { $date } الساعة { $time } بتوقيت بغداد، ببرنامج { $software }.
monthly-nobody = الجهة غير مذكورة
monthly-running = لم ينتهِ هذا الشهر بعد: آخر أسابيعه ينتهي في { $to }. الأرقام لما مضى منه حتى الآن، ولا يُقارن شيء منها.
monthly-empty = لم تُفتح هنا أي حالة في هذه الأسابيع. لا يعني ذلك أن أحداً لم يتعرّض للابتزاز، بل أن أحداً لم يبلّغ عنه هنا.
monthly-practice = تدريب: كل ما يُعدّ هنا مختلق.
monthly-hidden = لا يُعرض
monthly-none = لا شيء يُعرض
monthly-dash = –
monthly-percent = { $share }%

## باختصار

monthly-short = باختصار
monthly-cases-label = الحالات التي فُتحت
monthly-urgent-label = منها الأشد استعجالاً (P1)
monthly-reply-label = المدة حتى وصل رد إنسان إلى نصف من أُجيبوا
monthly-soon-label = نسبة من أُجيبوا في الوقت الذي يقتضيه استعجالهم
monthly-closed-label = منها ما أُغلق حتى الآن
monthly-unclear = لا تغيّر واضح
monthly-more-little = أكثر بقليل
monthly-more-quarter = أكثر بنحو الربع
monthly-more-third = أكثر بنحو الثلث
monthly-more-half = أكثر بنحو النصف
monthly-more-twice = نحو الضعف
monthly-more-beyond = أكثر من الضعف
monthly-less-little = أقل بقليل
monthly-less-quarter = أقل بنحو الربع
monthly-less-third = أقل بنحو الثلث
monthly-less-half = نحو نصف ما كان
monthly-less-beyond = أقل من نصف ما كان
monthly-weekly = { $change }، بحساب الأسبوع الواحد
monthly-from-none = لم يكن منها شيء في { $month }
monthly-long-unclear = مثلها تقريباً
monthly-long-more = أطول
monthly-long-much = أطول بكثير
monthly-long-less = أقصر
monthly-long-far = أقصر بكثير
monthly-share-more = نسبة أكبر
monthly-share-less = نسبة أصغر
monthly-before = { $month }: { $value }
monthly-before-weeks = { $month }: { $value } في { $weeks } أسابيع
monthly-unlike = لا تُقارن بشهر { $month }: أحد الرقمين لا يُعرض، أو لا وجود له.
monthly-unfinished = لا تُقارن: يُغلق من حالات الشهر المزيد بعد انتهائه.

## الجداول

monthly-urgency = حسب الاستعجال
monthly-urgency-name = الاستعجال
monthly-urgency-cases = الحالات
monthly-urgency-soon = أُجيبت في الوقت
monthly-urgency-half = نصفها خلال
monthly-target = الهدف: { $length }
monthly-target-night = الهدف: { $length }، وليلاً { $night }
monthly-longest = تسعة من كل عشرة ممن أجابهم إنسان لم ينتظروا أكثر من { $length }.
monthly-weeks = الحالات حسب الأسبوع، من الاثنين
monthly-channels = كيف وصلت إلينا
monthly-channel-telegram = تلغرام
monthly-channel-whatsapp = واتساب
monthly-channel-webchat = محادثة الويب
monthly-channel-botpress = بوت آخر (Botpress)
monthly-channel-phone = مكالمة هاتفية
monthly-outcomes = كيف انتهت الحالات المغلقة
monthly-governorates = حسب المحافظة، حيث ذُكرت
monthly-money = المال، كما رواه الناس
monthly-money-currency = العملة
monthly-money-demanded = المطلوب
monthly-money-paid = المدفوع
monthly-money-none = لم يذكر خمسة أشخاص أو أكثر عملة واحدة.
monthly-money-cases =
    { $count ->
        [one] في حالة واحدة
        [two] في حالتين
        [few] في { $count } حالات
       *[other] في { $count } حالة
    }
monthly-money-note = يُذكر المبلغ حيث ذكره خمسة أشخاص أو أكثر بتلك العملة، والشرطة تعني أن أقل منهم ذكروه، أو لم يذكره أحد.
monthly-networks = شبكات الحالات، كما كانت في { $date }
monthly-networks-state = حالها
monthly-networks-count = الشبكات
monthly-networks-cases = الحالات فيها
monthly-network-suspected = اشتبه بها الحاسوب
monthly-network-confirmed = أكّدها أشخاص
monthly-network-dismantled = فُكّكت
monthly-networks-none = لا تُعرف أي شبكة.
monthly-length-days =
    { $count ->
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
       *[other] { $count } يوماً
    }
monthly-length-hours =
    { $count ->
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
       *[other] { $count } ساعة
    }
monthly-length-minutes =
    { $count ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
       *[other] { $count } دقيقة
    }
monthly-length-seconds =
    { $count ->
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $count } ثوانٍ
       *[other] { $count } ثانية
    }

## ما لا تقوله

monthly-limits = ما لا تقوله هذه الأرقام
monthly-limit-few = «لا يُعرض» تعني عدداً من واحد إلى أربعة، أو عدداً يكشف مثله، حتى لا يُعرف أحد منه. ولا تعني أبداً أنه لا شيء.
monthly-limit-reach = الأرقام تعدّ من وصل إلى هذه الخدمة، لا مقدار الابتزاز. وقد تعني زيادة الحالات زيادة في الثقة.
monthly-limit-weeks = الشهر هنا هو الأسابيع، من الاثنين إلى الأحد (UTC)، التي تقع أكثر أيامها فيه: أربعة أو خمسة. وكل أسبوع يُعدّ في شهر واحد فقط.
monthly-limit-answered = المدد والنسب لمن أجابهم إنسان. من لا يزال ينتظر، أو غادر قبل ذلك، ليس فيها.
monthly-limit-told = المحافظة والمال والنتيجة تُعدّ حيث تُعرف؛ لا يُلزم أحد بذكرها، وما رواه الناس لم يُتحقق منه. وقد يقل مجموعها عن كل الحالات.
monthly-limit-moves = كل شيء معدود كما كان وقت إعداد التقرير: الحالة التي تُغلق أو يتغير تقديرها أو تُمحى بعده تُعدّ على غير ذلك في نسخة لاحقة.
