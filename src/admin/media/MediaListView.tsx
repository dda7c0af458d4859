import { DefaultListView } from '@payloadcms/ui'
import type { ListViewClientProps, ListViewServerPropsOnly, Payload } from 'payload'
import { MediaBar } from './MediaBar'
import { MediaFiles } from './MediaFiles'
import { VIEW_PREFERENCE, type MediaView } from './mediaView'
import { MediaViewProvider } from './MediaViewProvider'
import { readCards } from './readCards'

/** Payload's list of files, as a table or as a grid of pictures, and with filters of our own. */
export const MediaListView = async ({
  collectionConfig: _collectionConfig,
  data,
  i18n: _i18n,
  limit: _limit,
  listSearchableFields: _listSearchableFields,
  locale: _locale,
  params: _params,
  payload,
  permissions: _permissions,
  searchParams: _searchParams,
  user,
  ...list
}: ListViewClientProps & ListViewServerPropsOnly) => {
  const [cards, view] = await Promise.all([
    readCards(
      payload,
      data.docs.map((doc: { id: string }) => doc.id),
    ),
    viewOf(payload, user?.id),
  ])
  return (
    <MediaViewProvider view={view}>
      <DefaultListView
        {...list}
        BeforeListTable={
          <>
            <MediaBar />
            {list.BeforeListTable}
          </>
        }
        Table={<MediaFiles cards={cards} table={list.Table} />}
      />
    </MediaViewProvider>
  )
}

const viewOf = async (payload: Payload, user: string | undefined): Promise<MediaView> => {
  if (user === undefined) return 'grid'
  const { docs } = await payload.find({
    collection: 'payload-preferences',
    where: {
      and: [
        { key: { equals: VIEW_PREFERENCE } },
        { 'user.relationTo': { equals: 'users' } },
        { 'user.value': { equals: user } },
      ],
    },
    depth: 0,
    limit: 1,
    pagination: false,
  })
  return docs[0]?.value === 'list' ? 'list' : 'grid'
}
