# دواخستنی دۆسیە
snooze-note = کەیسەکە هەر لای تۆ دەمێنێت. لەو کاتەدا دەگەڕێتەوە، یان هەر کە کەسەکە نووسی.
snooze-until = تا کەی
snooze-hour = دوای کاتژمێرێک
snooze-evening = ئەم ئێوارەیە، { $time }
snooze-tomorrow = سبەی، { $time }
snooze-own = کاتێکی تر
snooze-at = ڕۆژ و کات
snooze-past = کاتێک هەڵبژێرە کە هێشتا نەهاتووە، زۆرترین لە ماوەی مانگێکدا.
snooze-tell = ئاگادارکردنەوەی کەسەکە
snooze-words = ئەوەی دەیخوێنێتەوە
snooze-words-note = بە زمانی کەسەکە. وەک دەتەوێت بیگۆڕە؛ ئەمە بەڵێنە.
snooze-waits = چاوەڕێ دەکات تا دەنووسێت: ئەوکات دەیخوێنێتەوە.
snooze-do = دوابخە
snoozed-until = دواخراوە تا { $time }
snoozed-promise = بە کەسەکە گوترا:
promise-hour = نزیکەی کاتژمێرێکی تر دووبارە بۆت دەنووسینەوە.
promise-today = ئەمڕۆ کاتژمێر { $time } دووبارە بۆت دەنووسینەوە.
promise-tomorrow = سبەی کاتژمێر { $time } دووبارە بۆت دەنووسینەوە.
promise-day = لە { $day } کاتژمێر { $time } دووبارە بۆت دەنووسینەوە.

# یارمەتی و چاودێری و گواستنەوە
help-note = سەرپەرشتیار لە ڕیزەکە و لە سەرەوەی ئەم کەیسەدا دەیبینێت. بە کەسەکە هیچ ناگوترێت.
help-words = پێویستت بە چییە (ئارەزوومەندانە)
help-do = داوای یارمەتی
help-asked = { $name } داوای یارمەتی دەکات
help-over = تەواو
passed-on = { $name } گواستوویەتییەوە
passed-hide = شاردنەوە
watching-hidden = تۆ چاودێری دەکەیت. بە { $name } ناگوترێت؛ لە تۆماردا دەنووسرێت.
watching-shown = تۆ چاودێری دەکەیت و { $name } دەیبینێت.
watched-by = لەگەڵت تەماشا دەکات: { $names }
back-ask = بۆتەکە لێرەوە لەگەڵ کەسەکە بەردەوام دەبێت، و کەیسەکە لەلای تۆ نامێنێت.
transfer-words = تێبینی بۆ ئەوەی وەریدەگرێت
transfer-words-hint = لە سەرەوەی گفتوگۆکەدا دەبێت. کەسەکە هەرگیز نایبینێت.

# چاوەڕێی چی بیت
expect-title = پێش ئەوەی بیکەیتەوە
expect-minor = کەسێکی ژێر 18 ساڵی تێدایە.
expect-self-harm = باسی خۆکوشتن یان ئازاردانی خۆی تێدایە.
expect-intimate = دەربارەی وێنەی تایبەت یان دەستدرێژییە.
expect-advice = ئەگەر ئەمڕۆ لە توانات بەدەرە، بۆ هاوکارێکی بەجێ بهێڵە. ئاساییە.
open-for-you = بۆ تۆ کراوەیە: { $count ->
    [one] یەک خولەکی تر
   *[other] { $count } خولەکی تر
}
shown-colours = پیشاندانی ڕەنگەکان
exposure = { $of ->
   *[other] لەم نۆرەیەدا { $seen } فایلت کردووەتەوە. ئەندازەی باش { $of } ـە.
}
exposure-near = ئەمڕۆ زۆرت بینیوە. دەکرێت هاوکارێک تەماشای ئەمە بکات؟
exposure-full = بۆ نۆرەیەک بەسە. ئەگەر کەسێک هەیە با هاوکارێک تەماشای بکات. هێشتا دەتوانیت بەردەوام بیت.
break-title = ئەوە کەیسێکی قورس بوو.
break-text = پێش ئەوەی دواتر دە خولەک لە شاشەکە دوور بکەوەرەوە. ئەگەر لەگەڵت مایەوە لەگەڵ کەسێک قسە بکە.
break-close = باشە

