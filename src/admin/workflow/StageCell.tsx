'use client'
import type { DefaultCellComponentProps } from 'payload'
import { isStage } from '../../../collections/workflow/moves'
import { StageBadge } from './StageBadge'

/** The stage in the list of articles. */
export const StageCell = ({ cellData }: DefaultCellComponentProps) =>
  isStage(cellData) ? <StageBadge stage={cellData} /> : null
