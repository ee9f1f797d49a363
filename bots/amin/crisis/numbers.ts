import type { CrisisRules } from '../../../core/text/danger/rules.ts'

/**
 * Number words as far as ages, hours and days need them: Iraqi and standard Arabic, Sorani,
 * English, Arabizi.
 */
export const numbers: CrisisRules['numbers'] = [
  [0.5, 'نص نصف نیو half nus nis'],
  [1, 'one یەک'],
  [2, 'اثنين ثنين اثنتين دوو two du'],
  [3, 'ثلاثه ثلاث تلاثه تلث ثلث (ال|)ثالثه سێ three'],
  [4, 'اربعه اربع (ال|)رابعه چوار four chwar'],
  [5, 'خمسه خمس (ال|)خامسه پێنج five'],
  [6, 'سته ست (ال|)سادسه شەش six'],
  [7, 'سبعه سبع (ال|)سابعه حەوت seven'],
  [8, 'ثمانيه ثمان ثماني تمانيه ثمن (ال|)ثامنه هەشت eight'],
  [9, 'تسعه تسع (ال|)تاسعه نۆ nine'],
  [10, 'عشره عشر (ال|)عاشره ten'],
  [11, 'احدعش احدعشر دعش حدعش یازدە یانزە eleven i7da3ash ihda3ash 7da3ash'],
  [
    12,
    'اثنعش اثناعش ثنعش اطنعش (ال|)اثني (ال|)اثنا (ال|)ثانيه دوازدە دوانزە twelve ithna3ash thna3ash ithnaash',
  ],
  [
    13,
    'ثلطعش تلطعش ثلاثطعش ثلثطعش ثلاثتعش سێزدە سیانزە thirteen talata3ash thla6a3ash thlata3ash thlatta3ash talatta3ash thalatta3ash tlatta3ash',
  ],
  [14, 'اربعطعش اربعتعش ارباطعش چواردە چواردەساڵ fourteen arba3ta3ash arbata3ash arba3ta3sh arbaata3ash'],
  [
    15,
    'خمسطعش خمستعش خمصطعش پازدە پانزدە پانزە fifteen khamsta3ash khumsta3ash khamista3ash khmosta3ash 5amsta3ash khumusta3ash',
  ],
  [16, 'سطعش ستطعش سطاعش ستعش شازدە شانزدە شانزە sixteen sitta3ash s6a3ash sitta3sh sitataash'],
  [
    17,
    'سبعطعش سبعتعش سبطعش حەڤدە هەڤدە حەفدە هەفدە حەڤە حەڤدەساڵ seventeen sab3ta3ash sbata3ash saba3ta3ash sab3ata3ash sbaata3ash',
  ],
  [18, 'ثمنطعش ثمنتعش ثمانطعش ثمطعش هەژدە هەژدەساڵ eighteen'],
  [19, 'تسعطعش تسعتعش نۆزدە نوزدە nineteen tisa3ta3ash'],
  [20, 'عشرين عشرون بیست twenty'],
  [30, 'ثلاثين ثلاثون thirty'],
  [40, 'اربعين اربعون چل forty'],
  [50, 'خمسين خمسون پەنجا fifty'],
  [60, 'ستين ستون شەست sixty'],
]

/** Spans of time in hours; a number before one multiplies it. */
export const spans: CrisisRules['spans'] = [
  [1 / 60, 'دقيقه دقايق دقائق خولەک(م|ێکم|ێک|ی|) minute minutes min mins daqayiq daqiqa دەقیقە'],
  [
    1,
    'ساعه ساعات سويعات (کاتژمێر|سەعات)(م|ێکم|ێک|ی|مان|ێکی|ە|) hour hours hr hrs h sa3a sa3at saa saat kat(zh|j)mer(i|ek|eki|ekm|m|)',
  ],
  [2, 'ساعتين ساعتان (sa3|saa|sa3a|s3)(ten|tain|teen|tein|tayn)'],
  [24, 'يوم ايام ڕۆژ(م|ێکم|ێک|ی|مان|) day days yom ayam ayyam'],
  [48, 'يومين يومان yomen yomain'],
  [168, 'اسبوع week هەفتە هەفتەیەک isbu3'],
]