# پەڕگەی دۆسیە
source-show = لە گفتوگۆکەدا پیشانی بدە
correct = ڕاستکردنەوە
correct-title = ڕاستکردنەوەی وەڵام
correct-note = ئەوەی کەسەکە نووسیویەتی دەمێنێتەوە. ڕێساکان دووبارە هەڵیدەسەنگێننەوە.
correct-now = وەڵامی ڕاست
correct-amount = بڕ
correct-currency = دراو
correct-reason = بۆچی
correct-do = ڕاستی بکەرەوە
corrected-by = { $name } ڕاستی کردەوە:
owner-change = گۆڕینی خاوەنەکەی
owner-title = هی کێیە؟
owner-value = بەها
owner-self-note = ئەوەی هی کەسەکە خۆی بێت کەیسەکان بەیەکەوە نابەستێتەوە.
owner-do = بیگۆڕە
tasks-title = ئەرکەکان
tasks-none = هیچ کارێک نییە.
task-new = ئەرکی نوێ
task-due = وادە (ئارەزوومەندانە)
task-add = زیادکردن
task-by = { $name }
task-due-at = وادەی { $time }
task-late = وادەکەی { $time } بوو
timeline-given = ئەوەی بۆتەکە پێی گوتن بیکەن
timeline-given-none = هێشتا هیچ ڕێنماییەک نییە.
timeline-happened = چی ڕوویدا
timeline-watch = بە چاودێری
timeline-to = تا { $time }

# نۆرە
shift-end-holds = { $count ->
    [one] یەک کەیست لایە. دەگەڕێتەوە بۆ ڕیزی تیمەکەی.
   *[other] { $count } کەیست لایە. دەگەڕێنەوە بۆ ڕیزی تیمەکانیان.
}
shift-end-none = هیچ کەیسێکت لا نییە و هیچ بە کراوەیی نەماوە. بە خێر بچیتەوە.
shift-end-note = تێبینی بۆ ئەوەی وەریان دەگرێت
shift-end-note-hint = یەک تێبینی بۆ هەموویان. بە کەسەکان هیچ ناگوترێت، چونکە کەسێک دێت.
shift-end-do = ڕادەستکردن و کۆتایی
shift-ended = { $count ->
    [0] هیچ نەبوو بۆ ڕادەستکردن
    [one] یەک کەیس ڕادەست کرا
   *[other] { $count } کەیس ڕادەست کران
}

# چەند دۆسیە پێکەوە
bulk-picked = { $count ->
    [0] کەیسی چاوەڕوان هەڵبژێرە
    [one] یەک هەڵبژێردراوە
   *[other] { $count } هەڵبژێردراون
}
bulk-team = بۆ کام تیم
bulk-assign = ناردن
bulk-duplicates = داخستن وەک دووبارە
bulk-sure = دابخرێن؟ بە هەر کەسێک دەگوترێت گفتوگۆکە تەواو بوو.
bulk-sure-do = بەڵێ، دایبخە
bulk-leave = کۆتایی هەڵبژاردن
bulk-done = { $count ->
    [one] یەک تەواو بوو
   *[other] { $count } تەواو بوون
}
bulk-refused = { $count ->
    [one] یەک ڕەت کرایەوە: کەسێک وەریگرتووە، یان مەترسی لەسەر ژیانی تێدایە.
   *[other] { $count } ڕەت کرانەوە: کەسێک وەریگرتوون، یان مەترسی لەسەر ژیانیان تێدایە.
}
