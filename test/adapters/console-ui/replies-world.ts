import type { z } from 'zod'
import { NewTeamReplies, type TeamReplies } from '../../../adapters/console/contract/replies.ts'

type List = z.input<typeof TeamReplies>

/**
 * Two that came with the program, the second in other words and nothing for Kurdish, and one of the
 * team's own that is off.
 */
export const makeTeamReplies = (): List => ({
  version: 3,
  changed: { at: '2026-11-20T09:30:00.000Z', by: { id: 'a31', name: 'Agent 31' } },
  replies: [
    {
      id: 'hello',
      names: { ar: 'تحية', ckb: 'سڵاو', en: 'Greeting' },
      texts: {
        ar: 'مرحباً، أنا {agent}. وأنا هنا الآن.',
        ckb: 'سڵاو، من {agent}م. ئێستا لێرەم.',
        en: 'Hello, I am {agent}. I am here now.',
      },
      built: true,
      changed: false,
      off: false,
    },
    {
      id: 'next-word',
      names: { ar: 'متى أكتب ثانية', en: 'When I write again' },
      texts: { ar: 'سأكتب لك خلال {hours} ساعة (USDT-TRC20).', en: 'I write to you within {hours} hours.' },
      built: true,
      changed: true,
      off: false,
    },
    {
      id: 'ours',
      names: { ar: 'العطلة' },
      texts: { ar: 'نعود يوم الأحد. رمزك {code}' },
      built: false,
      changed: false,
      off: true,
    },
  ],
})

/** What the list is after a change; nothing where the change is to an older one. */
export const changeTeamReplies = (list: List, body: unknown): List | undefined => {
  const { version, replies } = NewTeamReplies.parse(body)
  if (version !== list.version) return undefined
  const origin = new Map(makeTeamReplies().replies.map((each) => [each.id, each]))
  return {
    version: version + 1,
    replies: replies.map(({ id, off, words }) => {
      const built = origin.get(id)?.built === true
      return {
        id,
        names: words?.names ?? origin.get(id)?.names ?? {},
        texts: words?.texts ?? origin.get(id)?.texts ?? {},
        built,
        changed: built && words !== undefined,
        off,
      }
    }),
  }
}
