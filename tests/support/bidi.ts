import type { Browser, Page } from 'puppeteer-core';

/** A value of a script as WebDriver BiDi writes it; of a node, what it can be passed back by. */
interface RemoteValue {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}

interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

/** What a WebDriver BiDi command answers, for those that Puppeteer has no method for. */
export async function bidi(browser: Browser, method: string, params: object): Promise<unknown> {
  // Puppeteer keeps the connection to itself: it is there, and in no type.
  const { connection } = browser as unknown as { readonly connection: Connection };
  return (await connection.send(method, params)).result;
}

/** Evaluates a function in a browsing context, and gives its value. */
export async function callIn(
  browser: Browser,
  context: string,
  functionDeclaration: string,
  options: { readonly arguments?: readonly object[]; readonly shadowTrees?: boolean } = {},
): Promise<RemoteValue> {
  const answer = (await bidi(browser, 'script.callFunction', {
    functionDeclaration,
    target: { context },
    awaitPromise: true,
    arguments: options.arguments ?? [],
    ...(options.shadowTrees === true
      ? { serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 } }
      : {}),
  })) as {
    readonly type: string;
    readonly result?: RemoteValue;
    readonly exceptionDetails?: { readonly text: string };
  };
  if (answer.result === undefined) throw new Error(answer.exceptionDetails?.text ?? answer.type);
  return answer.result;
}

/** The browsing context of a page, as WebDriver BiDi calls it. */
export function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { readonly _id: string })._id;
}
