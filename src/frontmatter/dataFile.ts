import { toJson } from './json'
import type { JsonValue } from './json'
import { readToml } from './toml'
import { readYaml } from './yaml'
import { repairYaml } from './yamlRepair'

/** Reads YAML, TOML or JSON by the file's name; `{}` for anything else than a mapping. */
export function readDataFile(path: string, text: string): JsonValue {
  if (/\.toml$/i.test(path)) return readToml(text).value
  if (/\.json$/i.test(path)) {
    try {
      return toJson(JSON.parse(text))
    } catch {
      return {}
    }
  }
  const read = readYaml(text)
  return read.errors.length === 0 ? read.value : repairYaml(text).value
}
