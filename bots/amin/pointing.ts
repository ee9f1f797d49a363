/** What only points at what the other side sent: no answer to anything, and nothing that who writes has sent. */
// prettier-ignore
export const pointing: readonly string[] = [
  'he sent this', 'she sent this', 'they sent this', 'he sent me this', 'she sent me this', 'they sent me this', 'he just sent this', 'he just sent me this', 'he sent me this now', 'he sent this now', 'he sent this today', 'he sent me this today', 'this is what he sent', 'this is what he sent me', 'this is what he wrote', 'he wrote this', 'he wrote me this', 'he said this', 'look', 'look at this', 'see this', 'look what he sent', 'look what he sent me', 'look what he wrote', 'this one', 'this is it', 'here it is',
  'دز هذا', 'دز هاي', 'دزلي هذا', 'دزلي هاي', 'هو دزلي هذا', 'هو دز هذا', 'هذا دزه', 'هاي دزها', 'هاي دزها الي', 'هذا الي دزه', 'هذا اللي دزه', 'هاي رسالته', 'هذا كلامه', 'كتبلي هذا', 'كتبلي هاي', 'شوفوا', 'شوفوا هذا', 'شوفوا شدز', 'شوفوا شدزلي', 'شوف شدزلي', 'باوعوا', 'باوعوا شدزلي', 'هاي هيه', 'هسه دزلي هذا', 'ارسل لي هذا', 'ارسل هذا', 'انظروا', 'انظروا ماذا ارسل',
  'ئەمەی نارد', 'ئەمەی ناردووە', 'ئەمەی بۆ ناردم', 'ئەمەی بۆ ناردووم', 'ئەمەی نووسی', 'ئەمەی نووسیوە', 'ئەمە نامەکەیەتی', 'سەیری ئەمە بکەن', 'سەیری ئەمە بکە', 'تەماشای ئەمە بکەن', 'سەیر بکەن', 'ئەڤە هنارت', 'ئەڤە بۆ من هنارت', 'بەرێ خۆ بدەنێ',
  'daz hatha', 'dazli hatha', 'dazli hay', 'hay dazha', 'shofu shdazli', 'amay nard', 'emey nard', 'emey bo nardm',
]
