import type { FollowedUp } from '../../../db/model/overview/follow-up.ts'
import type { Light } from '../../../db/model/overview/rows.ts'
import type { NodeType, Template } from '../../../db/model/template/template.ts'
import { overviewTexts } from '../../../db/model/texts/window/overview.ts'
import { labelOf } from '../../outline/labels.ts'
import { goToNode } from '../../state/navigate.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { Opener } from '../list/opener.tsx'
import type { Column } from '../list/row-table.tsx'
import { NodeTitle, Words } from '../list/words.tsx'
import { LightChoice } from './light-choice.tsx'

const texts = overviewTexts.followUp

export const followUpColumns = (
  onLight: (row: FollowedUp, light: Light | null) => void,
): readonly Column<FollowedUp>[] => [
  {
    key: 'row',
    text: texts.row,
    width: 'minmax(240px, 5fr)',
    isHeader: true,
    cell: ({ part, level }, isEntry) => (
      <Opener isEntry={isEntry} onOpen={() => void goToNode(part.planId, part.id)}>
        <NodeTitle type={part.type} title={part.title} level={level} />
      </Opener>
    ),
  },
  {
    key: 'type',
    text: texts.type,
    width: 'minmax(80px, 1fr)',
    cell: ({ part, plan }) => <TypeName type={part.type} template={plan.template} />,
  },
  {
    key: 'when',
    text: texts.when,
    width: 'minmax(100px, 1.4fr)',
    cell: ({ when }) => <Words text={when ?? ''} />,
  },
  {
    key: 'light',
    text: texts.light,
    width: '204px',
    cell: (row, isEntry) => (
      <LightChoice
        title={row.part.title}
        light={row.light}
        isEntry={isEntry}
        onChange={(light) => onLight(row, light)}
      />
    ),
  },
]

/** What the plan kind calls the type. */
function TypeName({ type, template }: { readonly type: NodeType; readonly template: string }) {
  const known: Template | undefined = useWorkbook(({ templates }) => templates.get(template))
  return <Words text={known ? labelOf(known, type).singular : ''} />
}
