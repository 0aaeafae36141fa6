import { Fragment, memo, type ReactNode } from 'react'
import type { Block, Inline, ListItem, RichText } from '../../../db/model/rich-text/rich-text.ts'

/** A rich text as it reads, without an editor. */
export const Prose = memo(({ text }: { readonly text: RichText }) => <>{text.map(drawBlock)}</>)

/** Blocks and runs have no identity of their own; a text is drawn anew when it changes. */
function drawBlock(block: Block, index: number): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p key={index}>{block.content.map(drawInline)}</p>
    case 'bullets':
      return <ul key={index}>{block.items.map(drawItem)}</ul>
    case 'numbers':
      return (
        <ol key={index} start={block.start} data-delimiter={block.delimiter}>
          {block.items.map(drawItem)}
        </ol>
      )
  }
}

const drawItem = ({ blocks }: ListItem, index: number): ReactNode => (
  <li key={index}>
    {blocks[0]?.type !== 'paragraph' && (
      <p>
        <br />
      </p>
    )}
    {blocks.map(drawBlock)}
  </li>
)

function drawInline(inline: Inline, index: number): ReactNode {
  if (inline.type === 'break') return <br key={index} />
  const { text, bold, italic, link } = inline
  const slanted = italic ? <em>{text.replaceAll('\n', ' ')}</em> : text.replaceAll('\n', ' ')
  const heavy = bold ? <strong>{slanted}</strong> : slanted
  return link === undefined ? (
    <Fragment key={index}>{heavy}</Fragment>
  ) : (
    <span key={index} data-link="" title={link}>
      {heavy}
    </span>
  )
}
