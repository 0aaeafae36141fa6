import { askedEarly } from './state/ask-early.ts'
import './no-eval.ts'
import { FluentProvider, RendererProvider } from '@fluentui/react-components'
import { StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import { Catch } from './shell/catch.tsx'
import { readAhead } from './shell/parts.ts'
import { styles } from './shell/styles.ts'
import { themes, useLook } from './shell/theme.ts'
import { reportBug } from './state/notices.ts'
import { startProgram } from './state/program.ts'
import { frameShown } from './ui/late.ts'

function Program() {
  const look = useLook()
  useEffect(() => void frameShown().then(readAhead), [])
  return (
    <RendererProvider renderer={styles} targetDocument={document}>
      <FluentProvider theme={themes[look]} data-look={look} style={{ height: '100%' }}>
        <Catch>
          <App />
        </Catch>
      </FluentProvider>
    </RendererProvider>
  )
}

window.addEventListener('error', ({ error, message }) => {
  // Sizes that change while the browser tells of sizes are told in the next frame; nothing has gone wrong.
  if (!message.startsWith('ResizeObserver loop')) void reportBug(error ?? message)
})
window.addEventListener('unhandledrejection', ({ reason }) => void reportBug(reason))

/** Milliseconds; within them, a page that only says "wait" would come and go as a flicker. */
const SOON = 150

await Promise.race([startProgram(askedEarly), new Promise((resolve) => setTimeout(resolve, SOON))])
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Program />
    </StrictMode>,
  )
}
