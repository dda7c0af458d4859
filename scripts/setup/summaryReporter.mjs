import fs from 'node:fs'
import path from 'node:path'

/** A vitest reporter: writes counts, for each project and in all, as JSON to the file that TEST_SUMMARY names. */
export default class SummaryReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const file = process.env.TEST_SUMMARY
    if (!file) return
    const projects = {}
    let failedFiles = 0
    for (const testModule of modules) {
      const project = (projects[testModule.project.name] ??= { passed: 0, failed: 0, skipped: [] })
      const tests = [...testModule.children.allTests()]
      for (const test of tests) count(project, test)
      // A file that doesn't load has no tests to count, and must not look like success.
      if (testModule.state() === 'failed' && !tests.some(hasFailed)) failedFiles += 1
    }
    const sum = (key) => Object.values(projects).reduce((total, project) => total + project[key], 0)
    const summary = {
      passed: sum('passed'),
      failed: sum('failed') + failedFiles + unhandledErrors.length,
      projects,
    }
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, JSON.stringify(summary, null, 2))
  }
}

const hasFailed = (test) => test.result().state === 'failed'

const count = (project, test) => {
  const { state } = test.result()
  if (state === 'passed' || state === 'failed') project[state] += 1
  else project.skipped.push(test.fullName)
}
