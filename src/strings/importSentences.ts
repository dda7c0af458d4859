/**
 * The importer's sentences in Chinese, by the English one, which stays the same in reports, logs and on the command line.
 * `{{name}}` stands for what differs from file to file, and `{{phrase}}` for what stands here itself.
 */
export const importSentences: Record<string, string> = {
  // Files
  'The site serves {{result}}, computed from this file, which is imported instead.':
    '网站提供的是由此文件生成的 {{result}}，已改为导入该文件。',
  'Has the name of {{other}} but for the case of its letters or their Unicode form; both were read. Rename one: on other systems one of them is lost.':
    '与 {{other}} 仅大小写或 Unicode 形式不同，两者均已读取。请改名：在其他系统上会丢失其中之一。',
  'Changed between the first pass and the second. Import again.':
    '文件在两次读取之间被修改。请重新导入。',
  'Could not be read: {{reason}}. This is a mistake of the importer; please report it with the file.':
    '无法读取：{{reason}}。这是导入程序的错误，请连同文件一起反馈。',
  'Could not be read ({{reason}}). Check its permissions and the length of its path, and import again.':
    '无法读取（{{reason}}）。请检查权限和路径长度后重新导入。',
  'Has {{size}} MB; texts of up to {{limit}} MB are imported. Split it and import again.':
    '文件有 {{size}} MB，最多导入 {{limit}} MB 的文本。请拆分后重新导入。',
  'Is no text, whatever its name says. Take it out of the archive, or move it to the pictures.':
    '无论文件名如何，它不是文本。请移出归档，或放到图片目录。',
  'The file is no text but binary data, so it was not imported; remove or rename it.':
    '文件不是文本而是二进制数据，未导入。请删除或改名。',
  'Is a device, a pipe or a socket and holds no text; it was left out.':
    '是设备、管道或套接字，没有文本，已略过。',
  'Has a name that is no UTF-8 (an archive packed on another system, it seems) and was left out. Rename it, for example with convmv, and import again.':
    '文件名不是 UTF-8（可能由其他系统打包），已略过。请改名（例如用 convmv）后重新导入。',
  'Is a symbolic link that leads out of the archive and was not followed. Copy what it leads to into the archive, or name that folder as well.':
    '是指向归档之外的符号链接，未跟随。请将目标复制到归档内，或同时指定该文件夹。',
  'Is a symbolic link to a folder that is read already; its files are imported once.':
    '是指向已读取文件夹的符号链接，其中文件只导入一次。',
  'Is a symbolic link that leads nowhere ({{reason}}) and was left out.':
    '是失效的符号链接（{{reason}}），已略过。',
  'The site’s configuration leaves the file out. Take it off that list to import it.':
    '网站配置排除了此文件。如需导入，请从排除列表中移除。',
  'The generator of this archive reads texts in its folders of content only, and the file stands beside them. Move it there, or import its folder by itself.':
    '此站点的生成器只读取其内容文件夹，而此文件位于其外。如需导入，请移入其中，或单独导入其所在文件夹。',
  'The site’s configuration copies the file as it is (skip_render), so it is a page of its own design and no article. Take it off that list to import it.':
    '网站配置将此文件原样复制（skip_render），它是独立页面而非文章。如需导入，请从列表中移除。',
  'The file is written in {{language}}, which is not read. Convert it to Markdown, for example with pandoc, and import again.':
    '文件用 {{language}} 写成，无法读取。请转换为 Markdown（例如用 pandoc）后重新导入。',
  'The page is a template in {{language}}, which an import does not run. Take its text from the built site, if it is to be an article.':
    '此页面是 {{language}} 模板，导入时不会运行。如需作为文章，请从已生成的网站中取其文本。',
  'The file or its folder starts with a dot, so no generator reads it.':
    '文件或其文件夹以点开头，生成器不会读取。',
  'The file is about the repository and no part of the site; move it into a folder of content to import it.':
    '此文件是仓库说明，不属于网站。如需导入，请移入内容文件夹。',
  'The generator of this archive does not read the folder as content (templates, themes, built pages).':
    '此归档的生成器不把该文件夹当作内容（模板、主题、已生成的页面）。',
  'The file belongs to a computed widget beside an article.': '此文件属于文章旁的计算组件。',
  // Encoding
  'Some lines are not UTF-8 as the others are; they were read as {{encoding}}. Check them, and save the file as UTF-8.':
    '部分行不是 UTF-8，已按 {{encoding}} 读取。请检查，并将文件存为 UTF-8。',
  'The file is not UTF-8; it was read as {{encoding}}. Check accented and non-Latin letters, or save it as UTF-8.':
    '文件不是 UTF-8，已按 {{encoding}} 读取。请检查非拉丁字符，或将文件存为 UTF-8。',
  'Some bytes are not valid {{encoding}}; each became the replacement character U+FFFD. Correct them in the source.':
    '部分字节不是有效的 {{encoding}}，已替换为 U+FFFD。请在源文件中更正。',
  'The text holds control characters (the first is U+{{code}}); they were kept in the source text.':
    '文本含控制字符（第一个是 U+{{code}}），已在源文本中保留。',
  // Front matter
  'The front matter has {{left}} more problems of this kind; correct the first ones and import again to see the rest.':
    '元数据还有 {{left}} 个同类问题。请先更正前面的，重新导入后查看其余。',
  'The front matter holds blanks that YAML takes for letters (U+00A0, U+3000), as copied from a web page or typed in Chinese; they were read as blanks.':
    '元数据含 YAML 视为字符的空白（U+00A0、U+3000），通常来自网页复制或中文输入，已按空格读取。',
  'The front matter is never closed; it was taken to end where the keys end. Add a line “{{fence}}” there.':
    '元数据没有结束标记，按键值结束处处理。请在该处加一行“{{fence}}”。',
  'What stands between the fences is no list of keys and values; it was kept as part of the text. Write “key: value” lines.':
    '标记之间不是键值列表，已作为正文保留。请写成“键: 值”的行。',
  'The front matter is no valid JSON; it was read as its author evidently meant it. Correct it in the source.':
    '元数据不是有效的 JSON，已按作者的明显意图读取。请在源文件中更正。',
  'The front matter has no opening fence; it was read up to the closing one. Add a line “---” before it.':
    '元数据没有开始标记，已读取到结束标记为止。请在前面加一行“---”。',
  'The front matter is no valid TOML; what could be read was, the rest is kept under “{{key}}”.':
    '元数据不是有效的 TOML，已读取可读部分，其余保留在“{{key}}”下。',
  'The front matter is no valid TOML; it was read entry by entry. Correct it in the source.':
    '元数据不是有效的 TOML，已逐条读取。请在源文件中更正。',
  'The alias *{{alias}} was not expanded: it is circular or expands to too much. Write its value out.':
    '别名 *{{alias}} 未展开：它循环引用或展开过大。请直接写出其值。',
  'The key “{{key}}” stands more than once; the last one was taken, the others are kept under “{{kept}}”.':
    '键“{{key}}”重复，已取最后一个，其余保留在“{{kept}}”下。',
  '“{{text}}” is a comment to YAML; it was read as the text that its author evidently meant. Quote it in the source.':
    '“{{text}}”在 YAML 中是注释，已按作者的明显意图读作文本。请在源文件中加引号。',
  'The value of “{{key}}” is no valid YAML and was kept as plain text; correct it in the source.':
    '“{{key}}”的值不是有效的 YAML，已按纯文本保留。请在源文件中更正。',
  'The value of “{{key}}” is no valid YAML; it was read as its author evidently meant it. Quote it in the source.':
    '“{{key}}”的值不是有效的 YAML，已按作者的明显意图读取。请在源文件中加引号。',
  'Text in the front matter that belongs to no key was kept under “{{key}}”.':
    '元数据中不属于任何键的文本已保留在“{{key}}”下。',
  // What the front matter says
  '“{{text}}” is no date; it was left out and kept in the source data. Correct it, as in 2024-05-31T18:00:00+02:00.':
    '“{{text}}”不是日期，已略过并保留在源数据中。请更正，例如 2024-05-31T18:00:00+08:00。',
  '“{{text}}” may be day or month first, so it was left out and kept in the source data. Write it as 2024-05-31.':
    '“{{text}}”可能是日在前或月在前，已略过并保留在源数据中。请写成 2024-05-31。',
  '“{{text}}” names no day; the first of the month was taken.':
    '“{{text}}”没有写明日，已取当月 1 日。',
  '“{{text}}” was read with the month first, as the generator does. Write it as 2024-05-31.':
    '“{{text}}”已按月在前读取，与生成器一致。请写成 2024-05-31。',
  '“{{text}}” names a time zone that does not exist; day and time were taken as those of the site’s own zone. Correct it, as in 2024-05-31T18:00:00+02:00.':
    '“{{text}}”中的时区不存在，日期和时间已按网站时区读取。请更正，例如 2024-05-31T18:00:00+08:00。',
  'The text expired on {{date}}, so the old site may no longer show it; decide whether it is to be published.':
    '文章已于 {{date}} 过期，旧站可能不再显示。请决定是否发布。',
  'The address is a template (“{{template}}”), which an import does not run, so the old address is not known; add it to the article’s aliases.':
    '网址是模板（“{{template}}”），导入时不会运行，因此旧网址未知。请在文章的旧网址中补充。',
  'The front matter has no title; “{{title}}” was taken from {{phrase}}.':
    '元数据没有标题，已从{{phrase}}取“{{title}}”。',
  'its first heading': '第一个小标题',
  'the file name': '文件名',
  'The author “{{name}}” is not in the site’s directory of authors; the handle was taken as the name.':
    '作者“{{name}}”不在网站的作者目录中，已用其代号作为姓名。',
  'The address of the picture held signs that do not belong to it and was read as “{{url}}”.':
    '图片地址含多余字符，已读作“{{url}}”。',
  // Text
  'The text uses every private character, so its generator tags were left as text.':
    '文本用尽了所有私用字符，其中的生成器标签按文本保留。',
  'The value of {{source}} is only known to the generator; its source was kept visible.':
    '{{source}} 的值只有生成器知道，已可见地保留源代码。',
  'The tag "{{name}}" has no counterpart; its source was {{phrase}} and its content kept. Edit the article, or replace the tag before importing.':
    '标签“{{name}}”没有对应形式，其源代码{{phrase}}，内容已保留。请编辑文章，或在导入前替换该标签。',
  'kept as a hidden comment': '保留为隐藏注释',
  'kept visible': '可见地保留',
  'The tags within {% capture {{name}} %} were kept as text. Edit the article, or replace them before importing.':
    '{% capture {{name}} %} 中的标签按文本保留。请编辑文章，或在导入前替换。',
  'Import and export statements were kept as a hidden HTML comment; nothing runs them.':
    'import 和 export 语句保留为隐藏的 HTML 注释，不会运行。',
  'The expression {{what}} is only known when the page runs; its source was kept visible.':
    '表达式 {{what}} 的值只在页面运行时才知道，已可见地保留源代码。',
  'The component <{{what}}> has no counterpart: its content was kept, its source as a hidden comment. Edit the article if it showed something.':
    '组件 <{{what}}> 没有对应形式：内容已保留，源代码保留为隐藏注释。如果它曾显示内容，请编辑文章。',
  'The component <{{what}}> has no counterpart; its source was kept visible and its content kept.':
    '组件 <{{what}}> 没有对应形式：源代码已可见地保留，内容已保留。',
  'A link that would run a script was removed, its text was kept: {{url}}':
    '已移除会运行脚本的链接，文字保留：{{url}}',
  'A link without text was kept as raw HTML, which shows nothing: {{html}} Give it a text, or remove it.':
    '没有文字的链接已按原始 HTML 保留，不会显示：{{html}} 请补上文字或删除。',
  '<{{tag}}> has no form in the editor: it was kept as raw HTML and is sanitised where it is shown. Replace it there if it matters.':
    '<{{tag}}> 在编辑器中没有对应形式：已按原始 HTML 保留，显示时会清理。如果重要，请在文章中替换。',
  'A list that counts down now counts up: the editor has no reversed lists. Its items are unchanged.':
    '倒序列表已变为正序：编辑器没有倒序列表。列表项未变。',
  'Two numbered lists that follow each other became one: the editor joins them. Put text between them if the second must start anew.':
    '相邻的两个编号列表已合并为一个：编辑器会将其连接。如需重新编号，请在两者之间加入文字。',
  'A block with text of its own stood in a caption, a summary or a note, which hold none: its text was kept without it.':
    '图注、折叠摘要或脚注中有一个带正文的区块，而它们不能容纳区块：文字已保留，区块未保留。',
  '<{{tag}}> names no file to play: its content was kept, the tag was not. Write it as code if the text is about it.':
    '<{{tag}}> 未指明要播放的文件：内容已保留，标签未保留。如果文中只是提到它，请写成代码。',
  'A {{phrase}} was nested too deeply to be stored: its text was kept without it. Flatten the source if the structure matters.':
    '{{phrase}}嵌套过深，无法存储：文字已保留，结构未保留。如果结构重要，请在源文件中减少嵌套。',
  document: '文档',
  list: '列表',
  quote: '引用',
  table: '表格',
  'block with text of its own': '含文字的块',
  '<{{tag}}> is no HTML element: its content was kept, the tag was not. Replace it in the source if it stood for something.':
    '<{{tag}}> 不是 HTML 元素：内容已保留，标签未保留。如果它有含义，请在源文件中替换。',
  'Nothing refers to {{phrase}} [^{{label}}], so no page shows it; it was kept as a comment. Refer to it in the text, or take it out.':
    '{{phrase}} [^{{label}}] 未被引用，页面不会显示，已保留为注释。请在正文中引用或删除。',
  'the footnote': '脚注',
  '{{count}} footnotes, the first is': '{{count}} 个脚注，首个为',
  // Links, pictures and files
  'Links to "{{target}}", which is not in the archive: the link was kept as it is.':
    '链接到“{{target}}”，它不在归档中：链接原样保留。',
  'Holds a picture in its text (data:) that could not be read; it was left as it is.':
    '正文中的内嵌图片（data:）无法读取，原样保留。',
  "Links to {{url}}, a file of a kind that the media library doesn't take (pictures, video, audio and PDF are taken); the link was kept as it is. Serve the file at that address, or change the link.":
    '链接到 {{url}}，媒体库不接受此类文件（接受图片、视频、音频和 PDF）：链接原样保留。请在该地址提供文件，或修改链接。',
  "Links to {{url}}, which is neither beside the text nor at the site's root; the link was kept as it is. Name its folder with --assets, or restore the file, and import again.":
    '链接到 {{url}}，它既不在文章旁也不在网站根目录：链接原样保留。请补回文件或指定其文件夹（--assets）后重新导入。',
  "Shows {{url}}, which is neither beside the text nor at the site's root; it stays a linked picture. Name its folder with --assets, or restore the file, and import again.":
    '图片 {{url}} 既不在文章旁也不在网站根目录，保留为外链图片。请补回文件或指定其文件夹（--assets）后重新导入。',
  'Shows {{url}}; the only such file is {{file}}, whose name has letters of another case. It was taken.':
    '图片 {{url}}：唯一匹配的文件是 {{file}}，仅大小写不同，已采用。',
  'Shows or links to {{url}}, which could not be stored ({{phrase}}); its address was kept.':
    '图片或链接 {{url}} 无法存储（{{phrase}}），地址已保留。',
  'Shows {{url}}, which could not be fetched ({{phrase}}); it stays a linked picture. The next import tries it again.':
    '图片 {{url}} 无法下载（{{phrase}}），保留为外链图片。下次导入会重试。',
  'no picture can be at this address': '此地址不可能是图片',
  'its address starts with {{protocol}}': '地址以 {{protocol}} 开头',
  'the host refuses it': '对方服务器拒绝',
  'the host answered {{status}}': '对方服务器返回 {{status}}',
  'the host took too long': '对方服务器超时',
  'the host redirects without end': '对方服务器无限重定向',
  'the host sent an empty file': '对方服务器返回空文件',
  'the host sent {{type}}, which is no picture': '对方服务器返回 {{type}}，不是图片',
  'the file has more than {{limit}} MB': '文件超过 {{limit}} MB',
  'the connection broke ({{reason}})': '连接中断（{{reason}}）',
  '{{host}} no longer answers': '{{host}} 不再响应',
  '{{host}} is in a private network; --allow-private-hosts lets the import fetch from there':
    '{{host}} 位于内网，--allow-private-hosts 允许从那里下载',
  '{{name}} is empty. Choose another file.': '{{name}} 为空',
  '{{name}} has {{size}} MB; at most {{limit}} MB are taken.':
    '{{name}} 有 {{size}} MB，最多 {{limit}} MB',
  '{{name}} is {{type}}, whatever its name says. Pictures, video, audio and PDF are taken.':
    '{{name}} 实际是 {{type}}，只接受图片、视频、音频和 PDF',
  "{{name}} can't be read as a picture. Save it again and retry.": '{{name}} 无法作为图片读取',
  '{{name}} has {{size}} megapixels; at most {{limit}} are taken. Scale it down first.':
    '{{name}} 有 {{size}} 百万像素，最多 {{limit}}',
  // Storing
  "{{phrase}} was refused by the database's rules ({{reason}}). Mend the file and import again.":
    '{{phrase}}不符合数据库规则（{{reason}}）。请修改文件后重新导入。',
  'The article': '文章',
  'Changed in the archive and by an editor since its import: nothing was overwritten. Import with --force to take the file.':
    '导入后，归档中的文件和文章都被修改：未覆盖任何内容。如需采用文件，请选择覆盖后重新导入。',
  'Another article of its language has the slug "{{slug}}"; this one got "{{own}}".':
    '同语言的另一篇文章已使用 slug“{{slug}}”，此文章改用“{{own}}”。',
  'Met something that was stored a moment ago, such as another article with its slug ({{reason}}). Import again.':
    '与刚刚存储的内容冲突，例如 slug 相同的另一篇文章（{{reason}}）。请重新导入。',
}
