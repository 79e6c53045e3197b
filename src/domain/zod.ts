/**
 * The one door to zod. Under our content security policy zod must not compile schemas with `new Function`,
 * so code generation is switched off here, before the first schema exists. Import `z` only from this file.
 */
import { z } from 'zod'

z.config({ jitless: true })

export { z }
