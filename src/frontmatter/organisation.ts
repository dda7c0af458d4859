const ENGLISH =
  /\b(teams?|foundation|inc|llc|ltd|gmbh|corp(oration)?|group|committee|agency|department|office|bureau|council|projects?|organi[sz]ation|association|university|institute|newsroom|staff|editors|editorial|administration|services|center|centre|society|contributors|maintainers|community|wg)\b\.?/i
const CHINESE =
  /(编辑部|編輯部|委员会|团队|團隊|小组|工作组|公司|集团|基金会|协会|学会|研究院|研究所|大学|日报|晚报|时报|周刊|新闻网|通讯社|出版社|官方|社区|联盟|中心)$/

/** True where a name can only be that of a team, an office or a company. */
export function isOrganisationName(name: string): boolean {
  return ENGLISH.test(name) || CHINESE.test(name.trim())
}
