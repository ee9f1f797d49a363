import { each } from './each.ts'

/** That pictures of oneself were sent, as people say it: no money was. Compared folded. */
// prettier-ignore
export const PICTURES_SENT: readonly string[] = [
  ...each(
    ['sent him', 'sent her', 'sent them', 'sent'],
    ['', 'a', 'my', 'some', 'one', 'the', 'more', 'few', 'a few'],
    ['picture', 'pictures', 'photo', 'photos', 'pic', 'pics', 'video', 'videos', 'nude', 'nudes', 'selfie'],
  ),
  ...each(
    ['دزيتله', 'دزيتلها', 'دزيتلهم', 'دزيت', 'ارسلتله', 'ارسلت', 'رسلتله', 'بعثتله', 'وديتله'],
    ['صورة', 'صوره', 'صور', 'صوري', 'صورتي', 'فيديو', 'فديو', 'فيديوي'],
  ),
  ...each(
    ['وێنەم', 'وێنەیەکم', 'وێنەی خۆم', 'وێنەکانم', 'ڤیدیۆم', 'ڤیدیۆیەکم'],
    ['نارد', 'بۆ نارد', 'بۆی نارد', 'بۆ ناردن', 'ناردن', 'هنارت'],
  ),
]
