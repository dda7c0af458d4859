/** What a job of Payload's task `schedulePublish` is about. */
export type ScheduledArticle = { article: string; kind: 'publish' | 'unpublish'; user?: string }

/** Reads the input of such a job; undefined when it is about something else than an article. */
export const scheduledArticle = (input: unknown): ScheduledArticle | undefined => {
  if (!isObject(input) || !isObject(input.doc) || input.doc.relationTo !== 'articles') {
    return undefined
  }
  const user = isObject(input.user) ? input.user.value : input.user
  return {
    article: idOf(input.doc.value),
    kind: input.type === 'unpublish' ? 'unpublish' : 'publish',
    ...(user != null && { user: idOf(user) }),
  }
}

const idOf = (value: unknown): string => String(isObject(value) ? value.id : value)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
