import { describe, expect, it } from 'vitest'
import { openFileNames } from '../../../src/importer/fileNames'

describe('names of files', () => {
  it('are kept as long as they are free', () => {
    const names = openFileNames()
    expect(['a.png', 'b.png', 'noext'].map(names.take)).toEqual(['a.png', 'b.png', 'noext'])
  })

  it('get a number after them that is free', () => {
    const names = openFileNames()
    expect(['a.png', 'a-2.png', 'a.png', 'a.png', 'a-2.png'].map(names.take)).toEqual([
      'a.png',
      'a-2.png',
      'a-1.png',
      'a-3.png',
      'a-4.png',
    ])
  })

  it('are one whatever case and kind they are of, and without what no file may be called', () => {
    const names = openFileNames()
    expect(['a.png', 'A.PNG', 'a.jpg', 'a?.png'].map(names.take)).toEqual([
      'a.png',
      'A-1.PNG',
      'a-2.jpg',
      'a?-3.png',
    ])
  })

  it('are free again when they were given back', () => {
    const names = openFileNames()
    names.take('a.png')
    names.giveBack('a.png')
    expect(names.take('a.png')).toBe('a.png')
  })
})
