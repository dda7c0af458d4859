import type { DefaultServerCellComponentProps } from 'payload'
import { Moment } from '../Moment'

/** A date of a row in the user's time zone. */
export const MomentCell = ({ cellData }: DefaultServerCellComponentProps) =>
  typeof cellData === 'string' ? <Moment at={cellData} /> : null
