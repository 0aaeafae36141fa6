import { describe, expect, test } from 'vitest'
import { overviewOf } from '../../../db/model/overview/overview.ts'
import { groupsOf, isOver, timelineOf } from '../../../db/model/overview/timeline.ts'
import { milestone, soundBook, withRows } from './small-book.ts'

const times = [
  'ultimo',
  'marts 2028',
  'når vi er klar',
  'løbende',
  '1. halvår 2028',
  null,
  'senest 15. maj 2028',
  '2027',
  'fra april 2028',
  'i aftaleperioden',
  '20. maj 2028',
  '',
]

const overview = overviewOf(
  withRows(soundBook, {
    milestones: times.map((time, index) => milestone(`${index}`, 'south', 'bidrag', time)),
    statuses: [{ nodeId: '1', light: 'green' }],
  }).rows,
  soundBook.plans,
)

describe('the timeline', () => {
  test('is by quarter of the day by which a milestone is due, then what has no day', () => {
    const shown = groupsOf(timelineOf(overview)).map(({ when, entries }) => [
      typeof when === 'string' ? when : `${when.year} Q${when.quarter}`,
      ...entries.map((entry) => entry.time?.text ?? '–'),
    ])
    expect(shown).toEqual([
      ['2027 Q4', '2027'],
      ['2028 Q1', 'marts 2028'],
      ['2028 Q2', 'fra april 2028', 'senest 15. maj 2028', '20. maj 2028', '1. halvår 2028'],
      ['recurring', 'løbende', 'i aftaleperioden'],
      ['no-year', 'ultimo'],
      ['unclear', 'når vi er klar'],
      ['none', '–', '–'],
    ])
  })

  test('tells what a milestone belongs to, and its light', () => {
    const march = timelineOf(overview).find(({ due }) => due === '2028-03-31')
    expect(march).toMatchObject({ parent: { id: 'bidrag' }, plan: { id: 'south' }, light: 'green' })
  })

  test('is over when its last day is; what begins and what goes on is never', () => {
    const over = timelineOf(overview).filter((entry) => isOver(entry, '2028-05-16'))
    expect(over.map(({ time }) => time?.text)).toEqual(['2027', 'marts 2028', 'senest 15. maj 2028'])
  })
})
