import type { TimelineEntry } from '../../../db/model/overview/timeline.ts'
import type { Records } from '../../../db/model/records.ts'
import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import { overviewTexts } from '../../../db/model/texts/window/overview.ts'
import { describeTime } from '../../../db/model/time/time-expression.ts'
import { goToNode } from '../../state/navigate.ts'
import { planName } from '../../ui/plan-name.ts'
import { Opener } from '../list/opener.tsx'
import type { Column } from '../list/row-table.tsx'
import { LightName, NodeTitle, Words } from '../list/words.tsx'

const texts = overviewTexts.timeline

/** What the timeline tells of a milestone: its words as they are written. */
export const timelineColumns = (
  units: ReadonlyMap<string, Records['unit']>,
): readonly Column<TimelineEntry>[] => [
  {
    key: 'when',
    text: texts.when,
    width: 'minmax(110px, 1.1fr)',
    cell: ({ time }) =>
      time ? (
        <Words text={time.text} hint={texts.understood(time.text, describeTime(time))} wraps />
      ) : (
        <Words text={texts.noTime} />
      ),
  },
  {
    key: 'milestone',
    text: texts.milestone,
    width: 'minmax(160px, 2.4fr)',
    isHeader: true,
    cell: ({ plan, milestone }, isEntry) => (
      <Opener isEntry={isEntry} onOpen={() => void goToNode(plan.id, milestone.id)}>
        <NodeTitle type="milestone" title={milestone.title} wraps />
      </Opener>
    ),
  },
  {
    key: 'parent',
    text: texts.parent,
    width: 'minmax(150px, 2.4fr)',
    cell: ({ parent, plan }) => (
      <>
        <Words text={outlineTexts.titleOr(parent.title)} />
        <Words text={planName(plan, units)} isSmall />
      </>
    ),
  },
  {
    key: 'responsible',
    text: texts.responsible,
    width: 'minmax(110px, 1.4fr)',
    cell: ({ milestone }) => <Words text={milestone.responsible ?? ''} wraps />,
  },
  {
    key: 'light',
    text: texts.light,
    width: 'minmax(80px, 150px)',
    cell: ({ light }) => light && <LightName light={light} />,
  },
]
