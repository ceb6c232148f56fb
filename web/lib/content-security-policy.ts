/**
 * The policy of one page.
 * Scripts run only with this response's nonce. Styles may be inline: the toaster and the wallet's dialog add their
 * own style elements and know no nonce.
 * @param nonce random, base64, used once
 * @param connect origins the browser may talk to besides this one (the node)
 * @param development allows what React's debugging needs
 */
export function contentSecurityPolicy({
  nonce,
  connect,
  development,
}: {
  nonce: string;
  connect: string[];
  development: boolean;
}): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(" ")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
