import type { Option } from '../../core/model/flow.ts'

const place = (id: string, ...words: readonly string[]): Option => ({ id, words, hints: words })

/**
 * Iraq's governorates and their larger towns, as people write them. Nothing finer is asked
 * (bots/amin/README.md, Never asked).
 */
export const governorates: readonly Option[] = [
  place('baghdad', 'بغداد', 'بەغدا', 'baghdad', 'الكرخ', 'الرصافة', 'الكاظمية', 'مدينة الصدر'),
  place('basra', 'البصرة', 'بصرة', 'بەسرە', 'basra', 'basrah', 'الزبير'),
  place('nineveh', 'نينوى', 'الموصل', 'موصل', 'نەینەوا', 'mosul', 'nineveh', 'تلعفر', 'سنجار'),
  place('erbil', 'أربيل', 'اربيل', 'هەولێر', 'erbil', 'hawler', 'arbil'),
  place('sulaymaniyah', 'السليمانية', 'سليمانية', 'سلێمانی', 'sulaymaniyah', 'slemani', 'sulaimani'),
  place('duhok', 'دهوك', 'دهۆک', 'duhok', 'dohuk', 'زاخو', 'زاخۆ'),
  place('halabja', 'حلبجة', 'هەڵەبجە', 'halabja'),
  place('kirkuk', 'كركوك', 'کەرکووک', 'kirkuk'),
  place('anbar', 'الأنبار', 'الرمادي', 'الفلوجة', 'ئەنبار', 'anbar', 'ramadi', 'fallujah'),
  place('najaf', 'النجف', 'الكوفة', 'نەجەف', 'najaf'),
  place('karbala', 'كربلاء', 'کەربەلا', 'karbala'),
  place('babil', 'بابل', 'الحلة', 'بابیل', 'babil', 'hilla', 'hillah'),
  place('diyala', 'ديالى', 'بعقوبة', 'خانقين', 'دیالە', 'diyala', 'baqubah'),
  place('dhi-qar', 'ذي قار', 'الناصرية', 'زیقار', 'dhi qar', 'nasiriyah', 'nasriya'),
  place('maysan', 'ميسان', 'العمارة', 'مەیسان', 'maysan', 'amarah'),
  place('wasit', 'واسط', 'الكوت', 'واست', 'wasit', 'kut'),
  place('qadisiyah', 'القادسية', 'الديوانية', 'قادسیە', 'qadisiyah', 'diwaniyah'),
  place('muthanna', 'المثنى', 'السماوة', 'موسەننا', 'muthanna', 'samawah'),
  place('salah-al-din', 'صلاح الدين', 'تكريت', 'سامراء', 'سەلاحەدین', 'salah al din', 'tikrit', 'samarra'),
]
