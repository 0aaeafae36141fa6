import { describe, expect, test } from 'vitest'
import { commandSchema } from '../../../db/model/commands.ts'
import type { HistoryEntry, HistoryPlace } from '../../../db/model/history/entry.ts'
import type { Label } from '../../../db/model/label.ts'
import { historyTexts } from '../../../db/model/texts/window/history.ts'
import { did } from '../../../db/model/texts/window/history-entries.ts'

const about = 'Flere børn læser'

const place = (table: HistoryPlace['table'], unit: string | null, op: HistoryPlace['op'] = 'changed') => ({
  table,
  rowId: '',
  unit,
  op,
  key: null,
  planId: null,
  nodeId: null,
  nodeType: null,
  title: about,
})

const told = (
  label: Label,
  places: readonly HistoryPlace[] = [],
  kind: HistoryEntry['kind'] = 'edit',
): string => did({ dot: 1, at: '', who: 'Anne', kind, label, places }, historyTexts.placeName)

describe('what somebody did, after her name', () => {
  test.each<[Label, readonly HistoryPlace[], string]>([
    [
      { command: 'milestone.update', about },
      [place('milestone', 'whenText')],
      'ændrede »Tid« i »Flere børn læser«',
    ],
    [
      { command: 'milestone.update', about },
      [place('milestone', 'whenText', 'came')],
      'skrev »Tid« i »Flere børn læser«',
    ],
    [
      { command: 'plan.update', about: 'Målaftale' },
      [place('plan', 'period'), place('plan', 'status')],
      'ændrede »Periode« og »Status« for »Målaftale«',
    ],
    [
      { command: 'plan.update', about: 'Målaftale' },
      ['period', 'status', 'item', 'annex', 'title'].map((unit) => place('plan', unit)),
      'ændrede »Periode«, »Status«, »Punkt« og andet for »Målaftale«',
    ],
    [
      { command: 'plan.set-unit', about: 'Målaftale' },
      [place('plan', 'unitId')],
      'ændrede »Enhed« for »Målaftale«',
    ],
    [
      { command: 'node.insert', about: '', nodeType: 'indsats' },
      [place('node', null, 'came')],
      'tilføjede indsatsen »Flere børn læser«',
    ],
    [{ command: 'node.delete', about }, [place('node', null, 'went')], 'slettede »Flere børn læser«'],
    [{ command: 'node.move', about, count: 1000 }, [], 'flyttede 1.000 rækker'],
    [
      { command: 'history.restore', about },
      [place('node', 'title')],
      'gendannede »Titel« i »Flere børn læser«',
    ],
    [{ command: 'history.restore', about }, [place('node', null, 'came')], 'gendannede »Flere børn læser«'],
    [
      {
        command: 'workbook.merge',
        merge: { people: [{ who: 'Bo', commands: 2 }], conflicts: 0, notices: [], moreNotices: 0 },
      },
      [],
      'flettede ændringer fra Bo ind',
    ],
    [{ command: 'workbook.create' }, [], 'oprettede projektmappen'],
    [{ command: 'row.explode', about }, [], 'ændrede noget'],
  ])('%o', (label, places, words) => {
    expect(told(label, places)).toBe(words)
  })

  test('undo and redo say what they took back and brought back', () => {
    expect(told({ command: 'node.move', about }, [], 'undo')).toBe('fortrød: Flyt »Flere børn læser«')
    expect(told({ command: 'node.move', about }, [], 'redo')).toBe('gentog: Flyt »Flere børn læser«')
  })

  test('are there for every command, for one and for many', () => {
    const types = commandSchema.options.flatMap((option) =>
      'options' in option ? option.options.map((single) => single.shape.type.value) : [],
    )
    for (const command of types) {
      for (const label of [
        { command, about },
        { command, about, count: 2 },
      ]) {
        expect(told(label)).toMatch(/^[a-zæøå][^!.]+$/)
        expect(told(label)).not.toBe('ændrede noget')
      }
    }
  })
})
