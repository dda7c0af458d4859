'use client'
import { getTranslation } from '@payloadcms/translations'
import { useAuth, useConfig, useEntityVisibility, useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'
import { folded } from '../../search/tokens'
import { useSay } from '../useSay'
import type { Found } from './findEverywhere'

export type Entry = { key: string; label: string; href: string; hint?: string }
export type Group = { key: string; label: string; entries: Entry[] }

const ADMIN = '/admin'

/** What the palette offers for some words: what was found, by kind, then what to do and where to go. */
export const useEntries = (q: string, found: readonly Found[]): Group[] => {
  const say = useSay()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { permissions } = useAuth()
  const { isEntityVisible } = useEntityVisibility()
  return useMemo(() => {
    const visible = config.collections.filter(
      ({ slug }) =>
        isEntityVisible({ collectionSlug: slug }) && permissions?.collections?.[slug]?.read,
    )
    const nameOf = (slug: string, form: 'singular' | 'plural'): string => {
      const label = config.collections.find((one) => one.slug === slug)?.labels[form]
      return label ? getTranslation(label, i18n) : slug
    }
    const documents = visible.map(({ slug }) => ({
      key: slug,
      label: nameOf(slug, 'plural'),
      entries: found
        .filter(({ collection }) => collection === slug)
        .map(({ id, title, stage }) => ({
          key: `${slug}-${id}`,
          label: title || i18n.t('general:untitled'),
          href: `${ADMIN}/collections/${slug}/${encodeURIComponent(id)}`,
          ...(stage && { hint: say(`workflow:${stage}`) }),
        })),
    }))
    const actions = visible
      .filter(({ slug }) => permissions?.collections?.[slug]?.create)
      .map(({ slug }) => ({
        key: `create-${slug}`,
        label: say('finding:create', { what: nameOf(slug, 'singular') }),
        href: `${ADMIN}/collections/${slug}/create`,
      }))
    const pages = [
      { key: 'desk', label: say('finding:desk'), href: ADMIN },
      { key: 'calendar', label: say('calendar:title'), href: `${ADMIN}/calendar` },
      { key: 'tree', label: say('terms:tree'), href: `${ADMIN}/tree` },
      { key: 'account', label: i18n.t('authentication:account'), href: `${ADMIN}/account` },
      ...visible.map(({ slug }) => ({
        key: `list-${slug}`,
        label: nameOf(slug, 'plural'),
        href: `${ADMIN}/collections/${slug}`,
      })),
      { key: 'logout', label: i18n.t('authentication:logOut'), href: `${ADMIN}/logout` },
    ]
    const matching = (entries: Entry[]) => entries.filter(({ label }) => hasWords(label, q))
    return [
      ...documents,
      { key: 'actions', label: say('finding:actions'), entries: matching(actions) },
      { key: 'pages', label: say('finding:pages'), entries: matching(pages) },
    ].filter(({ entries }) => entries.length > 0)
  }, [config, found, i18n, isEntityVisible, permissions, q, say])
}

const hasWords = (label: string, q: string): boolean => {
  const text = folded(label)
  return q
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(folded(word)))
}
