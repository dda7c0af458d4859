/** Addresses of the providers that generators have tags for: each takes the provider's id and returns an address. */
export const EMBED_ADDRESS = {
  youtube: (id: string) => `https://www.youtube.com/embed/${encodeURIComponent(id)}`,
  youtubePlaylist: (id: string) =>
    `https://www.youtube.com/embed/videoseries?list=${encodeURIComponent(id)}`,
  vimeo: (id: string) => `https://player.vimeo.com/video/${encodeURIComponent(id)}`,
  gist: (id: string) => `https://gist.github.com/${id.replace(/[^\w./-]/g, '')}`,
  tweet: (user: string, id: string) =>
    `https://twitter.com/${encodeURIComponent(user)}/status/${encodeURIComponent(id)}`,
  instagram: (id: string) => `https://www.instagram.com/p/${encodeURIComponent(id)}/`,
  jsfiddle: (id: string) => `https://jsfiddle.net/${id.replace(/[^\w./-]/g, '')}/embedded/`,
  bilibili: (id: string) =>
    `https://player.bilibili.com/player.html?bvid=${encodeURIComponent(id)}`,
  codepen: (id: string) => `https://codepen.io/${id.replace(/[^\w./-]/g, '')}`,
} as const

/** Takes an id or a whole address; returns the address as it is or made from the id. */
export const addressOrId = (value: string, fromId: (id: string) => string): string =>
  /^(?:https?:)?\/\//i.test(value) ? value : fromId(value)
