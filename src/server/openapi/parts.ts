import type { Schema } from './schemas'

/** A parameter of the query. */
export const queryParameter = (
  name: string,
  description: string,
  schema: Schema = { type: 'string' },
  more: Schema = {},
): Schema => ({ name, in: 'query', description, schema, ...more })

/** A parameter in the path. */
export const pathParameter = (name: string, description: string): Schema => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
})

/** An answer of a content type. */
export const answer = (description: string, schema: Schema, type = 'application/json'): Schema => ({
  description,
  content: { [type]: { schema } },
})

/** What every refusal looks like. */
export const refusals = {
  '4XX': answer('Refused: the code says why.', { $ref: '#/components/schemas/Problem' }),
}

export const wholeNumber = (minimum: number, maximum?: number): Schema => ({
  type: 'integer',
  minimum,
  ...(maximum !== undefined && { maximum }),
})
