'use client'
import { toast } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState, type DragEvent } from 'react'
import { callApi } from '../api'
import { listLink } from '../listLink'
import { useSay } from '../useSay'
import { ChooseDialog } from './ChooseDialog'
import { MergeDialog } from './MergeDialog'
import type { TreeNode } from './readTree'

type Asked = { what: 'move' | 'merge'; node: TreeNode }

const TOP = 'top'

/** Categories as nested lists: each leads to its articles, is dragged or moved below another one, and merged. */
export const CategoryTree = ({ nodes, canChange }: { nodes: TreeNode[]; canChange: boolean }) => {
  const say = useSay()
  const router = useRouter()
  const [asked, setAsked] = useState<Asked>()
  const [dragged, setDragged] = useState<TreeNode>()
  if (nodes.length === 0) return <p>{say('terms:none')}</p>

  const move = async (node: TreeNode, parent: string | null): Promise<void> => {
    setAsked(undefined)
    const answer = await callApi(`/categories/${node.id}?depth=0`, {
      method: 'PATCH',
      body: { parent },
    })
    if (answer.isOk) toast.success(say('terms:moved', { name: node.name }))
    else toast.error(answer.message ?? say('terms:failed'))
    router.refresh()
  }
  const dropOn = (target: TreeNode) => ({
    onDragOver: (event: DragEvent) => {
      if (dragged && !isWithin(dragged, target.id)) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      if (dragged && !isWithin(dragged, target.id)) void move(dragged, target.id)
      setDragged(undefined)
    },
  })
  const branch = (level: TreeNode[]) => (
    <ul>
      {level.map((node) => (
        <li key={node.id}>
          <div
            className="galley-tree__row"
            draggable={canChange}
            onDragStart={() => setDragged(node)}
            onDragEnd={() => setDragged(undefined)}
            {...(canChange && dropOn(node))}
          >
            <Link href={`/admin/collections/categories/${node.id}`} prefetch={false}>
              {node.name}
            </Link>
            <Link
              className="galley-tree__count"
              href={listLink('articles', { categories: { in: [node.id] } })}
              prefetch={false}
            >
              {say('terms:own', { count: node.articles })}
            </Link>
            {node.children.length > 0 && (
              <Link
                className="galley-tree__count"
                href={listLink('articles', { section: { in: [node.id] } })}
                prefetch={false}
              >
                {say('terms:below', { count: node.articlesBelow })}
              </Link>
            )}
            {canChange && (
              <span className="galley-tree__actions">
                {(['move', 'merge'] as const).map((what) => (
                  <button
                    key={what}
                    type="button"
                    className="galley-link-button"
                    aria-label={`${say(`terms:${what}`)}: ${node.name}`}
                    onClick={() => setAsked({ what, node })}
                  >
                    {say(`terms:${what}`)}
                  </button>
                ))}
              </span>
            )}
          </div>
          {node.children.length > 0 && branch(node.children)}
        </li>
      ))}
    </ul>
  )
  const others = asked ? flat(nodes).filter(({ node }) => !isWithin(asked.node, node.id)) : []
  const choices = others.map(({ node, path }) => ({ value: node.id, label: path }))
  return (
    <>
      {canChange && <p>{say('terms:treeHint')}</p>}
      <nav className="galley-tree" aria-label={say('terms:tree')}>
        {branch(nodes)}
      </nav>
      {asked?.what === 'move' && (
        <ChooseDialog
          title={say('terms:moveTitle', { name: asked.node.name })}
          action={say('terms:move')}
          choices={[{ value: TOP, label: say('terms:top') }, ...choices]}
          onClose={() => setAsked(undefined)}
          onConfirm={(parent) => void move(asked.node, parent === TOP ? null : parent)}
        />
      )}
      {asked?.what === 'merge' && (
        <MergeDialog
          collection="categories"
          from={[asked.node]}
          choices={choices}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

const isWithin = (node: TreeNode, id: string): boolean =>
  node.id === id || node.children.some((child) => isWithin(child, id))

const flat = (nodes: TreeNode[], above = ''): { node: TreeNode; path: string }[] =>
  nodes.flatMap((node) => {
    const path = `${above}${node.name}`
    return [{ node, path }, ...flat(node.children, `${path} / `)]
  })
