import { RENDERED_FIELDS } from '../../../collections/fields/rendered'
import { renderAsAsked, withNeeds, type Format } from '../../../collections/hooks/renderOnRequest'
import { isRecord } from '../../richtext/readNode'
import type { Parts } from './documents'
import { inclusiveSelect, type FlatSelect } from './flatSelect'
import type { LeanShape } from './shape'

type Asked = { select?: FlatSelect; format?: Format }

/** What is read so that what was asked for can be rendered. */
export const readForRendering = (shape: LeanShape, { select }: Asked): FlatSelect | undefined => {
  const named = shape.fillsExcerpts ? inclusiveSelect(select) : undefined
  return named ? inclusiveSelect(withNeeds(named)) : select
}

/** Documents as JSON with their content as it was asked for, by the code of the hook that does it for Payload. */
export const rendered = async (
  { req }: Parts,
  shape: LeanShape,
  written: string[],
  { select, format }: Asked,
): Promise<string[]> => {
  const asked = inclusiveSelect(select)
  const isAsked = format ?? RENDERED_FIELDS.some((name) => asked?.[name] === true)
  if (!shape.fillsExcerpts || !isAsked) return written
  const documents = written.map((json): unknown => JSON.parse(json)).filter(isRecord)
  // The excerpts stand in them already.
  await renderAsAsked(req, documents, { asked, format, fillsExcerpt: false, isDraft: false })
  return documents.map((document) => JSON.stringify(document))
}
