import { toJson } from './json'
import type { JsonObject, JsonValue } from './json'
import { readToml } from './toml'
import { readYaml, REPEATED_KEYS } from './yaml'
import { repairYaml, UNPARSED } from './yamlRepair'

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
  return read.errors.length === 0 ? read.value : withoutLeftovers(repairYaml(text).value)
}

/** What a repair could not place is no entry of a data file. */
function withoutLeftovers(value: JsonObject): JsonObject {
  const { [UNPARSED]: _stray, [REPEATED_KEYS]: _repeated, ...entries } = value
  return entries
}
