import type { Plugin } from "vite";

/**
 * What the built pages may load: themselves, and office.js from Microsoft's CDN, which loads its host's part from there
 * too. Nothing may be sent anywhere. Fluent and Excel on the web write styles into the page. Who may frame the page is
 * a header of the server that serves it: a page can't say that of itself.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Writes the policy into the pages of a build. The development server needs scripts of its own in the page. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: POLICY },
        injectTo: "head-prepend",
      },
    ],
  };
}
