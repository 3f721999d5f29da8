// A browser without a window, where one is installed; tests that need it are skipped by name elsewhere.
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const known = [
  process.env.PLAN_MEASURES_BROWSER,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
export const browserPath = known.find((path) => path !== undefined && existsSync(path));
export const needed = "[needs Chromium or Chrome; PLAN_MEASURES_BROWSER names one]";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser, which the caller closes. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: browserPath ?? "", args: quiet });
