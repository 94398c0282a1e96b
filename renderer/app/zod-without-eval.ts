import { z } from 'zod'

/** Our policy forbids eval: zod would try it once at the first schema, and the browser report it. */
z.config({ jitless: true })
