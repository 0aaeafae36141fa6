import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { inDanishOrder } from '../../db/model/danish.ts'
import { exportTexts } from '../../db/model/texts/window/export.ts'
import { request } from '../state/client.ts'
import { usePreferences } from '../state/preferences.ts'
import { telling } from '../state/run.ts'
import { useWorkbook } from '../state/workbook.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { planName } from '../ui/plan-name.ts'
import { type Layout, runExport } from './export-run.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  plans: {
    maxHeight: '168px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '2px 6px',
    display: 'flex',
    flexDirection: 'column',
  },
  label: { marginBottom: '4px' },
  folder: { display: 'flex', gap: tokens.spacingHorizontalS },
  path: { flex: 1 },
})

interface ExportFormProps {
  readonly plans: readonly string[]
  readonly onRun: () => void
  readonly onClose: () => void
}

export function ExportForm({ plans: proposed, onRun, onClose }: ExportFormProps) {
  const styles = useStyles()
  const { plans, units } = useWorkbook()
  const { exportFolder, plans: remembered } = usePreferences.getState()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(proposed))
  const [layout, setLayout] = useState<Layout>(remembered[proposed[0] ?? '']?.layout ?? 'skabelon')
  const [tables, setTables] = useState(false)
  const [receipt, setReceipt] = useState(false)
  const [folder, setFolder] = useState(exportFolder ?? '')
  const listed = [...plans.values()]
    .map((plan) => ({ id: plan.id, name: planName(plan, units) }))
    // What she came for is seen without scrolling.
    .toSorted(
      (a, b) =>
        Number(proposed.includes(b.id)) - Number(proposed.includes(a.id)) || inDanishOrder(a.name, b.name),
    )
  const choose = (id: string, wanted: boolean) =>
    setChosen((known) => new Set(wanted ? [...known, id] : [...known].filter((each) => each !== id)))
  const browse = async () => {
    const path = await telling(() => request('export.choose-folder', null))
    if (path !== null) setFolder(path)
    return path
  }
  const start = async () => {
    const target = folder === '' ? await browse() : folder
    if (target === null) return
    onRun()
    const ids = listed.map(({ id }) => id).filter((id) => chosen.has(id))
    await runExport({ plans: ids, folder: target, layout, tables, receipt, whenInUse: 'tell' })
  }
  const all = chosen.size === listed.length ? true : chosen.size === 0 ? false : 'mixed'
  return (
    <DialogFrame
      title={exportTexts.title}
      confirm={{ text: exportTexts.run, disabled: chosen.size === 0, run: () => void start() }}
      cancel={exportTexts.cancel}
      onClose={onClose}
      width={600}
    >
      <div className={styles.form}>
        <div>
          <Text block id="export-plans" className={styles.label}>
            {exportTexts.plans} · {exportTexts.chosen(chosen.size)}
          </Text>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll in every browser. */}
          <div className={styles.plans} role="group" aria-labelledby="export-plans">
            {listed.length > 1 && (
              <Checkbox
                label={exportTexts.all}
                checked={all}
                onChange={(_, { checked }) =>
                  setChosen(new Set(checked === true ? listed.map(({ id }) => id) : []))
                }
              />
            )}
            {listed.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={chosen.has(id)}
                onChange={(_, { checked }) => choose(id, checked === true)}
              />
            ))}
          </div>
        </div>
        <Field label={exportTexts.layout} hint={exportTexts.layoutsAbout[layout]}>
          <RadioGroup
            layout="horizontal"
            value={layout}
            onChange={(_, { value }) => setLayout(value === 'tilgaengelig' ? 'tilgaengelig' : 'skabelon')}
          >
            <Radio value="skabelon" label={exportTexts.layouts.skabelon} />
            <Radio value="tilgaengelig" label={exportTexts.layouts.tilgaengelig} />
          </RadioGroup>
        </Field>
        <div>
          <Text block>{exportTexts.parts}</Text>
          <Checkbox
            label={exportTexts.tables}
            checked={tables}
            onChange={(_, { checked }) => setTables(checked === true)}
          />
          <br />
          <Checkbox
            label={exportTexts.receipt}
            checked={receipt}
            onChange={(_, { checked }) => setReceipt(checked === true)}
          />
        </div>
        <Field label={exportTexts.folder}>
          <div className={styles.folder}>
            <Input className={styles.path} readOnly value={folder} placeholder={exportTexts.noFolder} />
            <Button onClick={() => void browse()}>{exportTexts.choose}</Button>
          </div>
        </Field>
      </div>
    </DialogFrame>
  )
}
