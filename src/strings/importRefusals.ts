import type { RefusalCode } from '../importRuns/refusal'
import type { Text } from './text'

/** Why an archive or a request of the panel's imports is refused, by code; `{{subject}}` is the file or value. */
export const importRefusals: Record<RefusalCode, Text> = {
  'zip-invalid': {
    en: 'This file is no zip archive. Pack the folder as a .zip and drop it again.',
    zh: '此文件不是 zip 归档。请将文件夹打包为 .zip 后重新上传。',
  },
  'zip-encrypted': {
    en: '“{{subject}}” is encrypted. Pack the folder without a password.',
    zh: '“{{subject}}”已加密。请不设密码重新打包。',
  },
  'zip-method-unknown': {
    en: '“{{subject}}” is packed in a way that is not read here. Pack the folder as an ordinary zip (Deflate).',
    zh: '“{{subject}}”的压缩方式无法读取。请打包为普通 zip（Deflate）。',
  },
  'zip-path-escapes': {
    en: '“{{subject}}” leads out of the archive. Nothing was unpacked. Pack the folder again, with paths below it.',
    zh: '“{{subject}}”指向归档之外，未解压任何内容。请重新打包，仅使用文件夹内的路径。',
  },
  'zip-link': {
    en: '“{{subject}}” is a link or a device, not a file. Nothing was unpacked. Pack the files themselves (zip without -y).',
    zh: '“{{subject}}”是链接或设备，不是文件，未解压任何内容。请打包文件本身（zip 不加 -y）。',
  },
  'zip-names-collide': {
    en: '“{{subject}}” is there twice, or a file has the name of a folder. Rename one of them and pack again.',
    zh: '“{{subject}}”重复，或文件与文件夹同名。请改名后重新打包。',
  },
  'zip-too-many-files': {
    en: 'The archive has more than {{subject}} files. Import it in parts, or raise IMPORT_MAX_FILES.',
    zh: '归档超过 {{subject}} 个文件。请分批导入，或调高 IMPORT_MAX_FILES。',
  },
  'zip-too-large': {
    en: 'Unpacked, the archive is larger than {{subject}} MB. Import it in parts, or raise IMPORT_MAX_UNPACKED_MEGABYTES.',
    zh: '归档解压后超过 {{subject}} MB。请分批导入，或调高 IMPORT_MAX_UNPACKED_MEGABYTES。',
  },
  'zip-bomb': {
    en: '“{{subject}}” unpacks to more than 200 times its size, as no archive of articles does. Nothing was unpacked.',
    zh: '“{{subject}}”解压后超过原大小的 200 倍，不像文章归档，未解压任何内容。',
  },
  'zip-damaged': {
    en: 'The archive is damaged or says other sizes than it has. Pack it again. {{subject}}',
    zh: '归档已损坏，或声明的大小与实际不符。请重新打包。{{subject}}',
  },
  'import-empty': {
    en: 'There is no article in it: no Markdown or HTML file with a text was found.',
    zh: '其中没有文章：未找到含正文的 Markdown 或 HTML 文件。',
  },
  'import-files-missing': {
    en: 'The files of this import are not on the server any more. Drop the archive again; what is imported stays as it is.',
    zh: '此次导入的文件已不在服务器上。请重新上传归档，已导入的内容不受影响。',
  },
  'import-failed': {
    en: 'The import could not go on: {{subject}}. What is written stays. Mend the reason and resume.',
    zh: '导入无法继续：{{subject}}。已写入的内容保留。排除原因后可继续。',
  },
  'import-cut': {
    en: 'The import was cut off, such as by a restart of the server. What is written stays; resume it.',
    zh: '导入被中断，例如服务器重启。已写入的内容保留，可以继续。',
  },
  'import-stopped': {
    en: 'The import was stopped. What is written stays; resume it, or undo it.',
    zh: '导入已停止。已写入的内容保留，可以继续或撤销。',
  },
  'upload-too-large': {
    en: 'The archive is larger than the {{subject}} MB that are taken. Import it in parts, raise IMPORT_MAX_MEGABYTES, or put it into the folder IMPORT_ROOT.',
    zh: '归档超过允许的 {{subject}} MB。请分批导入、调高 IMPORT_MAX_MEGABYTES，或放入 IMPORT_ROOT 文件夹。',
  },
  'upload-missing': { en: 'There is no archive in the request.', zh: '请求中没有归档文件。' },
  'folder-unknown': {
    en: 'There is no folder “{{subject}}” below IMPORT_ROOT.',
    zh: 'IMPORT_ROOT 下没有文件夹“{{subject}}”。',
  },
  'folders-off': {
    en: 'This server has no folder for imports. Set IMPORT_ROOT to one.',
    zh: '此服务器未设置导入文件夹。请设置 IMPORT_ROOT。',
  },
  'import-not-now': {
    en: 'The import is not in a state for that. Reload the page to see how far it is.',
    zh: '当前状态下不能执行此操作。请刷新页面查看进度。',
  },
  'options-invalid': {
    en: 'The options are not valid: {{subject}}',
    zh: '选项无效：{{subject}}',
  },
}
