import type { CollectionConfig } from 'payload'
import { Activity } from './Activity'
import { ApiKeys } from './ApiKeys'
import { Articles } from './Articles'
import { Authors } from './Authors'
import { Categories } from './Categories'
import { ChangeLog } from './ChangeLog'
import { Comments } from './Comments'
import { Imports } from './Imports'
import { Media } from './Media'
import { Notifications } from './Notifications'
import { Redirects } from './Redirects'
import { SecondFactors } from './SecondFactors'
import { Tags } from './Tags'
import { Users } from './Users'
import { WebhookDeliveries } from './WebhookDeliveries'
import { Webhooks } from './Webhooks'

/** Everything that is stored, in the order of the admin panel's menu. */
export const collections: CollectionConfig[] = [
  Articles,
  Categories,
  Tags,
  Authors,
  Media,
  Redirects,
  Comments,
  Notifications,
  Imports,
  Activity,
  Webhooks,
  WebhookDeliveries,
  Users,
  ApiKeys,
  SecondFactors,
  ChangeLog,
]
