import { fromHtml } from 'hast-util-from-html'
import { sanitize, type Schema } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'

const SHAPES = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']
const TEXT = ['text', 'tspan', 'textPath', 'title', 'desc']
const GROUPS = ['svg', 'g', 'defs', 'symbol', 'use', 'marker', 'clipPath', 'mask', 'pattern']
const PAINT = ['linearGradient', 'radialGradient', 'stop', 'filter']
const FILTERS = [
  'feGaussianBlur',
  'feOffset',
  'feBlend',
  'feColorMatrix',
  'feMerge',
  'feMergeNode',
  'feFlood',
  'feComposite',
]

const GEOMETRY = [
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'fx',
  'fy',
  'dx',
  'dy',
  'd',
  'points',
  'width',
  'height',
  'viewBox',
  'preserveAspectRatio',
  'transform',
  'pathLength',
  'offset',
]
const STYLE = [
  'fillOpacity',
  'fillRule',
  'strokeWidth',
  'strokeOpacity',
  'strokeLineCap',
  'strokeLineJoin',
  'strokeDashArray',
  'strokeDashOffset',
  'strokeMiterLimit',
  'opacity',
  'color',
  'stopColor',
  'stopOpacity',
  'clipRule',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'textAnchor',
  'dominantBaseline',
  'letterSpacing',
  'display',
  'visibility',
]
const STRUCTURE = [
  'id',
  'className',
  'xmlns',
  'xmlnsXLink',
  'version',
  'role',
  'ariaLabel',
  'ariaHidden',
  'gradientUnits',
  'gradientTransform',
  'spreadMethod',
  'patternUnits',
  'patternTransform',
  'maskUnits',
  'clipPathUnits',
  'markerWidth',
  'markerHeight',
  'markerUnits',
  'orient',
  'refX',
  'refY',
  'in',
  'in2',
  'result',
  'stdDeviation',
  'type',
  'values',
  'mode',
  'operator',
  'floodColor',
  'floodOpacity',
  'filterUnits',
]

/** Attributes that may refer to paint and masks, and the values that stay within the file: no address, no CSS escape. */
const PAINTED = [
  'fill',
  'stroke',
  'clipPath',
  'mask',
  'filter',
  'markerStart',
  'markerMid',
  'markerEnd',
]
const INSIDE_FILE = /^(?:(?!(?:url|src|image|image-set|cross-fade)\s*\()[^\\]|url\(\s*["']?#)*$/i

/** Drawing only: no script, no style sheet, no event handler, no reference outside the file. */
const schema: Schema = {
  tagNames: [...SHAPES, ...TEXT, ...GROUPS, ...PAINT, ...FILTERS],
  attributes: {
    '*': [
      ...GEOMETRY,
      ...STYLE,
      ...STRUCTURE,
      ...PAINTED.map((name): [string, RegExp] => [name, INSIDE_FILE]),
    ],
    use: [
      ['href', /^#/],
      ['xLinkHref', /^#/],
    ],
    textPath: [
      ['href', /^#/],
      ['xLinkHref', /^#/],
    ],
    linearGradient: [
      ['href', /^#/],
      ['xLinkHref', /^#/],
    ],
    radialGradient: [
      ['href', /^#/],
      ['xLinkHref', /^#/],
    ],
  },
  strip: ['script', 'style', 'foreignObject'],
  allowComments: false,
  allowDoctypes: false,
}

/** Rewrites an SVG as drawing only. Returns undefined when no `<svg>` is left. */
export const cleanSvg = (svg: string): string | undefined => {
  const clean = toHtml(sanitize(fromHtml(svg, { fragment: true, space: 'svg' }), schema), {
    space: 'svg',
  }).trim()
  const start = clean.indexOf('<svg')
  return start === -1 ? undefined : withSize(withNamespace(clean.slice(start)))
}

const withNamespace = (svg: string): string =>
  /^<svg[^>]*\sxmlns=/.test(svg)
    ? svg
    : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')

/** A drawing that says no size is shown at CSS's size for such; Payload refuses it without one. */
const withSize = (svg: string): string =>
  /^<svg[^>]*\s(?:viewBox|width|height)=/i.test(svg)
    ? svg
    : svg.replace('<svg', '<svg width="300" height="150"')
