/** Parameters that say how a reader came to a page, not which page it is. */
const TRACKING =
  /^(?:utm_.*|spm|from|share|share_.*|source|scene|isappinstalled|wechat_.*|fbclid|gclid|msclkid|mc_[ce]id|_ga|ref|ref_src|nsukey|timestamp|clicktime|enterid)$/iu;

/** Names of the page that a folder answers with. */
const DEFAULT_PAGE = /\/(?:index|default)\.(?:s?html?|php|aspx?|jsp)$/iu;

/** Prefixes of hosts that serve the same pages as the host without them. */
const HOST_PREFIX = /^(?:www|m|wap|mobile)\./u;

/**
 * One address for all the addresses of a page: https, without "www." or "m.", without
 * fragment, tracking parameters, default page and a port that goes without saying; the
 * other parameters in order of name. What is no http address is returned as it is.
 */
export function canonicalAddress(address: string): string {
  const url = parseAddress(address);
  if (url === undefined) return address;
  const host = siteName(url.hostname) + (url.port === '' ? '' : `:${url.port}`);
  const path = url.pathname.replace(DEFAULT_PAGE, '/');
  const parameters = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  parameters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return `https://${host}${path}${query === '' ? '' : `?${query}`}`;
}

/** The host of an address as readers know it; empty for what is no http address. */
export function siteOf(address: string): string {
  const url = parseAddress(address);
  return url === undefined ? '' : siteName(url.hostname);
}

/** An http address that a link may lead to; undefined for every other scheme. */
export function webAddress(address: string): string | undefined {
  return parseAddress(address)?.href;
}

function siteName(host: string): string {
  const bare = host.replace(HOST_PREFIX, '');
  return bare.includes('.') ? bare : host;
}

interface Address {
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly searchParams: Iterable<[string, string]>;
}

/** Known to Node and to every browser, and pure. */
declare const URL: { new (address: string): Address; canParse(address: string): boolean };

function parseAddress(address: string): Address | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

const encode = (text: string): string => encodeURIComponent(text);
