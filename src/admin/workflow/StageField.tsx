'use client'
import { useFormFields } from '@payloadcms/ui'
import { isStage } from '../../../collections/workflow/moves'
import { useSay } from '../useSay'
import { StageBadge } from './StageBadge'

/** The stage and the editor's note in the sidebar. It is changed by the buttons above the article alone. */
export const StageField = () => {
  const say = useSay()
  const stage = useFormFields(([fields]) => fields.stage?.value)
  const note = useFormFields(([fields]) => fields.stageNote?.value)
  return (
    <div className="field-type galley-stage" id="field-stage">
      <div className="galley-stage__label">{say('workflow:stage')}</div>
      <StageBadge stage={isStage(stage) ? stage : 'draft'} />
      {typeof note === 'string' && note && (
        <div className="galley-stage__note" role="note">
          <strong>{say('workflow:noteOfStage')}</strong>
          <p>{note}</p>
        </div>
      )}
    </div>
  )
}
