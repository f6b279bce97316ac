import { HOSTS } from './hosts.ts';

/**
 * The match pattern of a page's host, for which the reader may allow Tifa.
 * Undefined where no extension reads: the browser's own pages, files, and what is no address.
 *
 * A host and not its whole domain: the reader allows what the reader sees.
 */
export function sitePattern(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return hostname === '' ? undefined : `*://${hostname}/*`;
}

/** Whether a page is of one of the sites that Tifa reads without being asked. */
export function isBundledSite(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return HOSTS.some((pattern) => {
    const domain = domainOf(pattern);
    return hostname === domain || hostname.endsWith(`.${domain}`);
  });
}

/** Of the patterns that the browser grants, those that the reader added. Sorted, each once. */
export function addedSites(granted: readonly string[]): string[] {
  return [...new Set(granted)].filter((pattern) => !HOSTS.includes(pattern)).sort();
}

/** What a match pattern is called where a reader reads it: `example.com`, or the pattern itself. */
export function siteName(pattern: string): string {
  const host = domainOf(pattern);
  return host === '*' || host === '' ? pattern : host;
}

function domainOf(pattern: string): string {
  return /^[^:]+:\/\/(?:\*\.)?([^/]*)\//u.exec(pattern)?.[1] ?? '';
}
