import './no-eval.ts'
import { FluentProvider, RendererProvider } from '@fluentui/react-components'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import { Catch } from './shell/catch.tsx'
import { styles } from './shell/styles.ts'
import { themes, useLook } from './shell/theme.ts'
import { reportBug } from './state/notices.ts'
import { startProgram } from './state/program.ts'

function Program() {
  const look = useLook()
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

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Program />
    </StrictMode>,
  )
}
void startProgram()
