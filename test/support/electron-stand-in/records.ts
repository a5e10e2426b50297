/** What the app asked of the desktop, for tests to read: the stand-in has no desktop to do it on. */
export const records = {
  openedUrls: [] as string[],
  openedPaths: [] as string[],
  shownItems: [] as string[],
  beeps: 0,
  notifications: [] as { title: string; body: string }[],
  errorBoxes: [] as { title: string; content: string }[],
  /** Window id to the last progress given, -1 for none. */
  progress: new Map<number, number>(),
  popups: [] as { items: readonly { label: string; click: () => void }[] }[],
  draggedFiles: [] as string[],
}

export type Records = typeof records
