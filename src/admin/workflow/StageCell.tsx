import type { DefaultServerCellComponentProps } from 'payload'
import { isStage } from '../../../collections/workflow/moves'
import { sayIn } from '../../strings'

/** The stage in the list of articles. */
export const StageCell = ({ cellData, i18n }: DefaultServerCellComponentProps) =>
  isStage(cellData) ? (
    <span className={`galley-badge galley-badge--${cellData}`}>
      {sayIn(i18n.language)(`workflow:${cellData}`)}
    </span>
  ) : null
