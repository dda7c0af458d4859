import { expect, test } from 'vitest'
import { mediaNames } from '../../../src/media/mediaNames'
import { filesIn } from '../../../src/richtext/filesIn'

test('files are found in pictures, lines, blocks, captions, links and HTML', () => {
  const content = {
    root: {
      children: [
        { type: 'upload', relationTo: 'media', value: 'one', fields: {} },
        { type: 'upload', relationTo: 'media', value: { id: 'two' }, fields: {} },
        { type: 'inlineBlock', fields: { blockType: 'InlinePicture', media: 'three', url: '/x' } },
        {
          type: 'block',
          fields: {
            blockType: 'Callout',
            content: { root: { children: [{ relationTo: 'media', value: 'four' }] } },
          },
        },
        { type: 'link', fields: { url: '/media/report.pdf' } },
        { type: 'link', fields: { doc: { relationTo: 'articles', value: 'five' } } },
        {
          type: 'block',
          fields: { blockType: 'Html', html: `<img srcset="/media/a.png 1x, /media/b.png 2x">` },
        },
      ],
    },
  }
  const { ids, addresses } = filesIn(content)
  expect(ids.sort()).toEqual(['four', 'one', 'three', 'two'])
  expect(mediaNames(addresses).sort()).toEqual(['a.png', 'b.png', 'report.pdf'])
})

test('names are those below /media of this server', () => {
  const addresses = [
    '/media/%E4%B9%A6.png?x#y',
    'https://cms.example/media/own.png',
    'https://elsewhere.example/media/other.png',
    '/media/%zz.png',
    '/media/a/b.png',
  ]
  expect(mediaNames(addresses, 'https://cms.example/')).toEqual(['书.png', 'own.png', '%zz.png'])
})
