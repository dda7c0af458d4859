import { TitleCell as TitleCell_7882d5a294b5966e6fb3166ea3726277 } from '../../../../src/admin/list/TitleCell'
import { CoverCell as CoverCell_9eb16f156677ff117754237021110950 } from '../../../../src/admin/CoverCell'
import { SuggestExcerpt as SuggestExcerpt_571494f892cc9b6df7cca2d4aa90371c } from '../../../../src/admin/writing/SuggestExcerpt'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { CodeComponent as CodeComponent_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { codeConverterClient as codeConverterClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { CodeBlockBlockComponent as CodeBlockBlockComponent_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TextStateFeatureClient as TextStateFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PasteFeatureClient as PasteFeatureClient_51b8b77c72a26ea36a96f1fd4e970ee3 } from '../../../../src/admin/writing/PasteFeatureClient'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LengthHint as LengthHint_a194ebd9c9a915092c28619fcb7054e2 } from '../../../../src/admin/writing/LengthHint'
import { SearchPreview as SearchPreview_37a7f3b6e93d185f88fb2d21c56600d5 } from '../../../../src/admin/writing/SearchPreview'
import { StageCell as StageCell_7500e407b6860156512955af8c946b9c } from '../../../../src/admin/workflow/StageCell'
import { StageField as StageField_569e17449d88a7157eee20f2a0e35d36 } from '../../../../src/admin/workflow/StageField'
import { CommentsPanel as CommentsPanel_2a899fbd15f6a7d384ca04d74d3ef5fc } from '../../../../src/admin/comments/CommentsPanel'
import { TextFigures as TextFigures_1902890b2dfb6375fabb671d471879f5 } from '../../../../src/admin/writing/TextFigures'
import { MomentCell as MomentCell_133c76b6e1c7722112c5b187eb4d153b } from '../../../../src/admin/list/MomentCell'
import { NamesCell as NamesCell_56c7826240dc117f51c15cc03a395eb2 } from '../../../../src/admin/list/NamesCell'
import { StatusCell as StatusCell_da99eab4cadd867305edfce55d2d7adb } from '../../../../src/admin/list/StatusCell'
import { BulkMove as BulkMove_35e37cd89693dbf1546d233b7d76772a } from '../../../../src/admin/workflow/BulkMove'
import { MoveButtons as MoveButtons_24a0b284f3c56aba6170feee221d469a } from '../../../../src/admin/workflow/MoveButtons'
import { ScheduleKinds as ScheduleKinds_3494ca45f9c65c6181e74568a017c031 } from '../../../../src/admin/workflow/ScheduleKinds'
import { LeaveArticle as LeaveArticle_04b6bbb5af1ff0b41375ed59f8dd9f0c } from '../../../../src/admin/leaving/LeaveArticle'
import { TreeLink as TreeLink_1d847ff2654bb9ab0dd0066e5e985169 } from '../../../../src/admin/terms/TreeLink'
import { MergeSelected as MergeSelected_2d89bcfa1219cc12c8c7153938309e2b } from '../../../../src/admin/terms/MergeSelected'
import { UsesField as UsesField_6520f1dac7e984043b5f587a2cb0daec } from '../../../../src/admin/media/UsesField'
import { MediaListView as MediaListView_ff5859d9f61c25db8441acc845835036 } from '../../../../src/admin/media/MediaListView'
import { ImportRun as ImportRun_0d92a0b1af759b71ea11a74aa6bb092f } from '../../../../src/admin/imports/ImportRun'
import { Nothing as Nothing_ac13fb6ae7c147ce562ca5610b9b3ea0 } from '../../../../src/admin/imports/Nothing'
import { NewImportLink as NewImportLink_fbd09db87c430d4c1f2308f3ff2b1594 } from '../../../../src/admin/imports/NewImportLink'
import { CollectionCell as CollectionCell_06dc392bf3380f2c3520cc1a6ddfdd5b } from '../../../../src/admin/activity/CollectionCell'
import { DocumentCell as DocumentCell_926886ae8665d6ef9bc1ea705f68be06 } from '../../../../src/admin/activity/DocumentCell'
import { DetailCell as DetailCell_e34469f9468e91dacf70f35a29e1c15a } from '../../../../src/admin/activity/DetailCell'
import { ExportLink as ExportLink_d37fc47286f24ea6d24c1d3e9930a65f } from '../../../../src/admin/activity/ExportLink'
import { ResendDelivery as ResendDelivery_eddf5312d15146db166d9e777acbe9c9 } from '../../../../src/admin/ResendDelivery'
import { Security as Security_4f70e37e569bfe3226757c11379f64ac } from '../../../../src/admin/security/Security'
import { Invite as Invite_44cf2108609b67788b6e1525d9b5f073 } from '../../../../src/admin/security/Invite'
import { RevokeApiKey as RevokeApiKey_869b637dfcc336b1af2dcbd4cc3af4cf } from '../../../../src/admin/apiKeys/RevokeApiKey'
import { NewApiKey as NewApiKey_eacb95197e5a90e0f8ba5c028f064072 } from '../../../../src/admin/apiKeys/NewApiKey'
import { QueryPresetsAccessCell as QueryPresetsAccessCell_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsWhereCell as QueryPresetsWhereCell_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsWhereField as QueryPresetsWhereField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsColumnsCell as QueryPresetsColumnsCell_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsColumnField as QueryPresetsColumnField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsGroupByCell as QueryPresetsGroupByCell_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsGroupByField as QueryPresetsGroupByField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { Icon as Icon_55a0d409a5af8f499a87134144315c76 } from '../../../../src/admin/Icon'
import { Logo as Logo_275cbc8e6d8d51ca630c8afc4d6aa690 } from '../../../../src/admin/Logo'
import { Palette as Palette_c8803e2e148763c6c5912cc515c8ba55 } from '../../../../src/admin/palette/Palette'
import { Bell as Bell_500cdb403d6121364ecbd51297baa12f } from '../../../../src/admin/notifications/Bell'
import { LoginHelp as LoginHelp_ec4f13641bdd8c655c52d0b11559d101 } from '../../../../src/admin/security/LoginHelp'
import { CalendarLink as CalendarLink_40ffc40b20df1f832f0cebc80e795097 } from '../../../../src/admin/calendar/CalendarLink'
import { ImportLink as ImportLink_68d21b8f483cdcd3eb6150d5c8cb6b9e } from '../../../../src/admin/imports/ImportLink'
import { ResetCode as ResetCode_a3fcde39d93afbe4d1b5f6f69bf45630 } from '../../../../src/admin/security/ResetCode'
import { NameControls as NameControls_7ef7550dea8f78efb28da02ead895e05 } from '../../../../src/admin/names/NameControls'
import { RemoveLeft as RemoveLeft_92f96805e661087086cc600be1571f62 } from '../../../../src/admin/leaving/RemoveLeft'
import { Dashboard as Dashboard_e57afc99291726bda4e4e9629bc62236 } from '../../../../src/admin/dashboard/Dashboard'
import { CalendarView as CalendarView_d6a356243cb75cd808b179f80b0e6977 } from '../../../../src/admin/calendar/CalendarView'
import { TreeView as TreeView_a042c974c2b97544aa15e7e6fb46703d } from '../../../../src/admin/terms/TreeView'
import { NewImportView as NewImportView_bea14e34f45882ed8601b363b0673840 } from '../../../../src/admin/imports/NewImportView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  '/src/admin/list/TitleCell#TitleCell': TitleCell_7882d5a294b5966e6fb3166ea3726277,
  '/src/admin/CoverCell#CoverCell': CoverCell_9eb16f156677ff117754237021110950,
  '/src/admin/writing/SuggestExcerpt#SuggestExcerpt':
    SuggestExcerpt_571494f892cc9b6df7cca2d4aa90371c,
  '@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell':
    RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  '@payloadcms/richtext-lexical/rsc#RscEntryLexicalField':
    RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  '@payloadcms/richtext-lexical/rsc#LexicalDiffComponent':
    LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  '@payloadcms/richtext-lexical/client#BlocksFeatureClient':
    BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#CodeComponent':
    CodeComponent_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#codeConverterClient':
    codeConverterClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#CodeBlockBlockComponent':
    CodeBlockBlockComponent_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#TextStateFeatureClient':
    TextStateFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#LinkFeatureClient':
    LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient':
    InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient':
    HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#BlockquoteFeatureClient':
    BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#RelationshipFeatureClient':
    RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#ChecklistFeatureClient':
    ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#OrderedListFeatureClient':
    OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#UnorderedListFeatureClient':
    UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#IndentFeatureClient':
    IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#AlignFeatureClient':
    AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#HeadingFeatureClient':
    HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#ParagraphFeatureClient':
    ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#InlineCodeFeatureClient':
    InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#SuperscriptFeatureClient':
    SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#SubscriptFeatureClient':
    SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#StrikethroughFeatureClient':
    StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#UnderlineFeatureClient':
    UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#BoldFeatureClient':
    BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#ItalicFeatureClient':
    ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#TableFeatureClient':
    TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#UploadFeatureClient':
    UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '/src/admin/writing/PasteFeatureClient#PasteFeatureClient':
    PasteFeatureClient_51b8b77c72a26ea36a96f1fd4e970ee3,
  '@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient':
    FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '/src/admin/writing/LengthHint#LengthHint': LengthHint_a194ebd9c9a915092c28619fcb7054e2,
  '/src/admin/writing/SearchPreview#SearchPreview': SearchPreview_37a7f3b6e93d185f88fb2d21c56600d5,
  '/src/admin/workflow/StageCell#StageCell': StageCell_7500e407b6860156512955af8c946b9c,
  '/src/admin/workflow/StageField#StageField': StageField_569e17449d88a7157eee20f2a0e35d36,
  '/src/admin/comments/CommentsPanel#CommentsPanel': CommentsPanel_2a899fbd15f6a7d384ca04d74d3ef5fc,
  '/src/admin/writing/TextFigures#TextFigures': TextFigures_1902890b2dfb6375fabb671d471879f5,
  '/src/admin/list/MomentCell#MomentCell': MomentCell_133c76b6e1c7722112c5b187eb4d153b,
  '/src/admin/list/NamesCell#NamesCell': NamesCell_56c7826240dc117f51c15cc03a395eb2,
  '/src/admin/list/StatusCell#StatusCell': StatusCell_da99eab4cadd867305edfce55d2d7adb,
  '/src/admin/workflow/BulkMove#BulkMove': BulkMove_35e37cd89693dbf1546d233b7d76772a,
  '/src/admin/workflow/MoveButtons#MoveButtons': MoveButtons_24a0b284f3c56aba6170feee221d469a,
  '/src/admin/workflow/ScheduleKinds#ScheduleKinds': ScheduleKinds_3494ca45f9c65c6181e74568a017c031,
  '/src/admin/leaving/LeaveArticle#LeaveArticle': LeaveArticle_04b6bbb5af1ff0b41375ed59f8dd9f0c,
  '/src/admin/terms/TreeLink#TreeLink': TreeLink_1d847ff2654bb9ab0dd0066e5e985169,
  '/src/admin/terms/MergeSelected#MergeSelected': MergeSelected_2d89bcfa1219cc12c8c7153938309e2b,
  '/src/admin/media/UsesField#UsesField': UsesField_6520f1dac7e984043b5f587a2cb0daec,
  '/src/admin/media/MediaListView#MediaListView': MediaListView_ff5859d9f61c25db8441acc845835036,
  '/src/admin/imports/ImportRun#ImportRun': ImportRun_0d92a0b1af759b71ea11a74aa6bb092f,
  '/src/admin/imports/Nothing#Nothing': Nothing_ac13fb6ae7c147ce562ca5610b9b3ea0,
  '/src/admin/imports/NewImportLink#NewImportLink': NewImportLink_fbd09db87c430d4c1f2308f3ff2b1594,
  '/src/admin/activity/CollectionCell#CollectionCell':
    CollectionCell_06dc392bf3380f2c3520cc1a6ddfdd5b,
  '/src/admin/activity/DocumentCell#DocumentCell': DocumentCell_926886ae8665d6ef9bc1ea705f68be06,
  '/src/admin/activity/DetailCell#DetailCell': DetailCell_e34469f9468e91dacf70f35a29e1c15a,
  '/src/admin/activity/ExportLink#ExportLink': ExportLink_d37fc47286f24ea6d24c1d3e9930a65f,
  '/src/admin/ResendDelivery#ResendDelivery': ResendDelivery_eddf5312d15146db166d9e777acbe9c9,
  '/src/admin/security/Security#Security': Security_4f70e37e569bfe3226757c11379f64ac,
  '/src/admin/security/Invite#Invite': Invite_44cf2108609b67788b6e1525d9b5f073,
  '/src/admin/apiKeys/RevokeApiKey#RevokeApiKey': RevokeApiKey_869b637dfcc336b1af2dcbd4cc3af4cf,
  '/src/admin/apiKeys/NewApiKey#NewApiKey': NewApiKey_eacb95197e5a90e0f8ba5c028f064072,
  '@payloadcms/next/client#QueryPresetsAccessCell':
    QueryPresetsAccessCell_2b8867833a34864a02ddf429b0728a40,
  '@payloadcms/next/client#QueryPresetsWhereCell':
    QueryPresetsWhereCell_2b8867833a34864a02ddf429b0728a40,
  '@payloadcms/next/client#QueryPresetsWhereField':
    QueryPresetsWhereField_2b8867833a34864a02ddf429b0728a40,
  '@payloadcms/next/client#QueryPresetsColumnsCell':
    QueryPresetsColumnsCell_2b8867833a34864a02ddf429b0728a40,
  '@payloadcms/next/client#QueryPresetsColumnField':
    QueryPresetsColumnField_2b8867833a34864a02ddf429b0728a40,
  '@payloadcms/next/client#QueryPresetsGroupByCell':
    QueryPresetsGroupByCell_2b8867833a34864a02ddf429b0728a40,
  '@payloadcms/next/client#QueryPresetsGroupByField':
    QueryPresetsGroupByField_2b8867833a34864a02ddf429b0728a40,
  '/src/admin/Icon#Icon': Icon_55a0d409a5af8f499a87134144315c76,
  '/src/admin/Logo#Logo': Logo_275cbc8e6d8d51ca630c8afc4d6aa690,
  '/src/admin/palette/Palette#Palette': Palette_c8803e2e148763c6c5912cc515c8ba55,
  '/src/admin/notifications/Bell#Bell': Bell_500cdb403d6121364ecbd51297baa12f,
  '/src/admin/security/LoginHelp#LoginHelp': LoginHelp_ec4f13641bdd8c655c52d0b11559d101,
  '/src/admin/calendar/CalendarLink#CalendarLink': CalendarLink_40ffc40b20df1f832f0cebc80e795097,
  '/src/admin/imports/ImportLink#ImportLink': ImportLink_68d21b8f483cdcd3eb6150d5c8cb6b9e,
  '/src/admin/security/ResetCode#ResetCode': ResetCode_a3fcde39d93afbe4d1b5f6f69bf45630,
  '/src/admin/names/NameControls#NameControls': NameControls_7ef7550dea8f78efb28da02ead895e05,
  '/src/admin/leaving/RemoveLeft#RemoveLeft': RemoveLeft_92f96805e661087086cc600be1571f62,
  '/src/admin/dashboard/Dashboard#Dashboard': Dashboard_e57afc99291726bda4e4e9629bc62236,
  '/src/admin/calendar/CalendarView#CalendarView': CalendarView_d6a356243cb75cd808b179f80b0e6977,
  '/src/admin/terms/TreeView#TreeView': TreeView_a042c974c2b97544aa15e7e6fb46703d,
  '/src/admin/imports/NewImportView#NewImportView': NewImportView_bea14e34f45882ed8601b363b0673840,
  '@payloadcms/next/rsc#CollectionCards': CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1,
}
