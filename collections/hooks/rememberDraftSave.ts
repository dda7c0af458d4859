import type { CollectionBeforeOperationHook } from 'payload'

/**
 * Notes for later hooks whether a save comes from autosave (`context.isAutosave`), and whether it writes a draft beside what
 * is published (`context.isDraftSave`): they see a published document become a draft both then and when it is unpublished.
 */
export const rememberDraftSave: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'update' || operation === 'restoreVersion') {
    req.context.isAutosave = 'autosave' in args && args.autosave === true
    req.context.isDraftSave = 'draft' in args && args.draft === true
  }
  return args
}
