import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import type { Layout } from '../../db/model/report/layout.ts'
import { previewTexts } from '../../db/model/texts/window/preview.ts'
import { request } from '../state/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import type { Mirror } from '../state/mirror.ts'
import { telling } from '../state/run.ts'
import { useWorkbook } from '../state/workbook.ts'
import { WordView } from './word-view.tsx'

const useStyles = makeStyles({
  old: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: '6px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  anew: { flexShrink: 0, whiteSpace: 'nowrap' },
})

interface MadeDocument {
  readonly base64: string
  /** The plan as it was when the document was made. */
  readonly of: Mirror | null
}

/** The true Word document of the plan; it is made once, and says when the plan has changed since. */
export function WordPane({ planId, layout }: { readonly planId: string; readonly layout: Layout }) {
  const styles = useStyles()
  const [made, setMade] = useState<MadeDocument | null>(null)
  const [wanted, setWanted] = useState(0)
  const mirror = useWorkbook((workbook) => workbook.mirror)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` asks for it anew.
  useEffect(() => {
    let newest = true
    setMade(null)
    flushDrafts()
    const make = async () => {
      const base64 = await telling(() => request('plan.word', { planId, layout, tables: false }))
      if (newest && base64 !== null) setMade({ base64, of: useWorkbook.getState().mirror })
    }
    void make()
    return () => {
      newest = false
    }
  }, [planId, layout, wanted])
  if (!made) return <Spinner style={{ flex: 1 }} label={previewTexts.word.working} />
  return (
    <>
      {made.of !== mirror && (
        <div className={styles.old} role="status">
          <Text size={200}>{previewTexts.word.old}</Text>
          <Button
            size="small"
            className={styles.anew}
            icon={<ArrowClockwiseRegular />}
            onClick={() => setWanted(wanted + 1)}
          >
            {previewTexts.word.anew}
          </Button>
        </div>
      )}
      <WordView document={made.base64} />
    </>
  )
}
