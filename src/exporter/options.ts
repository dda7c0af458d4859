import { z } from 'zod'

/** Options of an export, as the command line gives them. */
export const exportOptions = z.object({
  /** Published articles as readers see them, or all in their latest version, drafts included. */
  status: z.enum(['published', 'all']).default('published'),
  /** The site's address: links to articles that are not exported lead there. */
  baseUrl: z.url({ protocol: /^https?$/ }).optional(),
})

export type ExportOptions = z.infer<typeof exportOptions>
