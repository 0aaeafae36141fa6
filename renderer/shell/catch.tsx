import { Button, Text, tokens } from '@fluentui/react-components'
import { Component, type ReactNode } from 'react'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import { flushDrafts } from '../state/drafts.ts'
import { logBug } from '../state/notices.ts'

interface Caught {
  readonly failed: boolean
  readonly logId: string
}

/** When drawing fails: everything typed is sent, the bug is logged, and the user is told what is safe and what to do. */
export class Catch extends Component<{ readonly children: ReactNode }, Caught> {
  override readonly state: Caught = { failed: false, logId: '' }

  static getDerivedStateFromError(): Partial<Caught> {
    return { failed: true }
  }

  override componentDidCatch(error: unknown): void {
    flushDrafts()
    void logBug(error).then((logId) => this.setState({ logId }))
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <main role="alert" style={{ padding: tokens.spacingHorizontalXXXL }}>
        <Text as="h1" size={600} weight="semibold" block>
          {shellTexts.crash.title}
        </Text>
        <p>{shellTexts.crash.body(this.state.logId)}</p>
        <Button appearance="primary" onClick={() => location.reload()}>
          {shellTexts.crash.reload}
        </Button>
      </main>
    )
  }
}
