import type { Page } from 'playwright-core'

/** Values of clients and carriers, which may be longer than their place and are shown whole when asked for. */
const dataPlaces =
  '[role=gridcell], .import-raw-table td, .import-raw-table tbody th, .import-file-name, .import-draft-name h2'

/**
 * Words that are not to be seen whole: cut off by a box that hides what leaves it, or drawn beyond a box they stand in.
 * Measured by the text's own Range, since a box that is too small does not always know it.
 */
export const findCutText = (page: Page): Promise<string[]> =>
  page.evaluate((places) => {
    const slack = 1
    /** Glyphs of a Chinese font stand taller than their line. */
    const tall = 5
    const found: string[] = []
    const isScrolled = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll'

    const isForEars = (element: Element): boolean => {
      for (let each: Element | null = element; each; each = each.parentElement) {
        const { width, height } = each.getBoundingClientRect()
        if (width <= 1 && height <= 1 && getComputedStyle(each).overflow === 'hidden') return true
      }
      return false
    }

    const check = (element: Element, text: string, rect: DOMRect): void => {
      const report = (what: string, by: Element | null) =>
        void found.push(`“${text.trim().slice(0, 60)}” is ${what} .${by?.className ?? 'window'}`)
      let [canScrollX, canScrollY, isInFlow] = [false, false, true]
      for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
        const style = getComputedStyle(each)
        const box = each.getBoundingClientRect()
        canScrollX ||= isScrolled(style.overflowX)
        canScrollY ||= isScrolled(style.overflowY)
        const isWide = !canScrollX && (rect.left < box.left - slack || rect.right > box.right + slack)
        const isTall = !canScrollY && (rect.top < box.top - tall || rect.bottom > box.bottom + tall)
        const hasBox = isInFlow && !/^(inline|contents)$/.test(style.display)
        if (isWide && (hasBox || style.overflowX !== 'visible')) return report('beyond', each)
        if (isTall && style.overflowY !== 'visible') return report('cut by', each)
        isInFlow &&= style.position === 'static' || style.position === 'relative'
        if (style.position === 'fixed') break
      }
      const isOutX = !canScrollX && (rect.left < -slack || rect.right > innerWidth + slack)
      if (isOutX || (!canScrollY && rect.bottom > innerHeight + tall)) report('outside', null)
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!
      const text = node.textContent ?? ''
      if (text.trim() === '' || !element.checkVisibility({ visibilityProperty: true })) continue
      if (element.closest(places) !== null || element.closest('script, style, option') || isForEars(element))
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      check(element, text, range.getBoundingClientRect())
    }

    const pen = document.createElement('canvas').getContext('2d')!
    for (const input of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      const style = getComputedStyle(input)
      pen.font = style.font
      const room = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
      const width = pen.measureText(input.placeholder).width
      if (input.value === '' && input.clientWidth > 1 && width > room + slack)
        found.push(`cut: placeholder “${input.placeholder}”, ${Math.round(width)} px in ${Math.round(room)}`)
    }
    return found
  }, dataPlaces)

/** What is shown or said that nobody wrote: names of words that are missing, and values never put in. */
export const findUnwritten = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const attributes = ['aria-label', 'aria-description', 'title', 'placeholder']
    const elements = [...document.querySelectorAll('*')]
    const texts = [
      document.body.innerText,
      ...elements.flatMap((each) => attributes.map((name) => each.getAttribute(name) ?? '')),
    ]
    const pattern =
      /\b(?:common|shipments|boxes|loads|import|checkExport|data|problems|scan)(?:\.[a-zA-Z][\w-]*)+|\{\{.*?\}\}|\bundefined\b|\bNaN\b/g
    return [...new Set(texts.flatMap((text) => text.match(pattern) ?? []))]
  })

/** How far the page itself could be scrolled; panes scroll, the page does not. */
export const measureScroll = (page: Page): Promise<{ right: number; down: number }> =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
    return { right: scrollWidth - clientWidth, down: scrollHeight - clientHeight }
  })

/** Toolbars whose buttons do not stand in one line. */
export const findBrokenToolbars = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.ui-toolbar, .top-bar')]
      .filter((bar) => {
        const middles = [...bar.querySelectorAll('button')].map((button) => {
          const { top, height } = button.getBoundingClientRect()
          return top + height / 2
        })
        return Math.max(...middles) - Math.min(...middles) > 8
      })
      .map((bar) => `${bar.className}: ${bar.innerText.replaceAll('\n', ' ').slice(0, 120)}`),
  )
