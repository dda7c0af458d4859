'use client'
import { useState } from 'react'
import type { Comment } from '../../payload-types'
import { Moment } from '../Moment'
import { useSay } from '../useSay'
import { CommentForm } from './CommentForm'

/** One comment with its answers. */
export const CommentThread = ({
  comment,
  answers,
  userId,
  onAnswer,
  onResolve,
  onRemove,
}: {
  comment: Comment
  answers: Comment[]
  userId: string
  onAnswer: (text: string) => Promise<boolean>
  onResolve: (resolved: boolean) => void
  onRemove: (id: string) => void
}) => {
  const say = useSay()
  const [isAnswering, setIsAnswering] = useState(false)
  const answer = async (text: string): Promise<boolean> => {
    const isSent = await onAnswer(text)
    if (isSent) setIsAnswering(false)
    return isSent
  }
  return (
    <li className={`galley-comment${comment.resolved ? ' galley-comment--resolved' : ''}`}>
      <CommentText comment={comment} userId={userId} onRemove={onRemove} />
      {answers.length > 0 && (
        <ul className="galley-comment__answers">
          {answers.map((one) => (
            <li key={one.id}>
              <CommentText comment={one} userId={userId} onRemove={onRemove} />
            </li>
          ))}
        </ul>
      )}
      <div className="galley-comment__actions">
        <button
          type="button"
          className="galley-link-button"
          aria-expanded={isAnswering}
          onClick={() => setIsAnswering(!isAnswering)}
        >
          {say('comments:reply')}
        </button>
        <button
          type="button"
          className="galley-link-button"
          onClick={() => onResolve(!comment.resolved)}
        >
          {comment.resolved ? say('comments:reopen') : say('comments:resolve')}
        </button>
      </div>
      {isAnswering && (
        <CommentForm
          label={say('comments:replyTo', { name: nameOf(comment, say('comments:someone')) })}
          onSend={answer}
        />
      )}
    </li>
  )
}

const CommentText = ({
  comment,
  userId,
  onRemove,
}: {
  comment: Comment
  userId: string
  onRemove: (id: string) => void
}) => {
  const say = useSay()
  const { author, createdAt, id, kind, text } = comment
  const isOwn = (typeof author === 'object' ? author?.id : author) === userId
  return (
    <>
      <p className="galley-comment__head">
        <strong>{nameOf(comment, say('comments:someone'))}</strong>
        {kind === 'note' && <span> {say('comments:requestedChanges')}</span>}
        <Moment at={createdAt} />
      </p>
      <p className="galley-comment__text">{text}</p>
      {isOwn && kind !== 'note' && (
        <button type="button" className="galley-link-button" onClick={() => onRemove(id)}>
          {say('comments:remove')}
        </button>
      )}
    </>
  )
}

const nameOf = ({ author }: Comment, unknown: string): string =>
  (typeof author === 'object' ? author?.name : undefined) ?? unknown
