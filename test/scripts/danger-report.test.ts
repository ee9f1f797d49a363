import { expect, test } from 'vitest'
import { countDanger } from '../../scripts/commands/danger.ts'
import { agent, openStage } from '../build/stage.ts'

test('how danger was read is counted by label and language: what was sure, asked and answered, judged to be none, and missed', async () => {
  const stage = await openStage()
  const [said, asked, arabic] = [stage.person('1'), stage.person('2'), stage.person('3', 'ar')]
  await said.says('My brother says he will kill me tonight.')
  await asked.says('I cannot go on')
  await asked.says('no')
  await arabic.says('تعبت من الحياة')
  await asked.says('my phone is a Samsung and quite old')
  const { lines } = await said.book()
  const line = lines.find(({ from }) => from === 'person')
  const missed = (await asked.book()).lines.findLast((one) => one.from === 'person')
  if (line?.from !== 'person' || missed?.from !== 'person') throw new Error('nothing was said')
  const noor = agent('Noor')
  await stage.desk.shift.reviewDanger(await said.code(), noor, {
    inbound: line.inbound,
    label: 'violence',
    verdict: 'none',
  })
  await stage.desk.shift.reviewDanger(await asked.code(), noor, {
    inbound: missed.inbound,
    label: 'sexual_abuse',
    verdict: 'danger',
  })
  const counted = await countDanger(stage.desk)
  expect(counted.get('violence en')).toMatchObject({ sure: 1, asked: 0, none: 1, missed: 0 })
  expect(counted.get('self_harm en')).toMatchObject({ sure: 0, asked: 1, no: 1, yes: 0, open: 0 })
  expect(counted.get('self_harm ar')).toMatchObject({ asked: 1, open: 1, no: 0 })
  expect(counted.get('sexual_abuse en')).toMatchObject({ sure: 0, asked: 0, missed: 1 })
})
