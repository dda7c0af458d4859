import type { CollectionBeforeOperationHook } from 'payload'

/**
 * Notes for later hooks (`context.isDraftSave`) that a save writes a draft beside what is published. They see a published
 * document become a draft both then and when it is unpublished.
 */
export const rememberDraftSave: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'update' || operation === 'restoreVersion') {
    req.context.isDraftSave = 'draft' in args && args.draft === true
  }
  return args
}
