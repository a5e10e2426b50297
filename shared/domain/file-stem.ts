/** Endings that say which version or copy of a file it is. */
const versionEndings = [
  /[\s_.-]*(?:\d{4}[-_.年]?)?\d{1,2}[-_.月]\d{1,2}日?$/,
  /[\s_.-]*(?:19|20)\d{6}$/,
  /[\s_.-]*(?:0[1-9]|1[0-2])[0-3]\d$/,
  /[\s_.-]*[（(【[][^（）()【】[\]]*[）)】\]]$/,
  /[\s_.-]*(?:v|ver|rev|version)\.?\s?\d+(?:\.\d+)*$/i,
  /[\s_.-]*(?:第?\d+版|最终版?|终版|最新版?|更新版?|修改版?|更正|修订|改\d*|新|副本|copy|final|new|updated?|revised)$/i,
  /[\s_.-]+\d{1,2}$/,
]

/** A name of nothing but a date or a number keeps it. */
const onlyDigits = /^[\d\s_.年月日()-]*$/

/** A file's name without extension, date, version and copy mark: `清单_v2 (1).xlsx` and `清单.xlsx` have the same. */
export function getFileStem(fileName: string): string {
  let stem = fileName
    .normalize('NFKC')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .trim()
  for (;;) {
    const shorter = versionEndings.map((ending) => stem.replace(ending, '')).find((each) => each !== stem)
    if (shorter === undefined || onlyDigits.test(shorter) || onlyDigits.test(stem)) break
    stem = shorter
  }
  return stem.replace(/[\s_.-]+$/, '').toLowerCase()
}
