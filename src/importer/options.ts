import { z } from 'zod'
import { isDialect, isTimezone, type Dialect } from '../frontmatter'

/** What becomes of pictures: fetch remote ones too, copy local ones only, link all, or leave them out of the library. */
export const MEDIA_MODES = ['download', 'copy', 'link', 'skip'] as const

/** Options of an import, as the command line or the admin panel gives them. */
export const importOptions = z.object({
  dialect: z
    .custom<Dialect | 'auto'>(
      (value) => typeof value === 'string' && (value === 'auto' || isDialect(value)),
      'is no dialect that Galley knows',
    )
    .default('auto'),
  dryRun: z.boolean().default(false),
  media: z.enum(MEDIA_MODES).default('copy'),
  assets: z.array(z.string()).default([]),
  baseUrl: z.url().optional(),
  timezone: z.string().refine(isTimezone, 'is no IANA time zone, such as Asia/Shanghai').optional(),
  status: z.enum(['published', 'draft', 'keep']).default('keep'),
  limit: z.number().int().positive().optional(),
  concurrency: z.number().int().min(1).max(64).default(8),
  force: z.boolean().default(false),
  prune: z.boolean().default(false),
  resume: z.boolean().default(true),
  allowPrivateHosts: z.boolean().default(false),
})

export type ImportOptions = z.infer<typeof importOptions>
