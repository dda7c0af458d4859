import { CALLERS, type Caller } from '../harness/newsroom'

/**
 * Who may do what. The same table stands in ARCHITECTURE.md; `access.test.ts` tries every cell.
 */
const TABLE = `
| operation                                                | admin | editor | author | contributor | frontend | drafts | writer | public |
| -------------------------------------------------------- | ----- | ------ | ------ | ----------- | -------- | ------ | ------ | ------ |
| articles: read published                                 | yes   | yes    | yes    | yes         | yes      | yes    | yes    | yes    |
| articles: read before its date                           | yes   | yes    | yes    | –           | –        | yes    | –      | –      |
| articles: read expired                                   | yes   | yes    | yes    | –           | –        | yes    | –      | –      |
| articles: read own draft                                 | yes   | yes    | yes    | yes         | –        | yes    | –      | –      |
| articles: read another's draft                           | yes   | yes    | yes    | –           | –        | yes    | –      | –      |
| articles: read another's in the trash                    | yes   | yes    | yes    | –           | –        | –      | –      | –      |
| articles: read the unpublished change of a published one | yes   | yes    | yes    | –           | –        | yes    | –      | –      |
| articles: read versions of own                           | yes   | yes    | yes    | yes         | –        | –      | –      | –      |
| articles: read versions of another's                     | yes   | yes    | yes    | –           | –        | –      | –      | –      |
| articles: create a draft                                 | yes   | yes    | yes    | yes         | –        | –      | yes    | –      |
| articles: create published                               | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| articles: change own draft                               | yes   | yes    | yes    | yes         | –        | –      | yes    | –      |
| articles: change own draft in review                     | yes   | yes    | yes    | –           | –        | –      | yes    | –      |
| articles: change own with changes requested              | yes   | yes    | yes    | yes         | –        | –      | yes    | –      |
| articles: change own approved                            | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| articles: change own published                           | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| articles: change another's draft                         | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| articles: publish own by _status                         | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| articles: publish own by _status on a draft save         | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| articles: publish own by draft=false                     | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| articles: publish own in bulk                            | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| articles: publish own by restoring a version             | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| articles: publish own by schedule                        | yes   | yes    | –      | –           | –        | –      | –      | –      |
| articles: restore a version of own draft                 | yes   | yes    | yes    | yes         | –        | –      | yes    | –      |
| articles: unpublish own                                  | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| articles: duplicate own published                        | yes   | yes    | yes    | yes         | –        | –      | yes    | –      |
| articles: move own draft to the trash                    | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| articles: take own draft out of the trash                | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| articles: delete own draft for good                      | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| categories: read                                         | yes   | yes    | yes    | yes         | yes      | yes    | yes    | yes    |
| categories: create                                       | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| categories: change                                       | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| categories: delete                                       | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| tags: read                                               | yes   | yes    | yes    | yes         | yes      | yes    | yes    | yes    |
| tags: create                                             | yes   | yes    | yes    | –           | –        | –      | yes    | –      |
| tags: change                                             | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| tags: delete                                             | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| authors: read                                            | yes   | yes    | yes    | yes         | yes      | yes    | yes    | yes    |
| authors: create                                          | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| authors: change                                          | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| authors: delete                                          | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| media: read what a public article shows                  | yes   | yes    | yes    | yes         | yes      | yes    | yes    | yes    |
| media: read what drafts alone show                       | yes   | yes    | yes    | yes         | –        | yes    | yes    | –      |
| media: upload                                            | yes   | yes    | yes    | yes         | –        | –      | yes    | –      |
| media: change own                                        | yes   | yes    | yes    | yes         | –        | –      | yes    | –      |
| media: change another's                                  | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| media: delete own                                        | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| redirects: read                                          | yes   | yes    | yes    | yes         | yes      | yes    | yes    | yes    |
| redirects: create                                        | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| redirects: change                                        | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| redirects: delete                                        | yes   | yes    | –      | –           | –        | –      | yes    | –      |
| users: read own                                          | yes   | yes    | yes    | yes         | –        | –      | –      | –      |
| users: read another's                                    | yes   | yes    | yes    | yes         | –        | –      | –      | –      |
| users: read another's e-mail                             | yes   | yes    | yes    | yes         | –        | –      | –      | –      |
| users: create                                            | yes   | –      | –      | –           | –        | –      | –      | –      |
| users: change own name                                   | yes   | yes    | yes    | yes         | –        | –      | –      | –      |
| users: change own role                                   | yes   | –      | –      | –           | –        | –      | –      | –      |
| users: change another's                                  | yes   | –      | –      | –           | –        | –      | –      | –      |
| users: delete                                            | yes   | –      | –      | –           | –        | –      | –      | –      |
| api-keys: read                                           | yes   | –      | –      | –           | –        | –      | –      | –      |
| api-keys: make                                           | yes   | –      | –      | –           | –        | –      | –      | –      |
| api-keys: revoke                                         | yes   | –      | –      | –           | –        | –      | –      | –      |
| api-keys: change                                         | –     | –      | –      | –           | –        | –      | –      | –      |
| api-keys: delete                                         | yes   | –      | –      | –           | –        | –      | –      | –      |
| comments: read on own article                            | yes   | yes    | yes    | yes         | –        | –      | –      | –      |
| comments: read on another's article                      | yes   | yes    | yes    | –           | –        | –      | –      | –      |
| comments: create on own article                          | yes   | yes    | yes    | yes         | –        | –      | –      | –      |
| comments: create on another's article                    | yes   | yes    | yes    | –           | –        | –      | –      | –      |
| comments: change another's text                          | –     | –      | –      | –           | –        | –      | –      | –      |
| comments: resolve on own article                         | yes   | yes    | yes    | yes         | –        | –      | –      | –      |
| comments: delete another's                               | yes   | yes    | –      | –           | –        | –      | –      | –      |
| notifications: read own                                  | yes   | yes    | yes    | yes         | –        | –      | –      | –      |
| notifications: read another's                            | –     | –      | –      | –           | –        | –      | –      | –      |
| notifications: create                                    | –     | –      | –      | –           | –        | –      | –      | –      |
| notifications: mark own as read                          | yes   | yes    | yes    | yes         | –        | –      | –      | –      |
| notifications: change what own says                      | –     | –      | –      | –           | –        | –      | –      | –      |
| imports: read                                            | yes   | yes    | –      | –           | –        | –      | –      | –      |
| imports: create                                          | –     | –      | –      | –           | –        | –      | –      | –      |
| imports: change                                          | –     | –      | –      | –           | –        | –      | –      | –      |
| imports: delete                                          | yes   | –      | –      | –           | –        | –      | –      | –      |
| webhooks: read                                           | yes   | –      | –      | –           | –        | –      | –      | –      |
| webhooks: create                                         | yes   | –      | –      | –           | –        | –      | –      | –      |
| webhooks: change                                         | yes   | –      | –      | –           | –        | –      | –      | –      |
| webhooks: delete                                         | yes   | –      | –      | –           | –        | –      | –      | –      |
| webhook-deliveries: read                                 | yes   | –      | –      | –           | –        | –      | –      | –      |
| webhook-deliveries: create                               | –     | –      | –      | –           | –        | –      | –      | –      |
| webhook-deliveries: change                               | –     | –      | –      | –           | –        | –      | –      | –      |
| webhook-deliveries: delete                               | yes   | –      | –      | –           | –        | –      | –      | –      |
| activity: read                                           | yes   | –      | –      | –           | –        | –      | –      | –      |
| activity: create                                         | –     | –      | –      | –           | –        | –      | –      | –      |
| activity: change                                         | –     | –      | –      | –           | –        | –      | –      | –      |
| activity: delete                                         | –     | –      | –      | –           | –        | –      | –      | –      |
| payload-jobs: read                                       | –     | –      | –      | –           | –        | –      | –      | –      |
| payload-jobs: delete                                     | –     | –      | –      | –           | –        | –      | –      | –      |
| payload-jobs: run                                        | yes   | –      | –      | –           | –        | –      | –      | –      |
| payload-locked-documents: read                           | yes   | yes    | yes    | yes         | –        | –      | –      | –      |
| payload-locked-documents: delete                         | yes   | yes    | yes    | yes         | –        | –      | –      | –      |
| payload-preferences: read another's                      | –     | –      | –      | –           | –        | –      | –      | –      |
| payload-kv: read                                         | –     | –      | –      | –           | –        | –      | –      | –      |
| change-log: read                                         | –     | –      | –      | –           | –        | –      | –      | –      |
| second-factors: read                                     | –     | –      | –      | –           | –        | –      | –      | –      |
`

export type AccessRow = { operation: string; cells: [Caller, boolean][] }

/** The table's rows, each with whether a caller may do the operation. */
export const ACCESS_TABLE: AccessRow[] = TABLE.trim()
  .split('\n')
  .slice(2)
  .map((line) => {
    const [operation = '', ...cells] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    return {
      operation,
      cells: CALLERS.map((caller, index): [Caller, boolean] => [caller, cells[index] === 'yes']),
    }
  })
