import type { Command, SingleCommand } from '../../db/model/commands.ts'
import { newId } from '../../db/model/ids.ts'
import type { RichText } from '../../db/model/rich-text/rich-text.ts'
import type { NodeType } from '../../db/model/template/template.ts'
import type { Workbook, WorkbookPlace } from '../../db/workbook.ts'
import { newWorkbook, placeIn, temporaryFolder } from './workbooks.ts'

/** A clock that stands still until the test moves it. */
export function stillClock() {
  let now = 0
  return {
    now: () => now,
    wait: (milliseconds: number): void => {
      now += milliseconds
    },
  }
}

export const richText = (text: string): RichText => [{ type: 'paragraph', content: [{ type: 'text', text }] }]

/** A plan with the section A, and in it an indsats, a milestone and an indicator; and a clock to type by. */
export function planToTypeIn(place: WorkbookPlace = placeIn(temporaryFolder())) {
  const clock = stillClock()
  const here = { ...place, now: clock.now }
  const workbook = newWorkbook(here)
  const planId = newId()
  workbook.execute({
    type: 'plan.create',
    id: planId,
    template: 'maalaftale',
    variant: 'center',
    title: 'Målaftale',
    period: { from: 2027, to: 2029 },
    unit: 'Center for Havne',
  })
  const section = insert(workbook, planId, null, 'section', 'A')
  const indsats = insert(workbook, planId, section, 'indsats', 'Tidlig indsats')
  const milestone = insert(workbook, planId, indsats, 'milestone', 'Planen er vedtaget')
  const indicator = insert(workbook, planId, indsats, 'indicator', 'Elevfravær')
  clock.wait(60_000)
  return { place: here, workbook, clock, planId, section, indsats, milestone, indicator }
}

function insert(
  workbook: Workbook,
  planId: string,
  parentId: string | null,
  nodeType: NodeType,
  title: string,
): string {
  const id = newId()
  workbook.execute({ type: 'node.insert', id, planId, parentId, after: null, nodeType, title })
  return id
}

export const rename = (id: string, title: string): Command => ({ type: 'node.rename', id, title })

export const write = (nodeId: string, text: string | null, key = 'effekt'): Command => ({
  type: 'field.write',
  nodeId,
  key,
  doc: text === null ? null : [...richText(text)],
})

export const batch = (...commands: readonly Command[]): Command => ({
  type: 'batch',
  commands: commands.filter((command): command is SingleCommand => command.type !== 'batch'),
})

/** How many entries the history of the file has. */
export const entries = (workbook: Workbook): number =>
  Number(workbook.db.prepare('SELECT count(*) FROM txn').pluck().get())

/** The command that types a text into a plan; an empty one takes the text away where that can be. */
type Typed = (text: string, plan: ReturnType<typeof planToTypeIn>) => Command

/** Every kind of text that is typed. */
export const everyTyping: readonly (readonly [string, Typed])[] = [
  ['a title', (text, { indsats }) => rename(indsats, text)],
  ['a text', (text, { indsats }) => write(indsats, text === '' ? null : text)],
  [
    'a cover row',
    (text, { planId }) => ({
      type: 'cover.write',
      planId,
      key: 'ansvarlig-chef',
      value: text === '' ? null : { plain: text },
    }),
  ],
  [
    'a date',
    (text, { milestone }) => ({ type: 'milestone.update', id: milestone, changes: { whenText: text } }),
  ],
  [
    'a target',
    (text, { indicator }) => ({ type: 'indicator.update', id: indicator, changes: { target: text } }),
  ],
  [
    'a case number',
    (text, { planId }) => ({ type: 'plan.update', id: planId, changes: { caseNumber: text } }),
  ],
  ['a batch of one', (text, { indsats }) => batch(rename(indsats, text))],
]
