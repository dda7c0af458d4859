/** The look of the built-in preview: a column for reading, light and dark as the reader's system is. */
export const PREVIEW_STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); --soft: color-mix(in srgb, currentColor 7%, transparent); }
* { box-sizing: border-box; }
body { margin: 0; font: 18px/1.65 Georgia, "Noto Serif CJK SC", "Songti SC", serif; overflow-wrap: break-word; }
aside { position: sticky; top: 0; padding: .5rem 1rem; background: #7a3b00; color: #fff; font: 14px/1.4 system-ui, sans-serif; text-align: center; z-index: 1; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 5rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; font-family: system-ui, sans-serif; }
h1 { font-size: clamp(1.7rem, 6vw, 2.6rem); margin: .5em 0 .3em; }
.facts { font: 15px/1.5 system-ui, sans-serif; opacity: .8; }
.excerpt { font-size: 1.15em; font-style: italic; }
img, video, iframe { max-width: 100%; height: auto; }
iframe { width: 100%; aspect-ratio: 16 / 9; height: auto; border: 0; }
figure { margin: 1.5rem 0; }
figcaption { font: 15px/1.5 system-ui, sans-serif; opacity: .8; }
pre { padding: 1rem; overflow-x: auto; background: var(--soft); border-radius: 4px; font-size: .8em; line-height: 1.5; }
code, kbd, samp { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .9em; }
blockquote { margin: 1.5rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; font-size: .9em; }
th, td { padding: .4rem .7rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
`
