import { MessageBar, MessageBarBody, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { previewTexts } from '../../db/model/texts/window/preview.ts'
import { useFit } from './fit.ts'
import { drawnDocument } from './word-document.ts'

interface WordViewProps {
  /** The bytes of the .docx as base64. */
  readonly document: string
}

/** A Word document as it is. It stands in a tree of its own, so that its rules and the window's do not meet. */
export function WordView({ document: base64 }: WordViewProps) {
  const styles = useStyles()
  const frame = useRef<HTMLDivElement>(null)
  const paper = useRef<HTMLDivElement>(null)
  const scale = useFit(frame)
  const [state, setState] = useState<'working' | 'shown' | 'failed'>('working')
  useEffect(() => {
    let newest = true
    setState('working')
    const draw = async () => {
      const { pages, rules } = await drawnDocument(base64)
      const root = paper.current && (paper.current.shadowRoot ?? paper.current.attachShadow({ mode: 'open' }))
      if (!newest || !root) return
      root.adoptedStyleSheets = [rules]
      root.replaceChildren(pages)
      setState('shown')
    }
    draw().catch(() => newest && setState('failed'))
    return () => {
      newest = false
    }
  }, [base64])
  return (
    <div ref={frame} className={styles.frame}>
      {state === 'working' && <Spinner className={styles.message} label={previewTexts.word.working} />}
      {state === 'failed' && (
        <MessageBar intent="error" className={styles.message}>
          <MessageBarBody>{previewTexts.word.failed}</MessageBarBody>
        </MessageBar>
      )}
      <div
        className={styles.scroller}
        role="document"
        aria-label={previewTexts.word.document}
        tabIndex={state === 'shown' ? 0 : -1}
        hidden={state !== 'shown'}
        style={{ zoom: scale }}
        onClickCapture={stayHere}
      >
        <div ref={paper} />
      </div>
    </div>
  )
}

/** A link of the document leads nowhere: the window never leaves its page. */
function stayHere(event: React.MouseEvent): void {
  const link = event.nativeEvent.composedPath().find((each) => each instanceof HTMLAnchorElement)
  if (link) event.preventDefault()
}

const useStyles = makeStyles({
  frame: {
    position: 'relative',
    flexGrow: 1,
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    overflow: 'hidden',
  },
  message: { margin: tokens.spacingHorizontalL },
  scroller: {
    boxSizing: 'border-box',
    height: '100%',
    overflow: 'auto',
    padding: '24px 0',
    '&[hidden]': { display: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-4px' },
  },
})
