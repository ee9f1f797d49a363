macros-note = چەند هەنگاوێک بە یەک دوگمە، بۆ هەموو هاوکارێک لەو کەیسانەی لای خۆیەتی. هیچ نانێردرێت پێش ئەوەی بیخوێنێتەوە و دوو جار دایبگرێت.
macro-count = { $count ->
    [one] یەک کۆمەڵە
   *[other] { $count } کۆمەڵە
}
macro-empty = هێشتا هیچ نییە. سەرەتایەکی باش: وەڵامێک، ئەرکێک بۆ سبەی، و ئەو تیمەی بەردەوام دەبێت.
macro-add = هەنگاوی نوێ
macro-name = ناو
macro-offered = پیشان دەدرێت
macro-offered-name = پیشاندانی «{ $name }»
macro-change-name = گۆڕینی «{ $name }»
macro-remove = سڕینەوە
macro-keep = پاشەکەوت
macro-kept = هەنگاوەکان پاشەکەوت کران.
macro-list-outdated = هاوکارێک لەم کاتەدا گۆڕیویەتی. هی ئەو ماوە و لێرەیە: بۆ هی خۆت دووبارە دایبگرە.
macro-step-note = تێبینی
macro-step-task = ئەرک
macro-step-severity = پلەی مەترسی
macro-step-reply = وەڵام
macro-step-snooze = دواخستن
macro-step-team = بۆ تیمێک
macro-step-add = زیادکردنی هەنگاو
macro-step-remove = سڕینەوەی ئەم هەنگاوە: { $step }
macro-order-note = هەنگاوەکان بەم ڕیزە دەکرێن: ئەوەی لەناو تیمدا دەمێنێت، پاشان وەڵام، پاشان ئەوەی کەیسەکە دەگوازێتەوە.
macro-note-words = دەقی تێبینی
macro-task-words = چی بکرێت
macro-task-hours = دوای چەند کاتژمێر (دەکرێت بەتاڵ بێت)
macro-severity = دەبێتە
macro-reason = هۆکار، لە کەیسەکەدا دەمێنێت
macro-ready-text = لە دەقە ئامادەکانی تیم
macro-ready-text-note = بە زمانی کەسەکە. ئەگەر کەس بەو زمانە نەینووسیبێت، هاوکارەکە دەینووسێت.
macro-choose = هەڵبژێرە…
macro-snooze-hours = بۆ چەند کاتژمێر
macro-team = تیم
macro-team-note = تێبینی بۆ تیم (دەکرێت بەتاڵ بێت)
macro-hours-from-now = { $count ->
    [one] دواخستن بۆ یەک کاتژمێر
   *[other] دواخستن بۆ { $count } کاتژمێر
}
macro-find = کام هەنگاوانە
macro-none = تیم هێشتا هەنگاوی ئامادەی نییە. سەرپەرشتیارەکان لە ڕێکخستنەکان دایدەنێن.
macro-all-or-none = ئەمە ڕوو دەدات: هەمووی یان هیچی.
macro-does-note = تێبینییەک بۆ تیم:
macro-does-task = ئەرکێک:
macro-does-task-due = ئەرکێک، تا { $time }:
macro-does-severity = پلەی مەترسی دەبێتە { $severity }، چونکە:
macro-does-reply = کەسەکە ئەمە دەخوێنێتەوە. لێرە بیگۆڕە:
macro-does-snooze = کەیسەکە دوا دەخرێت تا { $time }
macro-does-team = کەیسەکە دەچێتە تیمی { $team }
macro-gone-team = تیمی { $team } نەماوە: ئەم هەنگاوانە ناکرێن.
macro-gone-reply = ئەم دەقە ئامادەیە نەماوە.
macro-no-words = کەس ئەم دەقەی بە { $language } نەنووسیوە. لێرە بینووسە:
macro-reply = وەڵام بۆ کەسەکە
macro-others = هەنگاوی تر
macro-do = هەمووی بکە
macro-send = هەمووی بکە و بنێرە…
macro-send-now = ئێستا بینێرە
macro-asked = ئەمە دەگاتە کەسەکە. بۆ ناردن جارێکی تر دایبگرە.
macro-done = هەمووی کرا.
macro-failed = هیچ نەکرا. لە «{ $step }» وەستا: { $why }
macro-outdated = هەنگاوەکان لەم کاتەدا گۆڕان. دووبارە هەڵیبژێرە تا ببینیت ئێستا چی دەکات.
