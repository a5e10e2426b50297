/** Tells the title of the document once it is read, and whenever it changes. Empty for a document without one. */
export function watchTitle(onTitle: (title: string) => void): void {
  document.addEventListener('DOMContentLoaded', () => {
    onTitle(document.title)
    const observer = new MutationObserver(() => onTitle(document.title))
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
  })
}
