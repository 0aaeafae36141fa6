import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useId } from 'react'
import {
  type NodeRule,
  type OutlineType,
  outlineType,
  type SectionRule,
  type Template,
} from '../../db/model/template/template.ts'
import { overviewTexts } from '../../db/model/texts/window/overview.ts'
import { labelOf } from '../outline/labels.ts'
import { NodeIcon } from '../outline/node-icon.tsx'
import { openDialog } from '../state/view.ts'
import { FormCard, FormLine } from './form-lines.tsx'

const texts = overviewTexts.templates

const useStyles = makeStyles({
  form: {
    flex: '1 0 240px',
    minWidth: 0,
    overflowY: 'auto',
    // Widths of the form's cards are measured here, as in the details of a plan.
    containerType: 'inline-size',
    containerName: 'form',
    paddingRight: '8px',
    paddingBottom: '56px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  inner: { maxWidth: '820px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  name: { margin: 0, flex: 1 },
  heading: { margin: '24px 0 8px' },
  type: { display: 'flex', alignItems: 'center', columnGap: '8px', margin: '16px 0 4px' },
  guidance: { display: 'block', margin: '4px 0 8px', color: tokens.colorNeutralForeground2 },
})

/** A template to read: what stands on the cover, in the sections, and in the form of each type. */
export function TemplateForm({ template }: { readonly template: Template }) {
  const styles = useStyles()
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className={styles.form} aria-labelledby={id} tabIndex={0}>
      <div className={styles.inner}>
        <div className={styles.head}>
          <Text as="h3" id={id} size={500} weight="semibold" className={styles.name}>
            {template.name}
          </Text>
          <Button
            appearance="primary"
            icon={<AddRegular />}
            onClick={() => openDialog({ kind: 'new-plan', template: template.key })}
          >
            {texts.newPlan}
          </Button>
        </div>
        <Text className={styles.guidance}>{template.guidance}</Text>
        <Covers template={template} />
        <Heading text={texts.sections} />
        <FormCard label={null}>
          {template.sections.map((section) => (
            <FormLine
              key={section.key}
              label={section.title}
              guidance={section.guidance}
              notes={notesOf(template, section)}
            />
          ))}
        </FormCard>
        <Heading text={texts.nodes} />
        {outlineType.options.map((type) => {
          const rule = template.nodes[type]
          return rule && <TypeForm key={type} template={template} type={type} rule={rule} />
        })}
      </div>
    </section>
  )
}

function Heading({ text }: { readonly text: string }) {
  const styles = useStyles()
  return (
    <Text as="h4" block size={400} weight="semibold" className={styles.heading}>
      {text}
    </Text>
  )
}

/** The rows of the cover, for each variant that there is. */
function Covers({ template }: { readonly template: Template }) {
  const filled = template.variants.filter(({ cover }) => cover.length > 0)
  const styles = useStyles()
  return (
    <>
      <Heading text={texts.cover} />
      {filled.length === 0 && <Text className={styles.guidance}>{texts.noCover}</Text>}
      {filled.map(({ key, label, cover }) => (
        <FormCard key={key} label={template.variants.length > 1 ? label : null}>
          {cover.map((row) => (
            <FormLine
              key={row.key}
              label={row.label}
              guidance={row.guidance}
              notes={[texts.kinds[row.kind]]}
            />
          ))}
        </FormCard>
      ))}
    </>
  )
}

function notesOf(template: Template, section: SectionRule): readonly string[] {
  const { annex, boilerplate, overview, overviewWhen, variants } = section
  const names = template.variants.flatMap(({ key, label }) => (variants?.includes(key) ? label : []))
  return [
    ...(annex ? [texts.annex] : []),
    ...(boilerplate === undefined ? [] : [texts.boilerplate]),
    ...(overview === undefined ? [] : [overviewWhen === 'on-request' ? texts.tableOnRequest : texts.table]),
    ...(names.length === 0 ? [] : [texts.onlyIn(names)]),
  ]
}

interface TypeFormProps {
  readonly template: Template
  readonly type: OutlineType
  readonly rule: NodeRule
}

/** The form of one type: its rows under their side labels, in the template's order. */
function TypeForm({ template, type, rule }: TypeFormProps) {
  const styles = useStyles()
  const below = rule.children.map((child) => labelOf(template, child).plural.toLocaleLowerCase('da-DK'))
  return (
    <>
      <div className={styles.type}>
        <NodeIcon type={type} />
        <Text as="h5" size={300} weight="semibold" style={{ margin: 0 }}>
          {rule.label.singular}
        </Text>
      </div>
      <Text className={styles.guidance}>
        {rule.guidance}
        {below.length > 0 && ` ${texts.holds(below)}.`}
      </Text>
      {rule.text && (
        <FormCard label={null}>
          <FormLine label={texts.text} guidance={texts.textHelp} notes={[]} />
        </FormCard>
      )}
      {rule.groups.map(({ label, rows }) => (
        <FormCard key={label} label={label} level="h6">
          {rows.map(({ key, label: row, guidance, composed, onlyWhenFilled }) => (
            <FormLine
              key={key}
              label={row}
              guidance={guidance}
              notes={[
                ...(composed ? [texts.composed[composed]] : []),
                ...(onlyWhenFilled ? [texts.whenFilled] : []),
              ]}
            />
          ))}
        </FormCard>
      ))}
    </>
  )
}
