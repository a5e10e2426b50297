import './shell/no-code-from-text.ts'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { getBridge } from './api.ts'
import { App } from './app.tsx'
import { startLook } from './shell/look.ts'
import { watchFaults } from './shell/watch-faults.ts'

startLook(getBridge().locale)
watchFaults()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
