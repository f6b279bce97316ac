/**
 * The seam to the browser for the worker and our own pages. Nothing else imports
 * webextension-polyfill. Content scripts use ./content-api.ts instead, which costs
 * a page no polyfill.
 */
import polyfill, { type Menus, type Runtime, type Tabs } from 'webextension-polyfill';

export const browser = polyfill;

export type MessageSender = Runtime.MessageSender;

export type MenuClick = Menus.OnClickData;

export type Tab = Tabs.Tab;
