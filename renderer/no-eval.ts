import * as z from 'zod'

// Must be imported before any schema is made: zod would otherwise try whether it may compile code, which the content
// security policy refuses and reports.
z.config({ jitless: true })
