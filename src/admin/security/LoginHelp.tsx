import type { ServerProps } from 'payload'
import { hasMail } from '../../../collections/workflow/notify'
import { sayIn } from '../../strings'
import { CodeField } from './CodeField'

/** Below the form of a login: the code of a second factor, and how to get a new password without mail. */
export const LoginHelp = ({ i18n }: ServerProps) => (
  <div className="galley-login-help">
    <CodeField />
    {!hasMail() && <p>{sayIn(i18n.language)('security:forgotNoMail')}</p>}
  </div>
)
