import { z } from 'zod'

// Imported before every other module: zod would otherwise try `new Function`, which the page's policy refuses and logs.
z.config({ jitless: true })
