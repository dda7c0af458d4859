/** How the files are shown. */
export type MediaView = 'grid' | 'list'

/** The name under which Payload keeps a user's choice. */
export const VIEW_PREFERENCE = 'media-view'
