const schemes = new Set<string>()
const suffix = 'stand-in.invalid'

/** Chromium knows no schemes of an app, so app://main/x is shown to the page as https://main.app.stand-in.invalid/x. */
export const addPageScheme = (scheme: string): void => void schemes.add(scheme)

export const toPageUrl = (url: string): string =>
  url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i, (whole, scheme: string, host: string) =>
    schemes.has(scheme.toLowerCase()) ? `https://${host}.${scheme.toLowerCase()}.${suffix}` : whole,
  )

export const toAppUrl = (url: string): string =>
  url.replace(/^(blob:)?https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.stand-in\.invalid/, '$1$3://$2')

/** As WebFrameMain.origin reports it: the URL class gives "null" for every scheme it does not know. */
export function getOrigin(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(url)
  return match && schemes.has(match[1]!) ? `${match[1]}://${match[2]}` : (URL.parse(url)?.origin ?? 'null')
}
