import type { Finding } from '../../../db/model/overview/finding.ts'
import type { Overview } from '../../../db/model/overview/overview.ts'
import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import { overviewTexts } from '../../../db/model/texts/window/overview.ts'
import { goToNode } from '../../state/navigate.ts'
import { Opener } from '../list/opener.tsx'
import type { Column } from '../list/row-table.tsx'
import { NodeTitle, Words } from '../list/words.tsx'

const texts = overviewTexts.quality

/** Where something is to be mended, and what. */
export const qualityColumns = (overview: Overview): readonly Column<Finding>[] => [
  {
    key: 'row',
    text: texts.row,
    width: 'minmax(220px, 2fr)',
    isHeader: true,
    cell: ({ part, place }, isEntry) => (
      <Opener isEntry={isEntry} onOpen={() => void goToNode(part.planId, part.id, place)}>
        {part.type === 'milestone' ? (
          <NodeTitle type="milestone" title={part.title} under={titleOf(overview, part.parentId)} />
        ) : (
          <NodeTitle type={part.type} title={part.title} wraps />
        )}
      </Opener>
    ),
  },
  {
    key: 'finding',
    text: texts.finding,
    width: 'minmax(260px, 3fr)',
    cell: ({ rule, about }) => <Words text={texts.rules[rule].says(about)} wraps />,
  },
]

const titleOf = ({ nodes }: Overview, id: string | null): string =>
  outlineTexts.titleOr(nodes.get(id ?? '')?.title ?? '')
