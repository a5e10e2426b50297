const tableExtension = /\.(?:xlsx|xlsm|xls|csv|tsv|txt)$/i
/** What programs write beside a file they have open, or before it is whole. */
const temporary = /^(?:~|\.)|\.(?:tmp|crdownload|part|partial|download)(?:\.|$)/i

/** Whether a file in a watched folder may be a client's, by its name alone. */
export const isWatchedName = (name: string): boolean => tableExtension.test(name) && !temporary.test(name)
