import { ROLES, type Role } from '../access/roles'

/** Stages of the review, from the first to the last. */
export const STAGES = ['draft', 'in-review', 'changes-requested', 'approved'] as const
export type Stage = (typeof STAGES)[number]

export type MoveName = 'submit' | 'resubmit' | 'withdraw' | 'requestChanges' | 'approve' | 'reopen'

export type Move = {
  name: MoveName
  from: Stage
  to: Stage
  roles: readonly Role[]
  /** Whether the mover has to say why. */
  needsNote: boolean
}

const ANYONE: readonly Role[] = ROLES
const WRITERS: readonly Role[] = ['admin', 'editor', 'author']
const EDITORS: readonly Role[] = ['admin', 'editor']

const move = (
  name: MoveName,
  from: Stage,
  to: Stage,
  roles: readonly Role[],
  needsNote = false,
): Move => ({ name, from, to, roles, needsNote })

/**
 * Every way that an article goes from one stage to another; there are no others. Whoever moves an article must also be
 * allowed to change it (`access/policy.ts`). Publishing makes it approved. The same table stands in ARCHITECTURE.md.
 * The first move of a stage is what the panel offers first.
 */
export const MOVES: readonly Move[] = [
  move('submit', 'draft', 'in-review', ANYONE),
  move('approve', 'draft', 'approved', EDITORS),
  move('approve', 'in-review', 'approved', EDITORS),
  move('requestChanges', 'in-review', 'changes-requested', EDITORS, true),
  move('withdraw', 'in-review', 'draft', WRITERS),
  move('resubmit', 'changes-requested', 'in-review', ANYONE),
  move('approve', 'changes-requested', 'approved', EDITORS),
  move('requestChanges', 'approved', 'changes-requested', EDITORS, true),
  move('reopen', 'approved', 'draft', EDITORS),
]

/** The move between two stages, if there is one. */
export const moveBetween = (from: Stage, to: Stage): Move | undefined =>
  MOVES.find((one) => one.from === from && one.to === to)

/** The moves that a role may make from a stage, the likeliest first. */
export const movesFor = (role: Role, from: Stage): Move[] =>
  MOVES.filter((one) => one.from === from && one.roles.includes(role))

export const isStage = (value: unknown): value is Stage => STAGES.some((stage) => stage === value)
